import { describe, expect, it } from 'vitest';
import { mapFiguresSchema } from '../../../../src/music/mood-map/figures.ts';
import { fitPlaces } from '../../../../src/music/mood-map/fit/fit-places.ts';
import { measureMap, type People } from '../../../../src/music/mood-map/fit/measure.ts';
import type { TaggedSong } from '../../../../src/music/mood-map/fit/people.ts';
import { embeddedWeights, LABELS } from '../../../../src/music/mood-map/weights.ts';
import { randomFrom } from '../../../../src/music/random.ts';
import { row } from '../../catalogue/rows.ts';

const random = randomFrom(9);

/** Listeners who hear valence at its brightest in the middle, which no straight line knows, and arousal in energy. */
function songs(count: number): readonly TaggedSong[] {
  return Array.from({ length: count }, () => {
    const [valence, energy] = [random(), random()];
    return {
      track: { ...row({ valence, energy }), mode: 1, scenes: [] },
      tag: { valence: 4 * valence * (1 - valence) - 0.66 + 0.1 * random(), arousal: energy - 0.5 },
    };
  });
}

const people: People = {
  training: songs(300),
  validation: songs(60),
  labelled: Array.from({ length: 80 }, (_, index) => {
    const label = LABELS[index % 4] ?? 'sad';
    const energy = label === 'energetic' || label === 'happy' ? 0.9 : 0.1;
    return { label, features: row({ energy, valence: label === 'calm' || label === 'happy' ? 0.9 : 0.1 }) };
  }),
};

describe('measureMap', () => {
  const places = fitPlaces(
    people.training,
    [],
    people.training.map(({ track }) => track),
  );
  const figures = measureMap(people, places);

  it('sees that curves explain what a straight line cannot', () => {
    const { models, differences, fittedTo, n } = figures.tags;
    expect({ fittedTo, n }).toEqual({ fittedTo: 300, n: 60 });
    expect(models.ridge.valence.r2).toBeLessThan(0.2);
    expect(models.ridge.arousal.r2).toBeGreaterThan(0.9);
    expect(models.features.valence.r2).toBeGreaterThan(0.3);
    expect(differences.featuresOverRidge.valence.interval[0]).toBeGreaterThan(0);
    expect(differences.featuresOverRidge.valence.r2).toBeCloseTo(
      models.features.valence.r2 - models.ridge.valence.r2,
      12,
    );
  });

  it('judges labels by fits that did not see them', () => {
    const { ours, n } = figures.labels;
    expect(n).toBe(80);
    expect(ours.accuracy).toBe(1);
    expect(ours.confusion['calm']).toEqual({ happy: 0, energetic: 0, calm: 20, sad: 0 });
    const alone = people.labelled.map((track, index) => ({
      ...track,
      label: LABELS[Math.floor(index / 20)] ?? 'sad',
    }));
    expect(measureMap({ ...people, labelled: alone }, places).labels.ours.accuracy).toBeLessThan(0.5);
  });

  it('measures the same every time', () => {
    expect(measureMap(people, places)).toEqual(figures);
  });
});

describe('the figures that ship', () => {
  it('are as good as is claimed', () => {
    const { tags, labels } = mapFiguresSchema.parse(embeddedWeights().figures);
    expect(labels.ours.accuracy).toBeGreaterThanOrEqual(0.81);
    for (const axis of ['valence', 'arousal'] as const) {
      expect(tags.models.features[axis].r2).toBeGreaterThanOrEqual(tags.models.ridge[axis].r2);
      expect(tags.models.features[axis].r2).toBeGreaterThan(tags.models.rule[axis].r2);
      expect(tags.differences.scenesOverRule[axis].interval[0]).toBeGreaterThan(0);
    }
  });
});
