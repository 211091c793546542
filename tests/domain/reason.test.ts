import { describe, expect, it } from 'vitest';
import { arcOf, type Intent } from '../../src/domain/arc.ts';
import { EMOTION_PLACES, moodAt, moodDistance, type MoodPlace } from '../../src/domain/mood.ts';
import type { PickTerms, Playlist } from '../../src/domain/playlist.ts';
import { colourOf, loudnessOf, reasonsOf } from '../../src/domain/reason.ts';
import type { Filters } from '../../src/domain/wish.ts';

const NO_TERMS: PickTerms = {
  distance: 0,
  widenedBy: 0,
  gaveWay: [],
  liked: {},
  score: { nearness: 0, taste: 0, popularity: 0, flow: 0, variety: 0 },
};

/** A list from a sad mood whose tracks lie beside their slots. */
function listOf(intent: Intent, besides: readonly MoodPlace[], widenedBy = 0): Playlist {
  const mood = moodAt(EMOTION_PLACES.sad);
  const picks = arcOf(mood, intent, besides.length).map((slot, index) => {
    const beside = besides[index] ?? { valence: 0, arousal: 0 };
    const place = { valence: slot.valence + beside.valence, arousal: slot.arousal + beside.arousal };
    const track = {
      ...place,
      id: `t${index}`,
      title: `Track ${index}`,
      artists: [`Artist ${index}`] as const,
      year: 2000,
      genre: 'pop',
      popularity: 50,
    };
    return { track, slot, terms: { ...NO_TERMS, distance: moodDistance(track, slot), widenedBy } };
  });
  return { mood, intent, length: { tracks: besides.length }, filters: {}, seed: 1, picks };
}

/** A list of one track right on its spot, with other terms. */
function listWith(terms: Partial<PickTerms>, filters: Filters = {}): Playlist {
  const list = listOf('match', [on]);
  return {
    ...list,
    filters,
    picks: list.picks.map((pick) => ({ ...pick, terms: { ...pick.terms, ...terms } })),
  };
}

const on = { valence: 0, arousal: 0 };

describe('reasonsOf', () => {
  it('says where on the way to its goal each pick of a lift is', () => {
    const list = listOf('lift', [on, on, on, on, on, on, on, on, on]);
    const steps = list.picks.map((_, index) => reasonsOf(list, index).find(({ kind }) => kind === 'step'));
    const step = (name: string) => ({ kind: 'step', step: name });
    expect(steps).toEqual([
      ...Array.from({ length: 3 }, () => step('start')),
      ...Array.from({ length: 3 }, () => step('on-the-way')),
      ...Array.from({ length: 3 }, () => step('arrived')),
    ]);
  });

  it('says nothing of a way in a list that stays', () => {
    expect(reasonsOf(listOf('match', [on]), 0).map(({ kind }) => kind)).toEqual(['tone', 'fit']);
  });

  it.each([
    [{ valence: 0.2, arousal: 0.1 }, 'brighter'],
    [{ valence: -0.2, arousal: 0.1 }, 'darker'],
    [{ valence: 0.1, arousal: 0.2 }, 'livelier'],
    [{ valence: 0.1, arousal: -0.2 }, 'quieter'],
  ])('says how a track beside its slot by %o differs: %s', (beside, lean) => {
    expect(reasonsOf(listOf('match', [beside]), 0)).toContainEqual({ kind: 'lean', lean, by: 'a-touch' });
  });

  it.each([
    [0.05, { kind: 'fit', fit: 'close' }],
    [0.2, { kind: 'lean', lean: 'brighter', by: 'a-touch' }],
    [0.35, { kind: 'lean', lean: 'brighter', by: 'clearly' }],
  ])('of a track %d brighter than its slot says %o', (valence, clause) => {
    expect(reasonsOf(listOf('match', [{ valence, arousal: 0 }]), 0)).toContainEqual(clause);
  });

  it('owns up when the search had to widen', () => {
    expect(reasonsOf(listOf('match', [{ valence: 0.3, arousal: 0 }], 0.1), 0)).toContainEqual({
      kind: 'fit',
      fit: 'widened',
    });
  });

  it('does not blame the catalogue for an artist who is wanted from further away', () => {
    const far = { widenedBy: 0.4, liked: { artist: 'Queen' } };
    expect(reasonsOf(listWith(far), 0)).toContainEqual({ kind: 'fit', fit: 'apart' });
  });

  it('says what a track does after the one before it, where that can be heard', () => {
    const list = listOf('match', [on, { valence: 0.5, arousal: 0 }, { valence: 0.5, arousal: 0.1 }]);
    expect(reasonsOf(list, 1)).toContainEqual({ kind: 'turn', turn: 'brightens' });
    expect(reasonsOf(list, 2).map(({ kind }) => kind)).not.toContain('turn');
  });

  it('names what the listener likes of it, the artist before all else', () => {
    const liked = (terms: PickTerms['liked']) =>
      reasonsOf(listWith({ liked: terms }), 0).filter(({ kind }) => kind === 'liked');
    expect(liked({})).toEqual([]);
    expect(liked({ artist: 'Nick Drake', genre: 'folk', decade: 1970 })).toEqual([
      { kind: 'liked', liked: 'artist', name: 'Nick Drake' },
    ]);
    expect(liked({ genre: 'folk', decade: 1970 })).toEqual([{ kind: 'liked', liked: 'genre', name: 'folk' }]);
    expect(liked({ decade: 1970 })).toEqual([{ kind: 'liked', liked: 'decade', decade: 1970 }]);
  });

  it.each([
    ['well-known', 80, 'well-known'],
    ['well-known', 50, undefined],
    ['deep-cuts', 30, 'hardly-known'],
    ['deep-cuts', 61, undefined],
    ['mixed', 80, undefined],
  ] as const)('of a wish for %s and a popularity of %d says %s', (wish, popularity, fame) => {
    const list = listWith({}, { popularity: wish });
    const picks = list.picks.map((pick) => ({ ...pick, track: { ...pick.track, popularity } }));
    const clause = reasonsOf({ ...list, picks }, 0).find(({ kind }) => kind === 'fame');
    expect(clause).toEqual(fame && { kind: 'fame', fame });
  });

  it('says how far the search had to go', () => {
    const fit = (widenedBy: number) =>
      reasonsOf(listWith({ widenedBy }), 0).find(({ kind }) => kind === 'fit');
    expect(fit(0.1)).toEqual({ kind: 'fit', fit: 'widened' });
    expect(fit(0.8)).toEqual({ kind: 'fit', fit: 'far' });
  });

  it('owns up to every wish that gave way', () => {
    expect(reasonsOf(listWith({ gaveWay: ['heard', 'decade'] }), 0)).toEqual(
      expect.arrayContaining([
        { kind: 'gave-way', wish: 'heard' },
        { kind: 'gave-way', wish: 'decade' },
      ]),
    );
  });

  it('has no reasons for a pick that is not there', () => {
    expect(() => reasonsOf(listOf('match', [on]), 1)).toThrow(RangeError);
  });
});

describe('bands', () => {
  it('name every part of the square', () => {
    const values = [-1, -0.55, -0.1, 0.4, 1];
    expect(values.map((arousal) => loudnessOf({ arousal }))).toEqual([
      'quiet',
      'quiet',
      'gentle',
      'lively',
      'intense',
    ]);
    expect(values.map((valence) => colourOf({ valence }))).toEqual([
      'dark',
      'blue',
      'even',
      'warm',
      'bright',
    ]);
  });
});
