import { randomFrom } from '../../random.ts';

const RESAMPLES = 2000;

/** The mean of some numbers; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The root of the mean of squares; 0 of none. */
export function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value ** 2)));
}

/** Standard deviation around the mean. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return rootMeanSquare(values.map((value) => value - middle));
}

/** Pearson's correlation of pairs, 0 where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  const together = mean(a.map((value, index) => (value - middleA) * ((b[index] ?? middleB) - middleB)));
  return together / (deviation(a) * deviation(b) || 1);
}

/** Spearman's correlation: that of the ranks. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  return correlation(ranks(a), ranks(b));
}

/** Ranks from 0; equal values share the middle of theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const places = Map.groupBy(sorted.keys(), (index) => sorted[index] ?? 0);
  return values.map((value) => {
    const equal = places.get(value) ?? [];
    return ((equal[0] ?? 0) + (equal.at(-1) ?? 0)) / 2;
  });
}

/** The value below which a share of the values lies, with a straight line between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (at - Math.floor(at)) * (above - below);
}

/** The straight line through pairs that leaves the least squares, as a function. */
export function lineThrough(x: readonly number[], y: readonly number[]): (value: number) => number {
  const slope = (correlation(x, y) * deviation(y)) / (deviation(x) || 1);
  const [middleX, middleY] = [mean(x), mean(y)];
  return (value) => middleY + slope * (value - middleX);
}

/** The values in an order that the random numbers decide. */
export function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** Rows drawn with replacement, the same for everything that is compared (the paired bootstrap, Efron 1979). */
export function resamples(n: number): readonly (readonly number[])[] {
  const random = randomFrom(1);
  return Array.from({ length: RESAMPLES }, () => Array.from({ length: n }, () => Math.floor(random() * n)));
}

/** The interval that holds the middle 95 % of resampled values. */
export function intervalOf(values: readonly number[]): [number, number] {
  return [quantile(values, 0.025), quantile(values, 0.975)];
}
