import { kmeans } from 'ml-kmeans';
import { randomFrom } from '../../random.ts';
import type { FeatureTable } from './features.ts';
import { silhouetteOf } from './silhouette.ts';

/** So many that a cluster says something, so few that a person can tell them apart. */
const FEWEST = 5;
const MOST = 12;

/** More tracks move the centres no further; the silhouette takes time by the square of its own. */
const SAMPLE = 8000;
const SILHOUETTE_SAMPLE = 2000;

const SEED = 1;

/** Tracks that sound alike. */
export interface Clusters {
  /** Their middles, in standard deviations of the features. */
  readonly centres: readonly (readonly number[])[];
  /** The cluster of each track. */
  readonly of: Uint8Array;
  /** Of a sample; 0 where there is only one cluster. */
  readonly silhouette: number;
}

/**
 * k-means (k-means++, seeded) on the standardised features of a sample; of several numbers of clusters, the one with the
 * best silhouette. The same tracks in the same order give the same clusters.
 */
export function clustersOf(table: FeatureTable): Clusters {
  const featuresOf = table.standardised();
  const sample = sampleOf(table.size).map(featuresOf);
  const shown = sample.slice(0, SILHOUETTE_SAMPLE);
  const counts = Array.from({ length: MOST - FEWEST + 1 }, (_, more) => FEWEST + more);
  const tries = counts
    .filter((count) => count <= sample.length / 2)
    .map((count) => {
      const { centroids, clusters } = kmeans(sample, count, { seed: SEED, initialization: 'kmeans++' });
      return { centres: centroids, silhouette: silhouetteOf(shown, clusters.slice(0, shown.length)) };
    });
  const { centres, silhouette } = tries.reduce(
    (best, next) => (next.silhouette > best.silhouette ? next : best),
    {
      centres: [new Array<number>(sample[0]?.length ?? 0).fill(0)],
      silhouette: tries.length === 0 ? 0 : -1,
    },
  );
  const of = Uint8Array.from({ length: table.size }, (_, track) => nearest(featuresOf(track), centres));
  return { centres, of, silhouette };
}

/** Different rows, in random order: the first of a Fisher-Yates shuffle. */
function sampleOf(size: number): readonly number[] {
  const random = randomFrom(SEED);
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  for (let at = 0; at < Math.min(size, SAMPLE); at += 1) {
    const other = at + Math.floor(random() * (size - at));
    [rows[at], rows[other]] = [rows[other] ?? 0, rows[at] ?? 0];
  }
  return [...rows.subarray(0, SAMPLE)];
}

function nearest(point: readonly number[], centres: readonly (readonly number[])[]): number {
  let best = 0;
  let least = Infinity;
  centres.forEach((centre, cluster) => {
    const distance = centre.reduce((sum, value, at) => sum + (value - (point[at] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [cluster, distance];
  });
  return best;
}
