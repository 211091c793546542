import type { PackedColumns } from './columns-of.ts';
import { UNKNOWN } from './columns.ts';
import type { Texts } from './texts.ts';

/**
 * Looks at every number of a catalogue once, so that nobody has to afterwards.
 * @throws RangeError naming the column that holds what no track can have
 */
export function checkColumns({ size, texts, artistStarts, ...columns }: PackedColumns): void {
  within('valence', columns.valence, -1, 1);
  within('arousal', columns.arousal, -1, 1);
  within('popularity', columns.popularity, 0, 100, UNKNOWN.popularity);
  within('year', columns.year, 0, 9999);
  within('genre', columns.genre, 0, texts.genres.size - 1);
  within('tempo', columns.tempo, 0, 10_000);
  within('energy', columns.energy, 0, 1, UNKNOWN.energy);
  within('key', columns.key, 0, 23, UNKNOWN.key);
  within('explicit', columns.explicit, 0, UNKNOWN.explicit);
  within('song', columns.song, 0, size - 1);
  within('artists', columns.artists, 0, texts.artists.size - 1);
  rising('artists', artistStarts, 1, columns.artists.length);
  for (const [name, { starts, bytes }] of Object.entries<Texts>({ ...texts }))
    rising(name, starts, 1, bytes.length);
  if (texts.titles.size !== size) throw new RangeError('titles');
}

function within(name: string, values: Iterable<number>, least: number, most: number, unknown = least): void {
  for (const value of values)
    if (!(value >= least && value <= most) && value !== unknown) throw new RangeError(`${name}: ${value}`);
}

/** Where things begin: from 0, each at least `step` after the one before, and none beyond the end. */
function rising(name: string, starts: ArrayLike<number>, step: number, end: number): void {
  let last = starts[0] ?? -1;
  if (last !== 0) throw new RangeError(name);
  for (let index = 1; index < starts.length; index += 1) {
    const start = starts[index] ?? -1;
    if (!(start >= last + step && start <= end)) throw new RangeError(`${name}: ${start}`);
    last = start;
  }
}
