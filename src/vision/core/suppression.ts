import type { Box } from '../../domain/reading.ts';
import type { FacePoints, Point, Proposal } from './blazeface.ts';

/** Boxes that share more than this of their union are one face. */
const SAME_FACE_OVERLAP = 0.4;

/** Of two boxes of which one has this share of its area within the other, one is wrong. */
const SAME_PLACE = 0.6;

/**
 * Non-maximum suppression by blending, as MediaPipe does it: of proposals that overlap much, the best one's score stays,
 * and their boxes and points are averaged by score, which steadies them. Best first.
 */
export function blended(proposals: readonly Proposal[]): readonly Proposal[] {
  const left = proposals.toSorted((a, b) => b.score - a.score);
  const faces: Proposal[] = [];
  for (let best = left[0]; best; best = left[0]) {
    const { box } = best;
    const same = left.filter((other) => other === best || overlap(box, other.box) > SAME_FACE_OVERLAP);
    faces.push({ score: best.score, ...averaged(same) });
    left.splice(0, left.length, ...left.filter((other) => !same.includes(other)));
  }
  return faces;
}

function averaged(faces: readonly Proposal[]): Pick<Proposal, 'box' | 'points'> {
  const total = faces.reduce((sum, { score }) => sum + score, 0);
  const mean = (of: (face: Proposal) => number): number =>
    faces.reduce((sum, face) => sum + of(face) * face.score, 0) / total;
  const point = (name: keyof FacePoints): Point => ({
    x: mean(({ points }) => points[name].x),
    y: mean(({ points }) => points[name].y),
  });
  return {
    box: {
      x: mean(({ box }) => box.x),
      y: mean(({ box }) => box.y),
      width: mean(({ box }) => box.width),
      height: mean(({ box }) => box.height),
    },
    points: {
      leftEye: point('leftEye'),
      rightEye: point('rightEye'),
      nose: point('nose'),
      mouth: point('mouth'),
      leftEar: point('leftEar'),
      rightEar: point('rightEar'),
    },
  };
}

/** Without the faces that lie within a more certain one, or around it: an eye and its brow, a face and its hair. */
export function distinct<Face extends { readonly box: Box; readonly score: number }>(
  faces: readonly Face[],
): readonly Face[] {
  return faces
    .toSorted((a, b) => b.score - a.score)
    .reduce<readonly Face[]>(
      (kept, face) => (kept.some((other) => nested(face.box, other.box)) ? kept : [...kept, face]),
      [],
    );
}

function nested(a: Box, b: Box): boolean {
  return shared(a, b) > SAME_PLACE * Math.min(a.width * a.height, b.width * b.height);
}

/** Intersection over union, in [0, 1]. */
export function overlap(a: Box, b: Box): number {
  return shared(a, b) / (a.width * a.height + b.width * b.height - shared(a, b));
}

/** The area that two boxes have in common. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
