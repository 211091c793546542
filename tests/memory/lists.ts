import { moodAt } from '../../src/domain/mood.ts';
import type { Pick, PickTerms, Playlist, Track } from '../../src/domain/playlist.ts';
import type { Filters } from '../../src/domain/wish.ts';

/** A playlist of that many tracks with all that can be known of each; `of` stands in the id of each, so that it can be looked for. */
export function listOf(count: number, of = 'track'): Playlist {
  const picks = Array.from({ length: count }, (_, index): Pick => {
    const place = { valence: Math.cos(index), arousal: Math.sin(index) };
    return {
      track: {
        id: `${of}-${index}`,
        title: `A title of the usual length, ${index}`,
        artists: ['An artist', 'Another'],
        genre: 'pop',
        year: 2001,
        popularity: 50,
        tempo: 120.5,
        energy: 0.5,
        key: { tonic: 11, mode: 'minor' },
        seconds: 200,
        explicit: false,
        ...place,
      } satisfies Required<Track>,
      slot: { ...place, spread: 0.1 },
      terms: {
        distance: 0.05,
        widenedBy: 0,
        gaveWay: ['heard', 'decade', 'genre'],
        liked: { artist: 'An artist', genre: 'pop', decade: 2000 } satisfies Required<PickTerms['liked']>,
        score: { nearness: -1, taste: 2, popularity: -0.5, flow: -0.2, variety: -0.1 },
      },
    };
  });
  return {
    mood: moodAt({ valence: -0.7, arousal: -0.4 }),
    intent: 'lift',
    length: { tracks: 100 },
    filters: {
      genre: 'pop',
      decade: 2000,
      artist: 'An artist',
      popularity: 'deep-cuts',
      explicit: true,
    } satisfies Required<Filters>,
    seed: 7,
    picks,
  };
}
