/**
 * How well points lie in their clusters, in [−1, 1]: the mean over all points of (b − a) / max(a, b), with a the mean
 * distance to the others of its cluster and b that to the nearest other cluster (Rousseeuw 1987). A point alone in its
 * cluster counts 0. Takes time by the square of the points.
 * @param clusters the cluster of each point, from 0
 */
export function silhouetteOf(points: readonly (readonly number[])[], clusters: readonly number[]): number {
  const sizes = new Array<number>(Math.max(0, ...clusters) + 1).fill(0);
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  const widths = points.map((point, index) => widthOf(point, clusters[index] ?? 0, points, clusters, sizes));
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

function widthOf(
  point: readonly number[],
  own: number,
  points: readonly (readonly number[])[],
  clusters: readonly number[],
  sizes: readonly number[],
): number {
  const sums = new Float64Array(sizes.length);
  points.forEach((other, index) => {
    const cluster = clusters[index] ?? 0;
    sums[cluster] = (sums[cluster] ?? 0) + distance(point, other);
  });
  const others = sizes.flatMap((size, cluster) =>
    cluster === own || size === 0 ? [] : (sums[cluster] ?? 0) / size,
  );
  const alone = (sizes[own] ?? 0) < 2;
  if (alone || others.length === 0) return 0;
  const a = (sums[own] ?? 0) / ((sizes[own] ?? 0) - 1);
  const b = Math.min(...others);
  return (b - a) / (Math.max(a, b) || 1);
}

function distance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return Math.sqrt(sum);
}
