import { decadeOf } from '../../domain/wish.ts';
import { UNKNOWN, type Columns } from './columns.ts';
import { hundredths } from './hundredths.ts';
import { cellOf, GRID_SIDE } from './select.ts';

/** How well a catalogue covers mood space, the genres and the decades. */
export interface Coverage {
  readonly tracks: number;
  readonly artists: number;
  /** Tracks a cell; rows are arousal from quiet to intense, columns valence from dark to bright. */
  readonly grid: readonly (readonly number[])[];
  /** Most tracks first. */
  readonly genres: readonly (readonly [genre: string, tracks: number])[];
  /** Earliest first; a decade is named by its first year. */
  readonly decades: readonly (readonly [decade: number, tracks: number])[];
}

const GENRES_SHOWN = 20;

export function coverageOf({ size, names, ...columns }: Columns): Coverage {
  const grid = Array.from({ length: GRID_SIDE }, () => new Array<number>(GRID_SIDE).fill(0));
  for (let at = 0; at < size; at += 1) {
    const { row, column } = cellOf({
      valence: hundredths(columns.valence[at] ?? 0),
      arousal: hundredths(columns.arousal[at] ?? 0),
    });
    const cells = grid[row];
    if (cells) cells[column] = (cells[column] ?? 0) + 1;
  }
  return {
    tracks: size,
    artists: names.artistCount,
    grid,
    genres: counted(columns.genre)
      .map(([number, tracks]) => [names.genre(number), tracks] as const)
      .toSorted((a, b) => b[1] - a[1]),
    decades: counted(columns.year.filter((year) => year !== UNKNOWN.year).map(decadeOf)).toSorted(
      (a, b) => a[0] - b[0],
    ),
  };
}

/** Coverage as text: the map with intense music at the top and bright music at the right, then the counts. */
export function coverageText({ tracks, artists, grid, genres, decades }: Coverage): string {
  const width = Math.max(4, String(Math.max(...grid.flat())).length + 2);
  const map = grid.toReversed().map((cells) => cells.map((count) => String(count).padStart(width)).join(''));
  const middle = Math.floor(map.length / 2);
  return [
    `${tracks} tracks, ${artists} artists`,
    '',
    ...map.map((line, index) => `${sideLabel(index, middle, map.length)}${line}`),
    `${' '.repeat(9)}dark${' '.repeat(width * GRID_SIDE - 10)}bright`,
    '',
    `by genre   ${genreText(genres)}`,
    `by decade  ${decades.map(([decade, count]) => `${decade}s ${count}`).join(', ')}`,
    '',
  ].join('\n');
}

/** A table of a hundred genres says enough with its largest. */
function genreText(genres: Coverage['genres']): string {
  const shown = genres.slice(0, GENRES_SHOWN).map(([genre, count]) => `${genre} ${count}`);
  const more = genres.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function sideLabel(index: number, middle: number, lines: number): string {
  return (index === 0 ? 'intense' : index === middle ? 'arousal' : index === lines - 1 ? 'quiet' : '').padEnd(
    9,
  );
}

function counted(values: Iterable<number>): readonly (readonly [value: number, times: number])[] {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times];
}
