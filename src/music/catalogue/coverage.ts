import type { Track } from '../../domain/playlist.ts';
import { nameKey } from '../names.ts';
import { cellOf, decadeOf, GRID_SIDE } from './select.ts';

/** How well a list of tracks covers mood space, the genres and the decades. */
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

export function coverageOf(tracks: readonly Track[]): Coverage {
  const grid = Array.from({ length: GRID_SIDE }, () => Array.from({ length: GRID_SIDE }, () => 0));
  for (const track of tracks) {
    const { row, column } = cellOf(track);
    const cells = grid[row];
    if (cells) cells[column] = (cells[column] ?? 0) + 1;
  }
  return {
    tracks: tracks.length,
    artists: new Set(tracks.flatMap(({ artists }) => artists.map(nameKey))).size,
    grid,
    genres: counted(tracks.map(({ genre }) => genre)).toSorted((a, b) => b[1] - a[1]),
    decades: counted(tracks.map(decadeOf)).toSorted((a, b) => a[0] - b[0]),
  };
}

/** Coverage as text: the map with intense music at the top and bright music at the right, then the counts. */
export function coverageText({ tracks, artists, grid, genres, decades }: Coverage): string {
  const map = grid.toReversed().map((cells) => cells.map((count) => String(count).padStart(4)).join(''));
  const middle = Math.floor(map.length / 2);
  return [
    `${tracks} tracks, ${artists} artists`,
    '',
    ...map.map((line, index) => `${sideLabel(index, middle, map.length)}${line}`),
    `${' '.repeat(9)}dark${' '.repeat(4 * GRID_SIDE - 10)}bright`,
    '',
    `by genre   ${genres.map(([genre, count]) => `${genre} ${count}`).join(', ')}`,
    `by decade  ${decades.map(([decade, count]) => `${decade}s ${count}`).join(', ')}`,
    '',
  ].join('\n');
}

function sideLabel(index: number, middle: number, lines: number): string {
  return (index === 0 ? 'intense' : index === middle ? 'arousal' : index === lines - 1 ? 'quiet' : '').padEnd(
    9,
  );
}

function counted<K>(values: readonly K[]): readonly (readonly [K, number])[] {
  return [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
}
