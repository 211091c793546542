import { MoodringError } from '../../../errors.ts';
import type { Field } from './listing.ts';

/** "Artist Name(s)", as Exportify calls it in the playlists that it saves. */
const PLAYLIST_ARTISTS = 'artist_name_s';

/**
 * What public tables of audio features call their columns: TidyTuesday's `spotify_songs`, and at Kaggle `dataset`
 * (114,000 tracks), `data` (160,000), `tracks` (600,000), `tracks_features` (1.2 million), `SpotifyFeatures` and their
 * like, and the playlists that Exportify saves. Of several that a table has, the first counts.
 */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  id: ['track_id', 'spotify_id', 'id', 'track_uri', 'uri', 'track_url'],
  title: ['track_name', 'song_name', 'song_title', 'name', 'song', 'title', 'track'],
  artists: [
    'artists',
    'track_artists',
    'artist_names',
    PLAYLIST_ARTISTS,
    'artist_name',
    'artists_name',
    'track_artist',
    'artist',
  ],
  album: ['track_album_name', 'album_name', 'album'],
  list: ['playlist_name'],
  genre: ['track_genre', 'playlist_genre', 'music_genre', 'genre', 'genres', 'artist_genres'],
  scene: ['playlist_subgenre', 'subgenre'],
  year: ['track_album_release_date', 'album_release_date', 'release_date', 'release_year', 'year'],
  popularity: ['track_popularity', 'song_popularity', 'popularity'],
  mode: ['mode'],
  tonic: ['key'],
  seconds: ['duration_ms', 'song_duration_ms', 'track_duration_ms'],
  explicit: ['explicit'],
  valence: ['valence'],
  energy: ['energy'],
  loudness: ['loudness'],
  danceability: ['danceability'],
  acousticness: ['acousticness'],
  instrumentalness: ['instrumentalness'],
  liveness: ['liveness'],
  speechiness: ['speechiness'],
  tempo: ['tempo'],
};

const OPTIONAL: ReadonlySet<Field> = new Set([
  'album',
  'list',
  'genre',
  'scene',
  'year',
  'popularity',
  'mode',
  'tonic',
  'seconds',
  'explicit',
] as const);

/** A field of ours, and the column of the table that it stands in. */
export type Place = readonly [field: Field, column: number];

/**
 * Where our fields stand in a table with this header, however its names are cased and spaced.
 * @throws MoodringError `table-unknown` (details: `file` and the `columns` that are not there)
 */
export function placesIn(header: readonly string[], file: string): readonly Place[] {
  const names = header.map(plain);
  const fields = Object.keys(COLUMNS).filter((name): name is Field => name in COLUMNS);
  const places = fields.map((field): Place => [field, columnOf(COLUMNS[field], names)]);
  const missing = places.filter(([field, column]) => column < 0 && !OPTIONAL.has(field));
  if (missing.length > 0)
    throw new MoodringError('table-unknown', { file, columns: missing.map(([field]) => field).join(', ') });
  return places.filter(([, column]) => column >= 0);
}

/** The column of artists in a playlist that Exportify saved, whose names may have commas between them; −1 if there is none. */
export function playlistArtistsIn(header: readonly string[]): number {
  return header.map(plain).indexOf(PLAYLIST_ARTISTS);
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '');
}

function columnOf(known: readonly string[], names: readonly string[]): number {
  return known.map((name) => names.indexOf(name)).find((column) => column >= 0) ?? -1;
}
