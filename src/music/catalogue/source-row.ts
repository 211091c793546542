import { z } from 'zod';

const share = z.coerce.number().min(0).max(1);

/** The columns of a table of audio features that placing a track in mood space needs, under Spotify's names. */
export const audioFeaturesSchema = z.object({
  /** How pleasant it sounds, 0 to 1. */
  valence: share,
  /** How intense it sounds, 0 to 1. */
  energy: share,
  /** Overall loudness in dB, about −60 to 2. */
  loudness: z.coerce.number(),
  danceability: share,
  acousticness: share,
  /** How likely nobody sings in it. */
  instrumentalness: share,
  /** How likely an audience was in the room. */
  liveness: share,
  /** How much of it is spoken. */
  speechiness: share,
  /** Beats a minute; 0 where none was found. */
  tempo: z.coerce.number().min(0),
});

export type AudioFeatures = z.infer<typeof audioFeaturesSchema>;

/** One line of `spotify_songs.csv` (TidyTuesday, 2020-01-21): a track in a playlist. A track stands in several. */
export const sourceRowSchema = audioFeaturesSchema.extend({
  track_id: z.string().min(1),
  track_name: z.string(),
  track_artist: z.string(),
  track_popularity: z.coerce.number().min(0).max(100),
  track_album_name: z.string(),
  /** A year, a month or a day, as ISO 8601. */
  track_album_release_date: z.string().regex(/^\d{4}/),
  playlist_name: z.string(),
  playlist_genre: z.string(),
  playlist_subgenre: z.string(),
  /** 1 is major, 0 is minor. */
  mode: z.coerce.number().min(0).max(1),
  duration_ms: z.coerce.number().min(0),
});

export type SourceRow = z.infer<typeof sourceRowSchema>;
