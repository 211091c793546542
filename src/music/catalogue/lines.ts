import { z } from 'zod';
import type { Track } from '../../domain/playlist.ts';
import { keyAt, keyNumber } from './key-number.ts';

const place = z.number().min(-1).max(1);

/** What a line has beyond the track's own names: the key as a number, for it is 2,800 times in the file. */
const lineSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  artists: z.tuple([z.string().min(1)], z.string().min(1)).readonly(),
  year: z.int().min(1).max(9999).exactOptional(),
  genre: z.string().min(1),
  valence: place,
  arousal: place,
  popularity: z.number().min(0).max(100).exactOptional(),
  tempo: z.number().positive().exactOptional(),
  energy: z.number().min(0).max(1).exactOptional(),
  /** 0 to 11 are the major keys from C upwards, 12 to 23 the minor ones. */
  key: z.int().min(0).max(23).exactOptional(),
  seconds: z.number().positive().exactOptional(),
  explicit: z.boolean().exactOptional(),
});

const COLUMNS = lineSchema.keyof().options;

/** One JSON object a line, the keys always in the same order: it diffs by the track. */
export function writeLines(tracks: readonly Track[]): string {
  return tracks
    .map((track) => ({ ...track, key: track.key && keyNumber(track.key) }))
    .map((line) => `${JSON.stringify(line, COLUMNS)}\n`)
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
    .map((line) => {
      const { key, ...track } = lineSchema.parse(JSON.parse(line));
      return key === undefined ? track : { ...track, key: keyAt(key) };
    });
}
