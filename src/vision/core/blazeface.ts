import type * as tfjs from '@tensorflow/tfjs';

import type { Box } from '../../domain/reading.ts';
import type { PhotoTensor, Tensorflow } from './face-api.ts';

/** A point in the decoded photo's pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where BlazeFace sees the parts of a face; left and right as one sees the photo. */
export interface FacePoints {
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly nose: Point;
  readonly mouth: Point;
  readonly leftEar: Point;
  readonly rightEar: Point;
}

/** What may be a face: its box and points in the photo's pixels. */
export interface Proposal {
  readonly box: Box;
  /** The detector's confidence, in [0, 1]. */
  readonly score: number;
  readonly points: FacePoints;
}

/** A square of the photo to look at, in its pixels; it may reach over the edge, into grey. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Side of the square that the net looks at, in pixels. */
const INPUT = 256;

/** Beyond the photo's edge: the middle of the range, which the net sees as 0. */
const MIDDLE = 127.5;

/** The net's grids: cells a side, anchors a cell, and which outputs hold their logits and boxes. */
const GRIDS = [
  { cells: 16, anchors: 2, scores: 'Identity', boxes: 'Identity_2' },
  { cells: 8, anchors: 6, scores: 'Identity_1', boxes: 'Identity_3' },
] as const;

/** For each anchor: centre, width and height of the box, then six points, all as x, y from the anchor's centre. */
const NUMBERS = 16;

/**
 * What may be a face in each of some views, by BlazeFace (Bazarevsky et al. 2019, arXiv:1907.05047; MediaPipe's model
 * for back cameras): 896 anchors of fixed size, at the centres of a grid's cells; the net tells by how many of its input
 * pixels a face's box and points lie from there. One forward pass for all views.
 * @param least proposals of a lower score are left out
 */
export async function propose(
  tf: Tensorflow,
  net: tfjs.GraphModel,
  photo: PhotoTensor,
  views: readonly View[],
  least: number,
): Promise<readonly Proposal[]> {
  const outputs = tf.tidy(() =>
    [
      net.execute(
        look(tf, photo, views),
        GRIDS.flatMap(({ scores, boxes }) => [scores, boxes]),
      ),
    ].flat(),
  );
  const values = await Promise.all(outputs.map((output) => output.data()));
  tf.dispose(outputs);
  return GRIDS.flatMap(({ cells, anchors }, grid) => {
    const [logits, numbers] = [values[2 * grid] ?? [], values[2 * grid + 1] ?? []];
    return Array.from(logits).flatMap((logit, index) => {
      const score = 1 / (1 + Math.exp(-logit));
      const view = views[Math.floor(index / (cells * cells * anchors))];
      if (score < least || !view) return [];
      const cell = Math.floor(index / anchors) % (cells * cells);
      const scale = view.side / INPUT;
      const anchor = {
        x: view.x + (((cell % cells) + 0.5) * view.side) / cells,
        y: view.y + ((Math.floor(cell / cells) + 0.5) * view.side) / cells,
      };
      return [
        decode(Array.from(numbers.slice(index * NUMBERS, (index + 1) * NUMBERS)), anchor, scale, score),
      ];
    });
  });
}

/** The views at the net's size, `[views, 256, 256, 3]`, values −1 to 1. */
function look(tf: Tensorflow, photo: PhotoTensor, views: readonly View[]): tfjs.Tensor4D {
  const [height, width] = photo.shape;
  // Of a photo that is one pixel high or wide, every share of its length is that pixel.
  const [lastRow, lastColumn] = [Math.max(1, height - 1), Math.max(1, width - 1)];
  const boxes = views.map(({ x, y, side }) => {
    // cropAndResize lays its first and last sample on the box's edges; pixels have their centres half a step inside.
    const [from, to] = [(0.5 * side) / INPUT - 0.5, side - (0.5 * side) / INPUT - 0.5];
    return [(y + from) / lastRow, (x + from) / lastColumn, (y + to) / lastRow, (x + to) / lastColumn];
  });
  const pixels = tf.image.cropAndResize(
    photo.toFloat().expandDims<tfjs.Tensor4D>(0),
    tf.tensor2d(boxes, [views.length, 4]),
    tf.zeros([views.length], 'int32'),
    [INPUT, INPUT],
    'bilinear',
    MIDDLE,
  );
  return pixels.div(MIDDLE).sub(1);
}

function decode(numbers: readonly number[], anchor: Point, scale: number, score: number): Proposal {
  const pair = (index: number): Point => ({
    x: (numbers[2 * index] ?? 0) * scale,
    y: (numbers[2 * index + 1] ?? 0) * scale,
  });
  const point = (index: number): Point => ({ x: anchor.x + pair(index).x, y: anchor.y + pair(index).y });
  const [centre, size] = [point(0), pair(1)];
  return {
    box: { x: centre.x - size.x / 2, y: centre.y - size.y / 2, width: size.x, height: size.y },
    score,
    points: {
      leftEye: point(2),
      rightEye: point(3),
      nose: point(4),
      mouth: point(5),
      leftEar: point(6),
      rightEar: point(7),
    },
  };
}
