import type { Box } from '../../domain/reading.ts';
import type { FacePoints, Proposal } from './blazeface.ts';
import type { FaceCrop } from './crop.ts';

/**
 * How a face stands in FER-2013's squares, as shares of their side: medians of what BlazeFace sees in 1,200 of its
 * training faces (the middle half of them lies within ±0.03; widths within ±0.035).
 */
export const FER_FACE = {
  boxCentre: { x: 0.497, y: 0.585 },
  boxWidth: 0.855,
  eyes: { x: 0.5, y: 0.391 },
  mouth: { x: 0.505, y: 0.778 },
  leftEye: { x: 0.315, y: 0.391 },
  rightEye: { x: 0.68, y: 0.391 },
} as const;

/** A face that leans further is more likely one whose points are wrong; in radians. */
const MOST_TILT = Math.PI / 4;

/** The square in which a face stands as faces stand in FER-2013, upright. */
export function alignedCrop({ box, points }: Pick<Proposal, 'box' | 'points'>): FaceCrop {
  const tilt = clamp(leaning(points), MOST_TILT);
  // The eyes and the mouth come nearer to each other in a face that turns away; the box hardly changes.
  const side = (box.width + box.height) / 2 / FER_FACE.boxWidth;
  const centre = middle(
    fromCentre(boxCentre(box), FER_FACE.boxCentre, side, tilt),
    fromCentre(
      middle(middle(points.leftEye, points.rightEye), points.mouth),
      middle(FER_FACE.eyes, FER_FACE.mouth),
      side,
      tilt,
    ),
  );
  return { ...centre, side, tilt };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The turn of the similarity that lays FER-2013's eyes and mouth on these, by least squares. */
function leaning({ leftEye, rightEye, mouth }: FacePoints): number {
  const pairs = [
    [FER_FACE.leftEye, leftEye],
    [FER_FACE.rightEye, rightEye],
    [FER_FACE.mouth, mouth],
  ] as const;
  const mean = (index: 0 | 1): Place => ({
    x: pairs.reduce((sum, pair) => sum + pair[index].x, 0) / pairs.length,
    y: pairs.reduce((sum, pair) => sum + pair[index].y, 0) / pairs.length,
  });
  const [from, to] = [mean(0), mean(1)];
  let [along, across] = [0, 0];
  for (const [model, seen] of pairs) {
    const [a, b] = [minus(model, from), minus(seen, to)];
    along += a.x * b.x + a.y * b.y;
    across += a.x * b.y - a.y * b.x;
  }
  return Math.atan2(across, along);
}

/** Where the square's centre lies if what stands at `share` of it is seen at `seen`. */
function fromCentre(seen: Place, share: Place, side: number, tilt: number): Place {
  const [across, down] = [(0.5 - share.x) * side, (0.5 - share.y) * side];
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  return { x: seen.x + across * cos - down * sin, y: seen.y + across * sin + down * cos };
}

function boxCentre({ x, y, width, height }: Box): Place {
  return { x: x + width / 2, y: y + height / 2 };
}

function middle(a: Place, b: Place): Place {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function minus(a: Place, b: Place): Place {
  return { x: a.x - b.x, y: a.y - b.y };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most);
}
