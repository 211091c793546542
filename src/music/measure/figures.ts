import { z } from 'zod';
import { INTENTS } from '../../domain/arc.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** What `evaluate music` prints of lists that were chosen one way. */
export const listFiguresSchema = z.object({
  lists: count,
  picks: count,
  /** In mood space, from a track to its slot, over all picks; with its 95 % interval over resampled moods. */
  slotDistance: z.object({
    mean: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    byIntent: z.record(z.enum(INTENTS), z.number()),
  }),
  /** Picks that lie beyond their slot's reach. */
  widened: share,
  /** Of two tracks side by side: their distance in mood space, and the logarithm of odds of their flow, 0 or less. */
  neighbours: z.object({ moodDistance: z.number(), flow: z.number() }),
  /** Over all pairs of a list: 1 − likeness in genre, decade, tempo and energy; and the distance in mood space. */
  diversity: z.object({ sound: share, moodDistance: z.number() }),
  artists: z.object({
    /** Share of lists that an artist is on twice. */
    twice: share,
    /** Tracks from one track of an artist to their next in the list; null where nobody came twice. */
    leastGap: count.nullable(),
    meanGap: z.number().nullable(),
    /** Lists in which an artist came more than twice or side by side. */
    rulesBroken: count,
  }),
  /** Lists in which a song came twice. */
  songsTwice: count,
  /** In bits: mean of the lists, of all picks together, and of the catalogue. */
  genreEntropy: z.object({ list: z.number(), all: z.number(), catalogue: z.number() }),
  /** The share of the catalogue that was ever picked. */
  coverage: share,
  /** The share of picks among the tenth of the catalogue that most people know; tracks that tie with it count too. */
  topDecile: share,
});

export type ListFigures = z.infer<typeof listFiguresSchema>;
