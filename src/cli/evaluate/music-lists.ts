import { INTENTS } from '../../domain/arc.ts';
import type { ListFigures } from '../../music/measure/figures.ts';
import type { MusicJson } from './music.ts';

/** Ours, and the baselines by what they do. */
const HEADINGS = ['ours', 'label → random', 'nearest'] as const;

/** What is told of lists, and how a figure of it is written. */
const LINES: readonly (readonly [what: string, of: (figures: ListFigures) => string])[] = [
  ['distance to the slot', ({ slotDistance }) => slotDistance.mean.toFixed(3)],
  ['  95 %', ({ slotDistance: { interval } }) => interval.map((end) => end.toFixed(3)).join('–')],
  ...INTENTS.map(
    (intent) =>
      [
        `  to ${intent}`,
        ({ slotDistance }: ListFigures) => slotDistance.byIntent[intent].toFixed(3),
      ] as const,
  ),
  ['picks that widened', ({ widened }) => percent(widened)],
  ['distance between neighbours', ({ neighbours }) => neighbours.moodDistance.toFixed(3)],
  ['flow between neighbours', ({ neighbours }) => neighbours.flow.toFixed(2)],
  ['diversity in sound', ({ diversity }) => diversity.sound.toFixed(2)],
  ['diversity in mood', ({ diversity }) => diversity.moodDistance.toFixed(2)],
  ['genre entropy of a list (bits)', ({ genreEntropy }) => genreEntropy.list.toFixed(2)],
  ['genre entropy of all picks (bits)', ({ genreEntropy }) => genreEntropy.all.toFixed(2)],
  ['lists with an artist twice', ({ artists }) => percent(artists.twice)],
  ['least gap between their tracks', ({ artists }) => artists.leastGap?.toFixed(0) ?? 'none'],
  ['mean gap between their tracks', ({ artists }) => artists.meanGap?.toFixed(1) ?? 'none'],
  ['lists that break an artist rule', ({ artists }) => String(artists.rulesBroken)],
  ['lists with a song twice', ({ songsTwice }) => String(songsTwice)],
  ['share of the catalogue ever picked', ({ coverage }) => percent(coverage)],
  ['picks of the best-known tenth', ({ topDecile }) => percent(topDecile)],
];

/** The figures of the lists, a column for each way to choose them; the first cell of each line says what it is. */
export function listsTable({
  lists,
  baselines,
}: Pick<MusicJson, 'lists' | 'baselines'>): readonly (readonly string[])[] {
  const ways = [lists, baselines.label, baselines.nearest];
  return [['', ...HEADINGS], ...LINES.map(([what, of]) => [what, ...ways.map(of)])];
}

/** The same for a terminal. */
export function listsText(figures: Pick<MusicJson, 'lists' | 'baselines'>): string {
  const lines = listsTable(figures).map(([what = '', ...cells]) =>
    [what.padEnd(36), ...cells.map((cell) => cell.padStart(16))].join('').trimEnd(),
  );
  const { lists, picks, genreEntropy } = figures.lists;
  return [
    `Lists: ${lists} each way, ${picks} picks of ours; genre entropy of the catalogue ${genreEntropy.catalogue.toFixed(2)} bits`,
    ...lines,
    '',
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
