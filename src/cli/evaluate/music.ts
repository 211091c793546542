import type { z } from 'zod';

import type { MapFigures } from '../../music/mood-map/figures.ts';
import { measureMap } from '../../music/mood-map/fit/measure.ts';
import { embeddedWeights, LABELS } from '../../music/mood-map/weights.ts';
import type { musicContract } from '../contract.ts';
import { readMoodMapTables } from '../mood-map-tables.ts';
import type { Outcome } from '../program.ts';

type MusicJson = z.infer<typeof musicContract>;

/**
 * The mood map against people's tags and labels.
 * @param folder the tables that it was fitted to and is measured on; without them, what the fit measured is told
 */
export async function evaluateMusic(folder?: string): Promise<Outcome<MusicJson>> {
  const { places, figures } = embeddedWeights();
  const map: MusicJson['map'] = folder
    ? { measured: 'now', ...measureMap((await readMoodMapTables(folder)).people, places) }
    : { measured: 'when fitted', ...figures };
  return { json: { map }, text: mapText(map) };
}

/** The figures of the mood map as text. */
export function mapText({ tags, labels }: MapFigures): string {
  const model = (name: keyof typeof tags.models, what: string): string => {
    const { valence, arousal } = tags.models[name];
    const side = ({ r2, interval, spearman }: typeof valence): string =>
      `${r2.toFixed(3)} ${between(interval)}  ${spearman.toFixed(2)}`.padEnd(32);
    return `${what.padEnd(30)}${side(valence)}${side(arousal)}`.trimEnd();
  };
  const difference = (name: keyof typeof tags.differences, what: string): string => {
    const { valence, arousal } = tags.differences[name];
    const side = ({ r2, interval }: typeof valence): string =>
      `${r2 < 0 ? '' : '+'}${r2.toFixed(3)} ${between(interval)}`.padEnd(32);
    return `${what.padEnd(29)}${side(valence)}${side(arousal)}`.trimEnd();
  };
  const percent = ({ accuracy, standardError }: typeof labels.rule): string =>
    `${(100 * accuracy).toFixed(1)} % (standard error ${(100 * standardError).toFixed(1)})`;
  return [
    `Listeners' tags: fitted to ${tags.fittedTo} songs, measured on ${tags.n} others`,
    `${''.padEnd(30)}${'valence: R², 95 %, rank corr.'.padEnd(32)}arousal`,
    model('rule', 'plain rule'),
    model('ridge', 'ridge regression'),
    model('features', 'map, audio features alone'),
    model('scenes', 'map, with scenes'),
    model('place', 'its place, by a straight line'),
    difference('featuresOverRidge', 'features over ridge'),
    difference('featuresOverRule', 'features over rule'),
    difference('scenesOverRidge', 'scenes over ridge'),
    difference('scenesOverRule', 'scenes over rule'),
    '',
    `Four labels: ${labels.n} tracks, ${labels.repeats} times ${labels.folds}-fold, from audio features alone`,
    `plain rule   ${percent(labels.rule)}`,
    `map          ${percent(labels.ours)}, repeats ${labels.ours.range.map((each) => (100 * each).toFixed(1)).join(' to ')}`,
    '',
    `${'given \\ ours'.padEnd(13)}${LABELS.map((label) => label.padStart(10)).join('')}`,
    ...LABELS.map((given) => {
      const cells = LABELS.map((ours) => (labels.ours.confusion[given]?.[ours] ?? 0).toFixed(1).padStart(10));
      return `${given.padEnd(13)}${cells.join('')}`;
    }),
    '',
  ].join('\n');
}

function between([low, high]: readonly [number, number]): string {
  return `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
}
