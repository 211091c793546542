import fc from 'fast-check';
import { INTENTS } from '../../src/domain/arc.ts';
import type { Track } from '../../src/domain/playlist.ts';
import { type Filters, LONGEST_LIST, POPULARITIES, type Taste } from '../../src/domain/wish.ts';
import type { Catalogue } from '../../src/music/catalogue/catalogue.ts';
import type { Wish } from '../../src/music/choose.ts';
import { moods, places } from '../domain/moods.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Decades of music, and a year that begins none. */
const decades = fc.constantFrom(1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020, 1987);

const NAMES = ['The Same', 'same', 'Beyoncé', 'BEYONCE', 'Sigur Rós', '', '🎷', 'constructor'] as const;

const names = fc.constantFrom(...NAMES);

/** A few tracks that know little and share much: ids, songs, artists in several spellings. */
export const oddTracks: fc.Arbitrary<readonly Track[]> = fc.array(
  fc
    .tuple(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        place: places,
        title: names,
        genre: names,
      }),
      fc.array(names, { minLength: 1, maxLength: 3 }),
      fc.record(
        {
          year: fc.integer({ min: 1900, max: 2030 }),
          popularity: fc.integer({ min: 0, max: 100 }),
          tempo: fc.integer({ min: 40, max: 220 }),
          energy: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
          key: fc.record({
            tonic: fc.integer({ min: 0, max: 11 }),
            mode: fc.constantFrom('major' as const, 'minor' as const),
          }),
          seconds: fc.integer({ min: 1, max: 3600 }),
          explicit: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([{ place, ...known }, [first = '', ...others], rest]) => ({
      ...known,
      ...rest,
      valence: Math.round(100 * place.valence) / 100,
      arousal: Math.round(100 * place.arousal) / 100,
      artists: [first, ...others],
    })),
  { minLength: 1, maxLength: 30 },
);

/** Anything that somebody may ask of a catalogue, and much that it does not have. */
export function wishesOf(catalogue: Catalogue): fc.Arbitrary<Wish> {
  const known = catalogue.columns.names;
  const rows = fc.nat({ max: catalogue.size - 1 });
  const ids = rows.map((row) => known.id(row));
  const artists = fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: known.artistCount - 1 }).map((number) => known.artist(number)) },
    names,
  );
  const genres = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...catalogue.genres.map(({ name }) => name)) },
    names,
  );
  const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 4 });
  const leanings = fc.record(
    { tracks: some(ids), artists: some(artists), genres: some(genres), decades: some(decades) },
    { requiredKeys: [] },
  );
  const filters: fc.Arbitrary<Filters> = fc.record(
    {
      genre: genres,
      decade: decades,
      artist: artists,
      popularity: fc.constantFrom(...POPULARITIES),
      explicit: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const taste: fc.Arbitrary<Taste> = fc.record({ liked: leanings, disliked: leanings }, { requiredKeys: [] });
  const everything = Array.from({ length: catalogue.size }, (_, row) => known.id(row));
  return fc.record({
    mood: moods,
    intent: fc.constantFrom(...INTENTS),
    length: fc.oneof(
      { weight: 9, arbitrary: fc.record({ tracks: fc.integer({ min: 1, max: 40 }) }) },
      { weight: 1, arbitrary: fc.record({ tracks: fc.constant(LONGEST_LIST.tracks) }) },
      { weight: 2, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: LONGEST_LIST.minutes }) }) },
    ),
    seed: seeds,
    filters,
    taste,
    heard: fc.oneof(
      { weight: 8, arbitrary: fc.array(ids, { maxLength: 200 }) },
      { weight: 1, arbitrary: fc.constant(everything) },
    ),
  });
}
