import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedCrop, FER_FACE } from '../../../src/vision/core/alignment.ts';
import type { FacePoints, Point } from '../../../src/vision/core/blazeface.ts';
import type { FaceCrop } from '../../../src/vision/core/crop.ts';

const crops = fc.record({
  x: fc.double({ min: -100, max: 800, noNaN: true }),
  y: fc.double({ min: -100, max: 800, noNaN: true }),
  side: fc.double({ min: 20, max: 700, noNaN: true }),
  tilt: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
});

describe('the square to read a face from', () => {
  it('is the one in which the face stands as faces stand in FER-2013', () => {
    fc.assert(
      fc.property(crops, (crop) => {
        const found = alignedCrop(faceIn(crop));
        expect(found.side).toBeCloseTo(crop.side, 6);
        expect(found.tilt).toBeCloseTo(crop.tilt, 6);
        // The means of the box and of the points differ by a hundredth of the side.
        expect(Math.hypot(found.x - crop.x, found.y - crop.y)).toBeLessThan(0.02 * crop.side);
      }),
    );
  });

  it('does not turn over for points that make no face', () => {
    const upright = faceIn({ x: 100, y: 100, side: 80, tilt: 0 });
    const { leftEye, rightEye, mouth } = upright.points;
    const upsideDown = { ...upright.points, leftEye: rightEye, rightEye: leftEye, mouth: turned(mouth) };
    expect(Math.abs(alignedCrop({ ...upright, points: upsideDown }).tilt)).toBeLessThanOrEqual(Math.PI / 4);

    function turned({ x, y }: Point): Point {
      return { x, y: 2 * leftEye.y - y };
    }
  });

  it('keeps its size when the face turns away and its eyes come close', () => {
    const { box, points } = faceIn({ x: 100, y: 100, side: 80, tilt: 0 });
    const nearer = { ...points, leftEye: { ...points.leftEye, x: points.rightEye.x - 8 } };
    expect(alignedCrop({ box, points: nearer }).side).toBeCloseTo(80, 6);
  });
});

/** What the detector would see of a face that stands in a square as FER-2013's do. */
function faceIn({ x, y, side, tilt }: FaceCrop) {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const at = (share: Point): Point => {
    const [across, down] = [(share.x - 0.5) * side, (share.y - 0.5) * side];
    return { x: x + across * cos - down * sin, y: y + across * sin + down * cos };
  };
  const [centre, size] = [at(FER_FACE.boxCentre), FER_FACE.boxWidth * side];
  const middle = at({ x: 0.5, y: 0.5 });
  const points: FacePoints = {
    leftEye: at(FER_FACE.leftEye),
    rightEye: at(FER_FACE.rightEye),
    mouth: at(FER_FACE.mouth),
    nose: middle,
    leftEar: middle,
    rightEar: middle,
  };
  return { box: { x: centre.x - size / 2, y: centre.y - size / 2, width: size, height: size }, points };
}
