import type { Box } from '../../domain/reading.ts';
import type { Engine, FaceApi, PhotoTensor } from './face-api.ts';

/** A face found in the decoded photo; its box is in the photo's own (bounded) pixels and may reach over its edge. */
export interface FoundFace {
  readonly box: Box;
  /** The detector's confidence, in [0, 1]. */
  readonly score: number;
}

type DetectorOptions = InstanceType<FaceApi['TinyFaceDetectorOptions' | 'SsdMobilenetv1Options']>;

/** The fast detector's answer is taken if it sees this face and nothing else that could be one, however faintly. */
const FAST_FACE = 0.6;
const FAST_HINT = 0.25;

/** Boxes that share more than this of their union are one face. */
const SAME_FACE_OVERLAP = 0.4;

/**
 * Finds everybody's face: the fast detector first; the strong one unless that sees exactly one and no hint of more.
 * Boxes are tightened by the 68 landmarks; the landmarks are dropped.
 *
 * Both detectors were trained on faces with room around them and miss the ones that fill the frame, which is what
 * selfies are. So the photo is looked at with a margin, and once more without for the faces in the distance. Scores
 * and margins were chosen on hand-checked photos; `npm run evaluate -- faces` prints what they reach.
 */
export async function findFaces(engine: Engine, photo: PhotoTensor): Promise<readonly FoundFace[]> {
  const { faceapi } = engine;
  const fast = new faceapi.TinyFaceDetectorOptions({ inputSize: 416, scoreThreshold: FAST_HINT });
  const [only, ...others] = await detect(engine, photo, 0.25, fast);
  if (only && only.score >= FAST_FACE && others.length === 0) return [only];
  const near = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.3, maxResults: 32 });
  const far = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.8, maxResults: 32 });
  return distinct([...(await detect(engine, photo, 0.5, near)), ...(await detect(engine, photo, 0, far))]);
}

/** @param margin what to add on every side, as a share of the photo's longer side */
async function detect(
  { tf, faceapi }: Engine,
  photo: PhotoTensor,
  margin: number,
  options: DetectorOptions,
): Promise<readonly FoundFace[]> {
  const border = Math.round(margin * Math.max(photo.shape[0], photo.shape[1]));
  const framed = tf.pad3d(photo, [
    [border, border],
    [border, border],
    [0, 0],
  ]);
  try {
    const found = await faceapi.detectAllFaces(framed, options).withFaceLandmarks();
    return found.map(({ detection, alignedRect: { box } }) => ({
      box: { x: box.x - border, y: box.y - border, width: box.width, height: box.height },
      score: detection.score,
    }));
  } finally {
    framed.dispose();
  }
}

/** Non-maximum suppression: of boxes that overlap much, the one with the best score stays. */
function distinct(faces: readonly FoundFace[]): readonly FoundFace[] {
  return faces
    .toSorted((a, b) => b.score - a.score)
    .reduce<readonly FoundFace[]>(
      (kept, face) =>
        kept.some((other) => overlap(face.box, other.box) > SAME_FACE_OVERLAP) ? kept : [...kept, face],
      [],
    );
}

/** Intersection over union, in [0, 1]. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}
