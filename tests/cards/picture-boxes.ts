import { Resvg } from '@resvg/resvg-js';

import { FONT_FILES } from '../../src/cards/fonts.ts';

export const WIDTH = 800;
export const HEIGHT = 480;

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const measured = new Map<string, Box>();

/** Where the words of a picture are painted, as resvg lays them out. */
export function wordsOf(svg: string): readonly Box[] {
  const [, font = ''] = /font-family="([^"]+)"/.exec(svg) ?? [];
  return [...svg.matchAll(/<text .*?<\/text>/gs)].map(([element]) => boxOf(element, font));
}

function boxOf(element: string, font: string): Box {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${font}">${element}</svg>`;
  const known = measured.get(drawing);
  if (known) return known;
  const box = new Resvg(drawing, {
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES] },
  }).getBBox();
  if (!box) throw new Error(`nothing is painted for ${element}`);
  const { x, y, width, height } = box;
  const text = element.replaceAll(/<[^>]*>/g, '');
  const found = { text, left: x, top: y, right: x + width, bottom: y + height };
  measured.set(drawing, found);
  return found;
}

export interface Marker {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The markers of the faces: the last group of the picture. */
export function markersOf(svg: string): readonly Marker[] {
  const [, group = ''] = /<g stroke="[^"]*" stroke-width="3">(.*?)<\/g>/s.exec(svg) ?? [];
  return [...group.matchAll(/cx="([^"]+)" cy="([^"]+)" r="([^"]+)"/g)].map(([, x, y, r]) => ({
    x: Number(x),
    y: Number(y),
    r: Number(r) + 1.5,
  }));
}

/** What is wrong with where the words are: over the edge, over each other, under a marker. */
export function faultsIn(
  boxes: readonly Box[],
  markers: readonly Marker[],
  width = WIDTH,
): readonly string[] {
  return boxes.flatMap(({ text, left, top, right, bottom }, index) => [
    ...(Math.min(left, top, width - right, HEIGHT - bottom) < 8 ? [`“${text}” leaves the picture`] : []),
    ...boxes
      .slice(index + 1)
      .filter((other) => right > other.left && other.right > left && bottom > other.top && other.bottom > top)
      .map((other) => `“${text}” and “${other.text}” overlap`),
    ...markers
      .filter(
        ({ x, y, r }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < r,
      )
      .map(() => `“${text}” lies under a marker`),
  ]);
}
