import { EmbedBuilder } from 'discord.js';

import { type Emotion, ranked } from '../domain/emotion.ts';
import { placesOf } from '../domain/face-places.ts';
import { emojiOf, type FeltMood } from '../domain/feeling.ts';
import type { Mood } from '../domain/mood.ts';
import { boxesIn, type Face, type Reading, type Who } from '../domain/reading.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { placeText, rowsIn } from './face-place.ts';
import { partsText } from './felt-text.ts';
import { numberedFaces } from './numbered-faces.ts';
import { percent } from './picture.ts';
import type { Words } from './words.ts';

/** The name under which the card's picture is attached. */
export const PICTURE = 'mood.png';

/** A photo's reading, and what the person told besides. */
export interface ShownReading {
  readonly reading: Reading;
  readonly who: Who;
  readonly felt?: FeltMood | undefined;
  /** Where it was read: here, from a photo, or by the person's own device; a photo if left out. */
  readonly from?: 'photo' | 'webcam';
}

/** The parts of what somebody told that are shown beside a reading. */
const MOST_PARTS = 3;

/** Whether it is several people's together. */
export function isGroup({ reading, who }: ShownReading): boolean {
  return who === 'group' && reading.faces.length > 1;
}

/**
 * What was read: the mood in words, how sure that is, and the picture.
 * @param choosable whether one can say below whose mood counts
 */
export function readingEmbed(shown: ShownReading, mood: Mood, choosable: boolean, t: Words): EmbedBuilder {
  const { reading, felt, from } = shown;
  const { faces } = reading;
  const group = isGroup(shown);
  const lines = group ? groupLines(faces, t) : faceLines(reading, choosable, t);
  const toldToo = felt ? [t('reading.wordsToo', { parts: partsText(felt, MOST_PARTS, t) })] : [];
  const asMusic = t('reading.asMusic', { emoji: emojiOf(mood), mood: t(`mood.${mood.name}`) });
  return new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[mood.name]))
    .setTitle(
      group ? t('reading.group', { count: faces.length, mood: t(`mood.${mood.name}`) }) : titleOf(faces, t),
    )
    .setDescription([...lines, ...toldToo, asMusic].join('\n'))
    .setImage(`attachment://${PICTURE}`)
    .setFooter({
      text:
        from === 'webcam'
          ? t('reading.footerWebcam')
          : t('reading.footer', { count: group ? faces.length : 1 }),
    });
}

function titleOf([face]: readonly Face[], t: Words): string {
  if (!face) return '';
  const [first, second] = likeliest(face);
  return face.sure
    ? t(`reading.sure.${first.emotion}`)
    : t('reading.unsure', { first: t(`emotion.${first.emotion}`), second: t(`emotion.${second.emotion}`) });
}

function faceLines(reading: Reading, choosable: boolean, t: Words): string[] {
  const [face] = reading.faces;
  if (!face) return [];
  const howSure = t(face.sure ? 'reading.howSure' : 'reading.notSure', likeliestWords(face, t));
  return reading.others.length > 0 ? [howSure, whichFace(face, reading, choosable, t)] : [howSure];
}

/** Which of several faces was read. */
function whichFace(face: Face, reading: Reading, choosable: boolean, t: Words): string {
  const count = reading.others.length;
  const boxes = boxesIn(reading);
  const places = placesOf(boxes);
  const at = boxes.indexOf(face.box);
  const place = places[at];
  if (!choosable || !place) return t('reading.others', { count });
  return t(at === 0 ? 'reading.othersAt' : 'reading.pickedAt', {
    count,
    place: placeText(place, rowsIn(places), t),
  });
}

function groupLines(faces: readonly Face[], t: Words): string[] {
  const rows = rowsIn(placesOf(faces.map(({ box }) => box)));
  const named = numberedFaces(faces)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, face, place }) =>
      t('reading.faceAt', {
        number,
        place: placeText(place, rows, t),
        shows: t(face.sure ? 'reading.groupFace' : 'reading.groupFaceUnsure', likeliestWords(face, t)),
      }),
    );
  const unnamed = faces.length - named.length;
  return unnamed > 0 ? [...named, t('reading.groupMore', { count: unnamed })] : named;
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

/** The emotion that an unsure reading named second; of a group, nobody's. */
export function secondLikeliest(shown: ShownReading): Emotion | undefined {
  const [face] = shown.reading.faces;
  return face && !face.sure && !isGroup(shown) ? likeliest(face)[1].emotion : undefined;
}

function likeliest({ emotions }: Face) {
  const [first = NONE, second = NONE] = ranked(emotions);
  return [first, second] as const;
}
