import { z } from 'zod';
import embedded from '../../../data/mood-map/weights.json' with { type: 'json' };
import { curvesSchema } from './curves.ts';
import { mapFiguresSchema } from './figures.ts';

/** The moods that tracks have been labelled with. */
export const LABELS = ['happy', 'energetic', 'calm', 'sad'] as const;

export type Label = (typeof LABELS)[number];

const spread = z.number().positive();

const axisSchema = curvesSchema.extend({
  /** What major adds and minor takes, times a half. */
  mode: z.number(),
  /** What listeners hear in a scene beyond its audio features, by the `nameKey` of its name. */
  scenes: z.record(z.string(), z.number()),
  /** How far scores spread on either side of neutral, which is 0. */
  below: spread,
  above: spread,
});

export type AxisWeights = z.infer<typeof axisSchema>;

export const weightsSchema = z.object({
  /** What it was fitted to: rows used of each table, and the SHA-256 of the table. */
  fittedTo: z.array(z.object({ table: z.string(), sha256: z.string(), rows: z.number() })),
  figures: mapFiguresSchema,
  places: z.object({ valence: axisSchema, arousal: axisSchema }),
  /** Log-odds of each label, up to what is common to all. */
  moods: z.record(z.enum(LABELS), curvesSchema),
});

/** Everything that the mood map knows, as `npm run catalog -- fit` writes it. */
export type MoodMapWeights = z.infer<typeof weightsSchema>;

let parsed: MoodMapWeights | undefined;

/** The weights that come with the program; parsed when first asked for, so that a new fit can replace an older form. */
export function embeddedWeights(): MoodMapWeights {
  parsed ??= weightsSchema.parse(embedded);
  return parsed;
}
