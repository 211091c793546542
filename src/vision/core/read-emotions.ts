import { type Emotion, type EmotionScores, emotionScores, ranked } from '../../domain/emotion.ts';
import type { Engine, PhotoTensor, Tensorflow } from './face-api.ts';
import type { FoundFace } from './find-faces.ts';

/** What a face's pixels say. */
export interface ReadEmotions {
  readonly emotions: EmotionScores;
  /** Whether the leading emotion can be named without a "perhaps". */
  readonly sure: boolean;
}

/** Reads the emotion in faces that were found: one entry a face, in their order. */
export type EmotionReader = (
  photo: PhotoTensor,
  faces: readonly FoundFace[],
) => Promise<readonly ReadEmotions[]>;

/** What face-api's expression net calls the seven emotions. */
const FACE_API_NAMES = {
  angry: 'angry',
  disgust: 'disgusted',
  fear: 'fearful',
  happy: 'happy',
  sad: 'sad',
  surprise: 'surprised',
  neutral: 'neutral',
} as const satisfies Record<Emotion, string>;

/** In pixels: a crop that ends at the photo's edge must not fall over it by rounding, into the black. */
const INSET = 0.01;

/** Side of the square that the expression net looks at, in pixels. */
const CROP_SIDE = 112;

/**
 * Temperature scaling (Guo et al. 2017, "On Calibration of Modern Neural Networks") for face-api's expression net,
 * which by itself claims far more than it knows. Fitted on the public split of FER-2013 by
 * `npm run evaluate -- emotion --sheets DIR --fit`.
 */
export const TEMPERATURE = 6.05;

/** A reading is sure from this leading probability on: 85 % of those on the public split of FER-2013 are right. */
const SURE_FROM = 0.65;

/** Softens probabilities by a temperature: p^(1/T), scaled to sum to 1. T > 1 makes them less confident. */
export function withTemperature(scores: EmotionScores, temperature: number): EmotionScores {
  return emotionScores((emotion) => scores[emotion] ** (1 / temperature));
}

/** The expression net that comes with face-api, calibrated. */
export function faceApiEmotionReader({ tf, faceapi }: Engine): EmotionReader {
  return async (photo, faces) => {
    if (faces.length === 0) return [];
    const crops = cropFaces(tf, photo, faces);
    try {
      const answers = [await faceapi.nets.faceExpressionNet.predictExpressions(crops)].flat();
      return answers.map((claimed) => {
        const emotions = withTemperature(
          emotionScores((emotion) => claimed[FACE_API_NAMES[emotion]]),
          TEMPERATURE,
        );
        return { emotions, sure: (ranked(emotions)[0]?.probability ?? 0) >= SURE_FROM };
      });
    } finally {
      tf.dispose(crops);
    }
  };
}

/** Square crops around the faces, `[112, 112, 3]` each; what lies beyond the photo is black. */
function cropFaces(tf: Tensorflow, photo: PhotoTensor, faces: readonly FoundFace[]): PhotoTensor[] {
  const [height, width] = photo.shape;
  const boxes = faces.map(({ box }) => {
    const half = Math.max(box.width, box.height) / 2 - INSET;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return [
      (y - half) / (height - 1),
      (x - half) / (width - 1),
      (y + half) / (height - 1),
      (x + half) / (width - 1),
    ];
  });
  return tf.tidy(() =>
    tf
      .unstack(
        tf.image.cropAndResize(
          photo.toFloat().as4D(1, height, width, 3),
          tf.tensor2d(boxes, [boxes.length, 4]),
          faces.map(() => 0),
          [CROP_SIDE, CROP_SIDE],
        ),
      )
      .map((crop) => crop.as3D(CROP_SIDE, CROP_SIDE, 3)),
  );
}
