import { EmbedBuilder } from 'discord.js';

import { ranked } from '../domain/emotion.ts';
import { type Mood } from '../domain/mood.ts';
import type { Face } from '../domain/reading.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { percent } from './picture.ts';
import type { Words } from './words.ts';

/** The name under which the card's picture is attached. */
export const PICTURE = 'mood.png';

/** What was read: the mood in words, how sure that is, and the picture. */
export function readingEmbed(faces: readonly Face[], mood: Mood, group: boolean, t: Words): EmbedBuilder {
  const lines = group ? groupLines(faces, t) : faceLines(faces, t);
  return new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[mood.name]))
    .setTitle(
      group ? t('reading.group', { count: faces.length, mood: t(`mood.${mood.name}`) }) : titleOf(faces, t),
    )
    .setDescription([...lines, t('reading.asMusic', { mood: t(`mood.${mood.name}`) })].join('\n'))
    .setImage(`attachment://${PICTURE}`)
    .setFooter({ text: t('reading.footer') });
}

function titleOf([face]: readonly Face[], t: Words): string {
  const [first, second] = face ? ranked(face.emotions) : [];
  if (!face || !first || !second) return '';
  return face.sure
    ? t(`reading.sure.${first.emotion}`)
    : t('reading.unsure', { first: t(`emotion.${first.emotion}`), second: t(`emotion.${second.emotion}`) });
}

function faceLines([face, ...others]: readonly Face[], t: Words): string[] {
  const [first, second] = face ? ranked(face.emotions) : [];
  if (!face || !first || !second) return [];
  const howSure = face.sure
    ? t('reading.howSure', { emotion: t(`emotion.${first.emotion}`), percent: percent(first.probability) })
    : t('reading.notSure', {
        first: t(`emotion.${first.emotion}`),
        firstPercent: percent(first.probability),
        second: t(`emotion.${second.emotion}`),
        secondPercent: percent(second.probability),
      });
  return others.length > 0 ? [howSure, t('reading.others', { count: others.length })] : [howSure];
}

function groupLines(faces: readonly Face[], t: Words): string[] {
  const named = faces
    .toSorted((a, b) => a.box.x - b.box.x)
    .flatMap(({ emotions }) => ranked(emotions).slice(0, 1))
    .map(({ emotion, probability }) =>
      t('reading.groupFace', { emotion: t(`emotion.${emotion}`), percent: percent(probability) }),
    );
  return [t('reading.groupFaces', { faces: named.join(', ') })];
}
