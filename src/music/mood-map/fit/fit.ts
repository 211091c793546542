import { z } from 'zod';
import type { Listened } from '../mood-map.ts';
import { weightsSchema, type MoodMapWeights } from '../weights.ts';
import { fitLabels } from './fit-labels.ts';
import { fitPlaces } from './fit-places.ts';
import { measureMap, type People } from './measure.ts';

const fittedSchema = weightsSchema.pick({ places: true, moods: true });

/**
 * Fits the whole map and measures it; the same tables give the same weights. The validation songs only measure.
 * @param songs what the map is mostly used on; each counts once
 */
export function fitMoodMap(people: People, songs: readonly Listened[]): Omit<MoodMapWeights, 'fittedTo'> {
  const { places, moods } = fittedSchema.parse(
    short({
      places: fitPlaces(people.training, people.labelled, songs),
      moods: fitLabels(people.labelled),
    }),
  );
  const { figures } = z
    .object({ figures: weightsSchema.shape.figures })
    .parse(short({ figures: measureMap(people, places) }));
  return { figures, places, moods };
}

/** With four decimals, finer than anything that is fitted. */
function short(value: unknown): unknown {
  const rounded = (_: string, each: unknown): unknown =>
    typeof each === 'number' ? Math.round(each * 1e4) / 1e4 + 0 : each;
  return JSON.parse(JSON.stringify(value, rounded));
}
