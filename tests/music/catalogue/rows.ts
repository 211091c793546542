import { randomFrom } from '../../../src/music/random.ts';
import type { SourceRow } from '../../../src/music/catalogue/source-row.ts';

/** A row that is good music; a test says only what is special about its own. */
export function row(values: Partial<SourceRow> = {}): SourceRow {
  return {
    track_id: 'id',
    track_name: 'Song',
    track_artist: 'Artist',
    track_popularity: 50,
    track_album_name: 'Album',
    track_album_release_date: '2001-02-03',
    playlist_name: 'List',
    playlist_genre: 'pop',
    playlist_subgenre: 'electropop',
    valence: 0.5,
    energy: 0.5,
    loudness: -7,
    danceability: 0.6,
    acousticness: 0.2,
    instrumentalness: 0.01,
    tempo: 120,
    mode: 1,
    speechiness: 0.05,
    liveness: 0.1,
    duration_ms: 200_000,
    ...values,
  };
}

const GENRES = ['pop', 'rap', 'rock', 'latin', 'r&b', 'edm'];

/** A table of that many songs all over the map, the same on every run; every artist has five. */
export function table(size: number): readonly SourceRow[] {
  const random = randomFrom(1);
  return Array.from({ length: size }, (_, index) =>
    row({
      track_id: `id${index}`,
      track_name: `Number ${index}`,
      track_artist: `Artist ${Math.floor(index / 5)}`,
      track_popularity: 10 + Math.floor(random() * 90),
      track_album_release_date: `${1960 + Math.floor(random() * 60)}`,
      playlist_genre: GENRES[Math.floor(random() * GENRES.length)] ?? 'pop',
      valence: random(),
      energy: random(),
      acousticness: random(),
    }),
  );
}
