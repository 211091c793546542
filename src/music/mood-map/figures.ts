import { z } from 'zod';

const share = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);

/** How well an axis agrees with listeners' tags on songs that no model was fitted to. */
const axisFigures = z.object({
  /** Share of the tags' variance that is explained, with its 95 % interval over resampled songs. */
  r2: z.number(),
  interval,
  /** Rank correlation. */
  spearman: z.number(),
});

/** By how much the first explains more than the second, on the same resampled songs. */
const differenceFigures = z.object({ r2: z.number(), interval });

const onBothAxes = <T extends z.ZodType>(figures: T) => z.object({ valence: figures, arousal: figures });

/** How well the mood map agrees with people: what `evaluate music` prints of it. */
export const mapFiguresSchema = z.object({
  /** On the validation rows of listeners' tags. */
  tags: z.object({
    fittedTo: z.number(),
    n: z.number(),
    models: z.object({
      /** The plain rule by hand. */
      rule: onBothAxes(axisFigures),
      /** Ridge regression on the standardised features. */
      ridge: onBothAxes(axisFigures),
      /** The map from audio features alone, in the unit of the tags. */
      features: onBothAxes(axisFigures),
      /** The map with the scenes, as the catalogue is placed, in the unit of the tags. */
      scenes: onBothAxes(axisFigures),
      /** The same as a place in the square, read by a straight line. */
      place: onBothAxes(axisFigures),
    }),
    differences: z.object({
      featuresOverRidge: onBothAxes(differenceFigures),
      featuresOverRule: onBothAxes(differenceFigures),
      scenesOverRidge: onBothAxes(differenceFigures),
      scenesOverRule: onBothAxes(differenceFigures),
    }),
  }),
  /** On tracks labelled happy, energetic, calm or sad, from audio features alone. */
  labels: z.object({
    n: z.number(),
    folds: z.number(),
    repeats: z.number(),
    /** The plain rule by hand, which was set on the same tracks. */
    rule: z.object({ accuracy: share, standardError: share }),
    /** Mean over the repeats, each track judged by a fit that did not see it. */
    ours: z.object({
      accuracy: share,
      standardError: share,
      /** The lowest and the highest of the repeats. */
      range: z.tuple([share, share]),
      /** Tracks a cell, mean over the repeats: given label by row, our label by column. */
      confusion: z.record(z.string(), z.record(z.string(), z.number())),
    }),
  }),
});

export type MapFigures = z.infer<typeof mapFiguresSchema>;
