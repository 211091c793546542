import type { Pick, Playlist } from '../../src/domain/playlist.ts';
import { moodAt } from '../../src/domain/mood.ts';

/** A playlist of that many tracks; `of` stands in the id of each, so that it can be looked for. */
export function listOf(count: number, of = 'track'): Playlist {
  const picks = Array.from({ length: count }, (_, index): Pick => {
    const place = { valence: Math.cos(index), arousal: Math.sin(index) };
    return {
      track: {
        id: `${of}-${index}`,
        title: `A title of the usual length, ${index}`,
        artists: ['An artist', 'Another'],
        year: 2001,
        genre: 'pop',
        popularity: 50,
        ...place,
      },
      slot: { ...place, spread: 0.1 },
      terms: { distance: 0.05, widenedBy: 0 },
    };
  });
  return { mood: moodAt({ valence: -0.7, arousal: -0.4 }), intent: 'lift', seed: 7, picks };
}

export function trackIds({ picks }: Playlist): readonly string[] {
  return picks.map(({ track }) => track.id);
}
