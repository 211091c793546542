import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../../src/music/catalogue/clusters/agreement.ts';
import { clustersOf } from '../../../../src/music/catalogue/clusters/cluster.ts';
import { FEATURES, FeatureTable } from '../../../../src/music/catalogue/clusters/features.ts';
import { nameClusters } from '../../../../src/music/catalogue/clusters/name-clusters.ts';
import { silhouetteOf } from '../../../../src/music/catalogue/clusters/silhouette.ts';
import { randomFrom } from '../../../../src/music/random.ts';
import { row } from '../rows.ts';

describe('silhouetteOf', () => {
  it('is what Rousseeuw’s formula gives by hand', () => {
    // a = 1 and b = 4.5, 3.5 for the pair; the third is alone.
    expect(silhouetteOf([[0], [1], [4.5]], [0, 0, 1])).toBeCloseTo((3.5 / 4.5 + 2.5 / 3.5 + 0) / 3, 9);
  });

  it('is below 0 where points lie in the wrong cluster, and 0 where there is but one', () => {
    expect(silhouetteOf([[0], [9], [1], [10]], [0, 0, 1, 1])).toBeLessThan(0);
    expect(silhouetteOf([[0], [9]], [0, 0])).toBe(0);
  });
});

describe('agreementOf', () => {
  const pairs = (a: readonly number[], b: readonly number[]) =>
    a.map((one, at) => [one, b[at] ?? 0] as const);

  it('is 1 for the same groups, whatever their numbers', () => {
    expect(agreementOf(pairs([0, 0, 1, 1, 2], [7, 7, 3, 3, 5]))).toEqual({
      adjustedRand: 1,
      mutualInformation: 1,
    });
  });

  it('is what scikit-learn documents for its examples', () => {
    expect(agreementOf(pairs([0, 0, 1, 2], [0, 0, 1, 1]))?.adjustedRand).toBeCloseTo(0.571, 3);
    expect(agreementOf(pairs([0, 0, 1, 1], [0, 0, 1, 2]))?.mutualInformation).toBeCloseTo(0.8, 6);
    expect(agreementOf(pairs([0, 0, 0, 0], [0, 1, 2, 3]))).toEqual({ adjustedRand: 0, mutualInformation: 0 });
  });

  it('is near 0 for groups by chance, and nothing for fewer than two things', () => {
    const random = randomFrom(3);
    const chance = Array.from(
      { length: 4000 },
      () => [Math.floor(5 * random()), Math.floor(7 * random())] as const,
    );
    expect(Math.abs(agreementOf(chance)?.adjustedRand ?? 1)).toBeLessThan(0.01);
    expect(agreementOf(chance)?.mutualInformation).toBeLessThan(0.01);
    expect(agreementOf([])).toBeUndefined();
  });
});

describe('clustersOf', () => {
  const random = randomFrom(2);
  const kinds = [
    { energy: 0.1, acousticness: 0.9, tempo: 70 },
    { energy: 0.9, acousticness: 0.05, tempo: 170 },
    { valence: 0.95, danceability: 0.95 },
    { instrumentalness: 0.9, valence: 0.05 },
    { speechiness: 0.45, liveness: 0.6 },
    { loudness: -20, danceability: 0.1 },
  ];
  const table = new FeatureTable();
  const kindOf = Array.from({ length: 600 }, (_, index) => index % kinds.length);
  for (const kind of kindOf) {
    const features = { ...row(), ...kinds[kind] };
    table.push({ ...features, valence: Math.min(1, features.valence + 0.05 * random()) });
  }

  it('finds the kinds that are there, and the same ones again', () => {
    const clusters = clustersOf(table);
    expect(clusters.centres).toHaveLength(kinds.length);
    expect(clusters.silhouette).toBeGreaterThan(0.8);
    expect(agreementOf(kindOf.map((kind, at) => [kind, clusters.of[at] ?? 0] as const))?.adjustedRand).toBe(
      1,
    );
    expect(clustersOf(table)).toEqual(clusters);
  });

  it.each([1, 2, 9])('makes do with %i tracks', (size) => {
    const few = new FeatureTable();
    for (let at = 0; at < size; at += 1) few.push(row());
    const { centres, of, silhouette } = clustersOf(few);
    expect(of).toHaveLength(size);
    expect(centres.flat().every(Number.isFinite)).toBe(true);
    expect(silhouette).toBe(0);
  });
});

describe('nameClusters', () => {
  const centre = (values: Partial<Record<(typeof FEATURES)[number], number>>): readonly number[] =>
    FEATURES.map((feature) => values[feature] ?? 0.01);

  it('says how loud it is and what marks it', () => {
    const names = nameClusters(
      [
        centre({ acousticness: 2 }),
        centre({ acousticness: -2 }),
        centre({ instrumentalness: 2, energy: -3 }),
      ],
      [-0.8, 0.9, -0.2],
    );
    expect(names).toEqual(['quiet acoustic', 'intense electric', 'gentle instrumental']);
  });

  it('gives no name twice', () => {
    const alike = Array.from({ length: 12 }, () => centre({ valence: 2, tempo: 1 }));
    const names = nameClusters(
      alike,
      alike.map(() => 0.2),
    );
    expect(names.slice(0, 2)).toEqual(['lively bright', 'lively fast bright']);
    expect(new Set(names).size).toBe(12);
  });
});
