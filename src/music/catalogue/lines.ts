import { z } from 'zod';
import type { Track } from '../../domain/playlist.ts';

const place = z.number().min(-1).max(1);

const trackSchema: z.ZodType<Track> = z
  .object({
    id: z.string().min(1),
    title: z.string().min(1),
    artists: z.tuple([z.string().min(1)], z.string().min(1)),
    year: z.int(),
    genre: z.string().min(1),
    valence: place,
    arousal: place,
    popularity: z.number().min(0).max(100),
  })
  .readonly();

/** One JSON object a line, the keys always in the same order: it diffs by the track. */
export function writeLines(tracks: readonly Track[]): string {
  return tracks
    .map(({ id, title, artists, year, genre, valence, arousal, popularity }) =>
      JSON.stringify({ id, title, artists, year, genre, valence, arousal, popularity }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * The tracks that `writeLines` wrote.
 * @throws SyntaxError or ZodError if a line is not a track
 */
export function readLines(text: string): readonly Track[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => trackSchema.parse(JSON.parse(line)));
}
