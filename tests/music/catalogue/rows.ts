import type { Listing } from '../../../src/music/catalogue/table/listing.ts';
import { randomFrom } from '../../../src/music/random.ts';

/** A line of a table that is good music; a test says only what is special about its own. */
export function row(values: Partial<Listing> = {}): Listing {
  return {
    id: 'id',
    title: 'Song',
    artists: ['Artist'],
    popularity: 50,
    album: 'Album',
    year: 2001,
    list: 'List',
    genre: 'pop',
    scene: 'electropop',
    valence: 0.5,
    energy: 0.5,
    loudness: -7,
    danceability: 0.6,
    acousticness: 0.2,
    instrumentalness: 0.01,
    tempo: 120,
    mode: 1,
    tonic: 7,
    speechiness: 0.05,
    liveness: 0.1,
    seconds: 200,
    ...values,
  };
}

const GENRES = ['pop', 'rap', 'rock', 'latin', 'r&b', 'edm'];

/** A table of that many songs all over the map, the same on every run; every artist has five. */
export function table(size: number): readonly Listing[] {
  const random = randomFrom(1);
  return Array.from({ length: size }, (_, index) =>
    row({
      id: idOf(index),
      title: `Number ${index}`,
      artists: [`Artist ${Math.floor(index / 5)}`],
      popularity: 10 + Math.floor(random() * 90),
      year: 1960 + Math.floor(random() * 60),
      genre: GENRES[Math.floor(random() * GENRES.length)] ?? 'pop',
      valence: random(),
      energy: random(),
      acousticness: random(),
    }),
  );
}

/** An id like Spotify's. */
export function idOf(number: number): string {
  return String(number).padStart(22, '0');
}

/** Listings as TidyTuesday's table has them. */
export function tidyTuesday(listings: readonly Listing[]): string {
  const records = listings.map(
    ({ id, title, artists, year, list, genre, scene, tonic, seconds = 0, ...rest }) => ({
      track_id: id,
      track_name: title,
      track_artist: artists[0],
      track_popularity: rest.popularity,
      track_album_name: rest.album,
      track_album_release_date: year,
      playlist_name: list,
      playlist_genre: genre,
      playlist_subgenre: scene,
      danceability: rest.danceability,
      energy: rest.energy,
      key: tonic,
      loudness: rest.loudness,
      mode: rest.mode,
      speechiness: rest.speechiness,
      acousticness: rest.acousticness,
      instrumentalness: rest.instrumentalness,
      liveness: rest.liveness,
      valence: rest.valence,
      tempo: rest.tempo,
      duration_ms: 1000 * seconds,
    }),
  );
  return csv(records);
}

/** Records as CSV, every text in quotes. */
export function csv(records: readonly object[], delimiter = ','): string {
  const cell = (value: unknown): string => {
    if (value === undefined || typeof value === 'number') return String(value ?? '');
    return `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  };
  const lines = records.map((record) => Object.values(record).map(cell).join(delimiter));
  return [Object.keys(records[0] ?? {}).join(delimiter), ...lines, ''].join('\n');
}
