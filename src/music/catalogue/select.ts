import type { MoodPlace } from '../../domain/mood.ts';
import type { Track } from '../../domain/playlist.ts';
import { decadeOf } from '../../domain/wish.ts';
import { nameKey } from '../names.ts';

/** The grid over mood space has this many cells a side. */
export const GRID_SIDE = 10;

/** The most tracks that an artist has in the catalogue, as main or featured artist. */
export const MOST_BY_ARTIST = 6;

/** How much the selection leans towards genres and decades that it has little of, against popularity in [0, 1]. */
const GENRE_PULL = 1.5;
const DECADE_PULL = 0.7;

/** The cell that a place lies in; rows are arousal from quiet, columns valence from dark, each 0 to `GRID_SIDE` − 1. */
export function cellOf({ valence, arousal }: MoodPlace): { readonly row: number; readonly column: number } {
  return { row: stripe(arousal), column: stripe(valence) };
}

function stripe(value: number): number {
  return Math.min(GRID_SIDE - 1, Math.floor(((value + 1) / 2) * GRID_SIDE));
}

/**
 * About `size` tracks that cover mood space: every cell of the grid gives the same number, and a thin one all it has.
 * Within a cell the tracks that people know go first, leaning towards genres and decades that are still rare.
 */
export function select(tracks: readonly Track[], size: number): readonly Track[] {
  const cells = [...Map.groupBy(tracks, (track) => cellKey(track)).values()].toSorted(
    (a, b) => a.length - b.length || (cellKey(a[0]) < cellKey(b[0]) ? -1 : 1),
  );
  const taken = new Tally();
  const selected: Track[] = [];
  cells.forEach((cell, index) => {
    // Thin cells come first, so what they leave is shared by the fuller ones.
    const quota = Math.ceil((size - selected.length) / (cells.length - index));
    selected.push(...pickFrom(cell, quota, taken));
  });
  return selected;
}

function cellKey(place: MoodPlace | undefined): string {
  if (!place) return '';
  const { row, column } = cellOf(place);
  return `${row}/${column}`;
}

function pickFrom(cell: readonly Track[], quota: number, taken: Tally): readonly Track[] {
  const picked: Track[] = [];
  let left = cell.filter((track) => taken.hasRoomFor(track));
  while (picked.length < quota && left.length > 0) {
    const best = left.reduce((a, b) => (taken.worth(b) > taken.worth(a) ? b : a));
    taken.add(best);
    picked.push(best);
    left = left.filter((track) => track !== best && taken.hasRoomFor(track));
  }
  return picked;
}

/** What has been taken so far, by artist, genre and decade. */
class Tally {
  readonly #artists = new Map<string, number>();
  readonly #genres = new Map<string, number>();
  readonly #decades = new Map<number, number>();
  #total = 0;

  add(track: Track): void {
    this.#total += 1;
    for (const name of new Set(track.artists.map(nameKey))) count(this.#artists, name);
    count(this.#genres, track.genre);
    count(this.#decades, decadeOf(track.year ?? 0));
  }

  hasRoomFor(track: Track): boolean {
    return track.artists.every((name) => (this.#artists.get(nameKey(name)) ?? 0) < MOST_BY_ARTIST);
  }

  worth(track: Track): number {
    const share = (taken = 0): number => (this.#total === 0 ? 0 : taken / this.#total);
    return (
      (track.popularity ?? 0) / 100 -
      GENRE_PULL * share(this.#genres.get(track.genre)) -
      DECADE_PULL * share(this.#decades.get(decadeOf(track.year ?? 0)))
    );
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
