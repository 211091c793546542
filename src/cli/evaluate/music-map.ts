import type { MapFigures } from '../../music/mood-map/figures.ts';
import { LABELS } from '../../music/mood-map/weights.ts';

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
