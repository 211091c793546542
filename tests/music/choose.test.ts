import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcOf, INTENTS } from '../../src/domain/arc.ts';
import { EMOTION_PLACES, moodAt, moodDistance, type MoodPlace } from '../../src/domain/mood.ts';
import type { Playlist, Track } from '../../src/domain/playlist.ts';
import type { Popularity, Taste } from '../../src/domain/wish.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { choose } from '../../src/music/choose.ts';
import { octaves } from '../../src/music/choosing/likeness.ts';
import { moods } from '../domain/moods.ts';
import { expectRulesKept } from './list-rules.ts';

const catalogue = await loadCatalogue();
const sad = moodAt(EMOTION_PLACES.sad);

function ids({ picks }: Pick<Playlist, 'picks'>): readonly string[] {
  return picks.map(({ track }) => track.id);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function popularityOf({ popularity = 0 }: Track): number {
  return popularity;
}

function near(place: MoodPlace, radius: number): readonly Track[] {
  return Array.from({ length: catalogue.size }, (_, row) => catalogue.trackAt(row)).filter(
    (each) => moodDistance(each, place) <= radius,
  );
}

function track(id: string, values: Partial<Track> = {}): Track {
  return {
    id,
    title: `Song ${id}`,
    artists: [`Artist ${id}`],
    year: 2000,
    genre: 'pop',
    valence: 0,
    arousal: 0,
    popularity: 50,
    ...values,
  };
}

describe('choose, from the embedded catalogue', () => {
  it('keeps every rule for any mood, intent, length and seed', () => {
    fc.assert(
      fc.property(
        moods,
        fc.constantFrom(...INTENTS),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (mood, intent, count, seed) => {
          const list = choose(catalogue, { mood, intent, length: { tracks: count }, seed });
          expect(list.picks).toHaveLength(count);
          expect(list.picks.map(({ slot }) => slot)).toEqual(arcOf(mood, intent, count));
          expectRulesKept(list);
          for (const { track: each, slot, terms } of list.picks) {
            expect(terms.distance).toBe(moodDistance(each, slot));
            expect(terms.widenedBy).toBeGreaterThanOrEqual(0);
            expect(terms.widenedBy).toBeLessThanOrEqual(terms.distance);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same list for the same seed', () => {
    const wish = { mood: sad, intent: 'lift', length: { tracks: 15 }, seed: 7 } as const;
    expect(choose(catalogue, wish)).toEqual(choose(catalogue, wish));
  });

  it('gives another list for every other seed', () => {
    const lists = Array.from({ length: 20 }, (_, seed) =>
      ids(choose(catalogue, { mood: sad, intent: 'match', length: { tracks: 10 }, seed })).join(),
    );
    expect(new Set(lists).size).toBe(20);
  });

  it('fits music to the mood: a sure mood gets tracks close to it', () => {
    for (const place of Object.values(EMOTION_PLACES)) {
      const { picks } = choose(catalogue, {
        mood: moodAt(place),
        intent: 'match',
        length: { tracks: 20 },
        seed: 3,
      });
      expect(mean(picks.map(({ terms }) => terms.distance))).toBeLessThan(0.15);
    }
  });

  it('reaches wider for a mood that nobody is sure of', () => {
    const distanceAt = (spread: number): number => {
      const { picks } = choose(catalogue, {
        mood: moodAt({ valence: 0, arousal: 0 }, spread),
        intent: 'match',
        length: { tracks: 40 },
        seed: 5,
      });
      return mean(picks.map(({ terms }) => terms.distance));
    };
    expect(distanceAt(0.5)).toBeGreaterThan(1.5 * distanceAt(0.1));
  });

  it('lifts: the last tracks are much brighter than the first', () => {
    const { picks } = choose(catalogue, { mood: sad, intent: 'lift', length: { tracks: 12 }, seed: 11 });
    const valences = picks.map((pick) => pick.track.valence);
    expect(mean(valences.slice(-3)) - mean(valences.slice(0, 3))).toBeGreaterThan(1);
  });

  it('prefers what people know, but not only that', () => {
    const chosen: number[] = [];
    const around: number[] = [];
    for (const place of Object.values(EMOTION_PLACES)) {
      around.push(...near(place, 0.2).map(popularityOf));
      for (let seed = 1; seed <= 40; seed += 1) {
        const { picks } = choose(catalogue, {
          mood: moodAt(place),
          intent: 'match',
          length: { tracks: 10 },
          seed,
        });
        chosen.push(...picks.map(({ track }) => popularityOf(track)));
      }
    }
    expect(mean(chosen)).toBeGreaterThan(mean(around) + 3);
    expect(Math.min(...chosen)).toBeLessThan(mean(around));
  });

  it('leaves out what was heard lately', () => {
    const wish = { mood: sad, intent: 'match', length: { tracks: 10 }, seed: 7 } as const;
    const first = ids(choose(catalogue, wish));
    const second = ids(choose(catalogue, { ...wish, heard: first }));
    expect(second).toHaveLength(10);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  it('comes close to the minutes that were asked for', () => {
    for (const minutes of [15, 45, 120]) {
      const { picks } = choose(catalogue, { mood: sad, intent: 'lift', length: { minutes }, seed: 7 });
      const seconds = picks.reduce((sum, { track: { seconds = 0 } }) => sum + seconds, 0);
      expect(Math.abs(seconds / 60 - minutes)).toBeLessThan(4);
    }
  });

  it('gives two tracks by an artist who is asked for, among others like them', () => {
    const wish = {
      mood: sad,
      intent: 'lift',
      length: { tracks: 12 },
      filters: { artist: 'the beatles' },
    } as const;
    for (let seed = 1; seed <= 10; seed += 1) {
      const { picks } = choose(catalogue, { ...wish, seed });
      const theirs = picks.filter(({ track: { artists } }) => artists.includes('The Beatles'));
      expect(theirs).toHaveLength(2);
      for (const { terms } of theirs) expect(terms.liked.artist).toBe('The Beatles');
    }
  });

  it('takes from some artists first, as far as the mood has any, and tells nowhere that it did', () => {
    const near = ['a', 'b', 'c'].map((id) => track(id, { artists: ['Liked'] }));
    const others = ['d', 'e', 'f', 'g', 'h'].map((id) => track(id));
    const far = track('z', { artists: ['Also Liked'], valence: -0.9, arousal: -0.9 });
    const from = catalogueOf([...near, ...others, far]);
    const wish = {
      mood: moodAt({ valence: 0, arousal: 0 }),
      intent: 'match',
      length: { tracks: 4 },
    } as const;
    for (let seed = 1; seed <= 10; seed += 1) {
      const list = choose(from, { ...wish, seed, artists: ['LIKED', 'also liked', 'Nobody'] });
      const names = list.picks.flatMap(({ track: { artists } }) => artists);
      expect(names).toHaveLength(4);
      // No more than the rules allow of anybody, and nobody from the other end of the map.
      expect(names.filter((name) => name === 'Liked')).toHaveLength(2);
      expect(names).not.toContain('Also Liked');
      expect([list.filters, ...list.picks.map(({ terms }) => terms.liked)]).toEqual([{}, {}, {}, {}, {}]);
    }
  });

  it('turns towards what people know, or away from it', () => {
    const popularityWhen = (popularity: Popularity): number =>
      mean(
        choose(catalogue, {
          mood: sad,
          intent: 'lift',
          length: { tracks: 40 },
          seed: 1,
          filters: { popularity },
        }).picks.map(({ track }) => popularityOf(track)),
      );
    expect(popularityWhen('deep-cuts')).toBeLessThan(popularityWhen('mixed') - 8);
    expect(popularityWhen('well-known')).toBeGreaterThan(popularityWhen('mixed') + 4);
  });

  it('leans towards what is liked and away from what is not', () => {
    const rockWhen = (taste: Taste): number =>
      Array.from({ length: 10 }, (_, seed) =>
        choose(catalogue, { mood: sad, intent: 'lift', length: { tracks: 12 }, seed, taste }),
      )
        .flatMap(({ picks }) => picks)
        .filter(({ track: { genre } }) => genre === 'rock').length;
    expect(rockWhen({ liked: { genres: ['rock'] } })).toBeGreaterThan(1.3 * rockWhen({}));
    expect(rockWhen({ disliked: { genres: ['rock'] } })).toBeLessThan(0.5 * rockWhen({}));
  });

  it('puts tracks that flow side by side: neighbours are nearer than chance would have them', () => {
    const { picks } = choose(catalogue, { mood: sad, intent: 'match', length: { tracks: 40 }, seed: 2 });
    const tempos = picks.map(({ track: { tempo = 0 } }) => tempo);
    const apart = (a: number, b: number): number => octaves(a, b);
    const pairs = tempos.flatMap((a, index) => tempos.slice(index + 1).map((b) => apart(a, b)));
    const neighbours = tempos.slice(1).map((tempo, index) => apart(tempos[index] ?? 0, tempo));
    expect(mean(neighbours)).toBeLessThan(0.7 * mean(pairs));
  });
});

describe('choose, from a small catalogue', () => {
  const wish = { mood: moodAt({ valence: 0, arousal: 0 }), intent: 'match', seed: 1 } as const;

  it('gives a shorter list rather than a third track of an artist', () => {
    const tracks = ['a', 'b', 'c', 'd'].map((id) => track(id, { artists: ['The Same'] }));
    const others = ['e', 'f'].map((id) => track(id));
    const list = choose(catalogueOf([...tracks, ...others]), { ...wish, length: { tracks: 6 } });
    expectRulesKept(list);
    expect(list.picks.length).toBeLessThanOrEqual(4);
    expect(list.picks.length).toBeGreaterThanOrEqual(3);
  });

  it('counts a featured artist as an artist, however the name is written', () => {
    const list = choose(
      catalogueOf([track('a', { artists: ['X', 'Beyoncé'] }), track('b', { artists: ['BEYONCE'] })]),
      { ...wish, length: { tracks: 2 } },
    );
    expect(list.picks).toHaveLength(1);
  });

  it('takes a song once although two releases are there', () => {
    const list = choose(
      catalogueOf([
        track('a', { title: 'Hello', artists: ['Adele'] }),
        track('x'),
        track('b', { title: 'Hello (Remix)', artists: ['Adele'] }),
      ]),
      { ...wish, length: { tracks: 3 } },
    );
    expect(list.picks).toHaveLength(2);
  });

  it('widens until it finds something, and says by how much', () => {
    const far = track('a', { valence: 0.8, arousal: 0 });
    const [pick] = choose(catalogueOf([far]), { ...wish, length: { tracks: 1 } }).picks;
    expect(pick?.track).toEqual(far);
    expect(pick?.terms.distance).toBeCloseTo(0.8, 9);
    expect(pick?.terms.widenedBy).toBeGreaterThan(0.5);
  });

  it('does not widen where something is near', () => {
    const near = track('a', { valence: 0.05, arousal: 0 });
    const list = choose(catalogueOf([near, track('b', { valence: 1, arousal: 1 })]), {
      ...wish,
      length: { tracks: 1 },
    });
    expect(list.picks[0]?.track).toEqual(near);
    expect(list.picks[0]?.terms.widenedBy).toBe(0);
  });

  it('repeats what was heard rather than give nothing, and says so', () => {
    const { picks } = choose(catalogueOf([track('a')]), { ...wish, length: { tracks: 3 }, heard: ['a'] });
    expect(ids({ picks })).toEqual(['a']);
    expect(picks[0]?.terms.gaveWay).toEqual(['heard']);
  });

  it('is empty where everything is disliked', () => {
    const only = catalogueOf([track('a')]);
    for (const disliked of [{ tracks: ['a'] }, { artists: ['artist A'] }])
      expect(choose(only, { ...wish, length: { tracks: 3 }, taste: { disliked } }).picks).toEqual([]);
  });

  it('plays explicit tracks only where they are asked for', () => {
    const only = catalogueOf([track('a', { explicit: true })]);
    expect(choose(only, { ...wish, length: { tracks: 1 } }).picks).toEqual([]);
    expect(ids(choose(only, { ...wish, length: { tracks: 1 }, filters: { explicit: true } }))).toEqual(['a']);
  });

  it('lets the decade give way before the genre, and says which', () => {
    const far = { valence: 0.9, arousal: 0.9 };
    const asked = { genre: 'rock', decade: 1980 };
    const pickFrom = (...tracks: readonly Track[]) =>
      choose(catalogueOf(tracks), { ...wish, length: { tracks: 1 }, filters: asked }).picks[0];
    const whole = track('a', { genre: 'rock', year: 1985 });
    const otherDecade = track('b', { genre: 'rock', year: 1975 });
    const otherGenre = track('c', { genre: 'pop', year: 1985 });
    expect(pickFrom(whole, otherDecade, otherGenre)?.terms.gaveWay).toEqual([]);
    expect(pickFrom({ ...whole, ...far }, otherDecade, otherGenre)?.terms.gaveWay).toEqual(['decade']);
    expect(pickFrom({ ...whole, ...far }, otherGenre)?.terms.gaveWay).toEqual(['genre']);
  });

  it.each([0, 101, 2.5])('refuses a list of %d tracks', (count) => {
    expect(() => choose(catalogueOf([track('a')]), { ...wish, length: { tracks: count } })).toThrow(
      RangeError,
    );
  });
});
