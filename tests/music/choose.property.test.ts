import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moodAt } from '../../src/domain/mood.ts';
import type { Track } from '../../src/domain/playlist.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { choose } from '../../src/music/choose.ts';
import { randomFrom } from '../../src/music/random.ts';
import { expectNothingMissed, expectNothingRefused, expectRulesKept, expectTrueTerms } from './list-rules.ts';
import { oddTracks, wishesOf } from './wishes.ts';

const embedded = await loadCatalogue();
const tracks = Array.from({ length: embedded.size }, (_, row) => embedded.trackAt(row));

it('whatever is asked of the embedded catalogue, there is a list that keeps its rules and tells the truth', () => {
  fc.assert(
    fc.property(wishesOf(embedded), (wish) => {
      const list = choose(embedded, wish);
      expect(list.picks.length).toBeGreaterThan(0);
      expectRulesKept(list);
      expectNothingRefused(list, wish);
      expectTrueTerms(list, wish);
      expectNothingMissed(list, wish, tracks);
      expect(choose(embedded, wish)).toEqual(list);
    }),
    { numRuns: 60 },
  );
});

it('whatever is asked of whatever tracks, there is a list or an empty one', () => {
  const asked = oddTracks.chain((tracks) => wishesOf(catalogueOf(tracks)).map((wish) => ({ tracks, wish })));
  fc.assert(
    fc.property(asked, ({ tracks, wish }) => {
      const catalogue = catalogueOf(tracks);
      const list = choose(catalogue, wish);
      expectRulesKept(list);
      expectNothingRefused(list, wish);
      expectTrueTerms(list, wish);
      expect(choose(catalogue, wish)).toEqual(list);
    }),
    { numRuns: 150 },
  );
});

it.each([500, 5_000, 50_000])('finds the one track of %d that may be played', (size) => {
  const random = randomFrom(1);
  const tracks = Array.from({ length: size }, (_, at): Track => ({
    id: `${at}`,
    title: `Song ${at}`,
    artists: [`Artist ${at}`],
    genre: 'pop',
    valence: 2 * random() - 1,
    arousal: 2 * random() - 1,
    explicit: at !== 7,
  }));
  const catalogue = catalogueOf(tracks);
  const wish = { mood: moodAt({ valence: 0, arousal: 0 }), intent: 'match', length: { tracks: 3 } } as const;
  for (let seed = 0; seed < 10; seed += 1)
    expect(choose(catalogue, { ...wish, seed }).picks.map(({ track }) => track.id)).toEqual(['7']);
});
