import { EmbedBuilder } from 'discord.js';

import { ranked } from '../domain/emotion.ts';
import { emojiOf, type FeltMood } from '../domain/feeling.ts';
import type { Mood } from '../domain/mood.ts';
import type { Face, Reading, Who } from '../domain/reading.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { partsText } from './felt-text.ts';
import { percent } from './picture.ts';
import type { Words } from './words.ts';

/** The name under which the card's picture is attached. */
export const PICTURE = 'mood.png';

/** The faces of a group that are named one by one: the largest. */
const MOST_NAMED = 12;

/** A photo's reading, and what the person told besides. */
export interface ShownReading {
  readonly reading: Reading;
  readonly who: Who;
  readonly felt?: FeltMood | undefined;
}

/** The parts of what somebody told that are shown beside a reading. */
const MOST_PARTS = 3;

/** What was read: the mood in words, how sure that is, and the picture. */
export function readingEmbed({ reading, who, felt }: ShownReading, mood: Mood, t: Words): EmbedBuilder {
  const { faces, others } = reading;
  const group = who === 'group' && faces.length > 1;
  const lines = group ? groupLines(faces, t) : faceLines(faces, others, t);
  const toldToo = felt ? [t('reading.wordsToo', { parts: partsText(felt, MOST_PARTS, t) })] : [];
  const asMusic = t('reading.asMusic', { emoji: emojiOf(mood), mood: t(`mood.${mood.name}`) });
  return new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[mood.name]))
    .setTitle(
      group ? t('reading.group', { count: faces.length, mood: t(`mood.${mood.name}`) }) : titleOf(faces, t),
    )
    .setDescription([...lines, ...toldToo, asMusic].join('\n'))
    .setImage(`attachment://${PICTURE}`)
    .setFooter({ text: t('reading.footer', { count: group ? faces.length : 1 }) });
}

function titleOf([face]: readonly Face[], t: Words): string {
  if (!face) return '';
  const [first, second] = likeliest(face);
  return face.sure
    ? t(`reading.sure.${first.emotion}`)
    : t('reading.unsure', { first: t(`emotion.${first.emotion}`), second: t(`emotion.${second.emotion}`) });
}

function faceLines([face]: readonly Face[], others: number, t: Words): string[] {
  if (!face) return [];
  const howSure = t(face.sure ? 'reading.howSure' : 'reading.notSure', likeliestWords(face, t));
  return others > 0 ? [howSure, t('reading.others', { count: others })] : [howSure];
}

function groupLines(faces: readonly Face[], t: Words): string[] {
  const named = faces
    .slice(0, MOST_NAMED)
    .toSorted((a, b) => middleOf(a) - middleOf(b))
    .map((face) => t(face.sure ? 'reading.groupFace' : 'reading.groupFaceUnsure', likeliestWords(face, t)));
  const unnamed = faces.length - named.length;
  const line = t('reading.groupFaces', { faces: named.join(', ') });
  return unnamed > 0 ? [line, t('reading.groupMore', { count: unnamed })] : [line];
}

function middleOf({ box }: Face): number {
  return box.x + box.width / 2;
}

function likeliestWords(face: Face, t: Words) {
  const [first, second] = likeliest(face);
  return {
    first: t(`emotion.${first.emotion}`),
    firstPercent: percent(first.probability),
    second: t(`emotion.${second.emotion}`),
    secondPercent: percent(second.probability),
  };
}

const NONE = { emotion: 'neutral', probability: 0 } as const;

function likeliest({ emotions }: Face) {
  const [first = NONE, second = NONE] = ranked(emotions);
  return [first, second] as const;
}
