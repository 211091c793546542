import type { Track } from '../../domain/playlist.ts';
import { placeOf } from '../mood-map/mood-map.ts';
import { hundredths } from './hundredths.ts';
import type { Song } from './song.ts';

/** A song's track: placed in mood space, its numbers no finer than anybody hears. */
export function trackOf(song: Song): Omit<Track, 'genre'> {
  const { valence, arousal } = placeOf(song);
  return {
    id: song.id,
    title: song.title,
    artists: song.artists,
    ...given(song.year, (year) => ({ year })),
    valence: hundredths(valence),
    arousal: hundredths(arousal),
    ...given(song.popularity, (popularity) => ({ popularity })),
    tempo: Math.round(song.tempo),
    energy: hundredths(song.energy),
    ...given(song.key, (key) => ({ key })),
    ...given(song.seconds, (seconds) => ({ seconds: Math.round(seconds) })),
    ...given(song.explicit, (explicit) => ({ explicit })),
  };
}

function given<T>(value: T | undefined, field: (value: T) => Partial<Track>): Partial<Track> {
  return value === undefined ? {} : field(value);
}
