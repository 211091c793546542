/** Two decimals: finer than anybody hears, and without the noise of single precision. + 0 turns −0 into 0. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
