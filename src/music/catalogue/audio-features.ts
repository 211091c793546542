import { z } from 'zod';

/** A number as a table writes it; a blank is none. */
export const numberInTable = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.coerce.number(),
);

const share = numberInTable.pipe(z.number().min(0).max(1));

/** The columns of a table of audio features that placing a track in mood space needs, under Spotify's names. */
export const audioFeaturesSchema = z.object({
  /** How pleasant it sounds, 0 to 1. */
  valence: share,
  /** How intense it sounds, 0 to 1. */
  energy: share,
  /** Overall loudness in dB, about −60 to 2. */
  loudness: numberInTable.pipe(z.number().min(-100).max(20)),
  danceability: share,
  acousticness: share,
  /** How likely nobody sings in it. */
  instrumentalness: share,
  /** How likely an audience was in the room. */
  liveness: share,
  /** How much of it is spoken. */
  speechiness: share,
  /** Beats a minute; 0 where none was found. */
  tempo: numberInTable.pipe(z.number().min(0).max(1000)),
});

export type AudioFeatures = z.infer<typeof audioFeaturesSchema>;
