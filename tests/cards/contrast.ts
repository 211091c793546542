type Rgb = readonly [number, number, number];

/** Red, green and blue of `#rrggbb` or of a browser's `rgb(r, g, b)`. */
export function rgbOf(colour: string): Rgb {
  const [, r, g, b] =
    /^#(..)(..)(..)$/.exec(colour)?.map((part) => Number.parseInt(part, 16)) ??
    /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.map(Number) ??
    [];
  if (r === undefined || g === undefined || b === undefined)
    throw new RangeError(`not a solid colour: ${colour}`);
  return [r, g, b];
}

/** A colour laid over another. */
export function mixed(over: string, under: string, opacity: number): string {
  const below = rgbOf(under);
  const [r, g, b] = rgbOf(over).map((part, index) =>
    Math.round(part * opacity + (below[index] ?? 0) * (1 - opacity)),
  );
  return `rgb(${r ?? 0}, ${g ?? 0}, ${b ?? 0})`;
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour);
  const linear = (part: number): number =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
