/** A row of numbers of which most are 0: where the others stand, in ascending order, and what they are. */
export interface Row {
  readonly at: Uint16Array;
  readonly values: Float64Array;
}

/** A square, symmetric matrix by rows; what is above the diagonal does not count. */
export type Matrix = readonly Float64Array[];

/** A row without zeros. */
export function fullRow(values: readonly number[]): Row {
  return { at: Uint16Array.from(values.keys()), values: Float64Array.from(values) };
}

/** What a row's numbers sum to, each times its weight. */
export function dot({ at, values }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1)
    sum += (values[index] ?? 0) * (weights[at[index] ?? 0] ?? 0);
  return sum;
}

/** XᵀWX + P: rows `x` with a weight each, and a penalty. */
export function gram(rows: readonly Row[], weights: Float64Array, penalty: Matrix): Matrix {
  const sum = penalty.map((line) => line.slice());
  rows.forEach((row, index) => addSquare(sum, row, weights[index] ?? 0));
  return sum;
}

function addSquare(to: Matrix, { at, values }: Row, weight: number): void {
  for (let row = 0; row < at.length; row += 1) {
    const line = to[at[row] ?? 0];
    const factor = weight * (values[row] ?? 0);
    for (let column = 0; line && column <= row; column += 1) {
      const place = at[column] ?? 0;
      line[place] = (line[place] ?? 0) + factor * (values[column] ?? 0);
    }
  }
}

/** Xᵀv: the sum of the rows, each times its value. */
export function weightedSum(rows: readonly Row[], factors: Float64Array, length: number): Float64Array {
  const sum = new Float64Array(length);
  rows.forEach(({ at, values }, index) => {
    const factor = factors[index] ?? 0;
    at.forEach((place, each) => (sum[place] = (sum[place] ?? 0) + factor * (values[each] ?? 0)));
  });
  return sum;
}

/**
 * Solves Ax = b by Cholesky's factors.
 * @param matrix positive definite
 * @throws RangeError if it is not
 */
export function solve(matrix: Matrix, right: Float64Array): Float64Array {
  const factors: Float64Array[] = [];
  const half = new Float64Array(matrix.length);
  for (const [row, given] of matrix.entries()) {
    const line = given.slice(0, row + 1);
    factors.forEach((other, column) => {
      line[column] = ((line[column] ?? 0) - product(line, other, column)) / (other[column] ?? 1);
    });
    const square = (line[row] ?? 0) - product(line, line, row);
    if (!(square > 0)) throw new RangeError('the matrix is not positive definite');
    line[row] = Math.sqrt(square);
    half[row] = ((right[row] ?? 0) - product(line, half, row)) / line[row];
    factors.push(line);
  }
  const solution = new Float64Array(matrix.length);
  for (const [row, line] of [...factors.entries()].reverse()) {
    const known = factors
      .slice(row + 1)
      .reduce((sum, below, at) => sum + (below[row] ?? 0) * (solution[row + 1 + at] ?? 0), 0);
    solution[row] = ((half[row] ?? 0) - known) / (line[row] ?? 1);
  }
  return solution;
}

function product(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The weights that leave the least weighted squares of `targets`, penalised. */
export function leastSquares(
  rows: readonly Row[],
  targets: Float64Array,
  weights: Float64Array,
  penalty: Matrix,
): Float64Array {
  const weighted = targets.map((target, index) => target * (weights[index] ?? 0));
  return solve(gram(rows, weights, penalty), weightedSum(rows, weighted, penalty.length));
}

/** A penalty with more unknowns at its end, each with its own cost. */
export function withMore(penalty: Matrix, costs: readonly number[]): Matrix {
  const length = penalty.length + costs.length;
  return Array.from({ length }, (_, row) => {
    const line = new Float64Array(length);
    line.set(penalty[row] ?? []);
    line[row] = costs[row - penalty.length] ?? line[row] ?? 0;
    return line;
  });
}
