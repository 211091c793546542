import { type Emotion, type EmotionScores, emotionScores } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import { cropFace, type FaceCrop } from './crop.ts';
import type { Engine } from './face-api.ts';

/** What face-api's expression net calls the seven emotions. */
const NAMES = {
  angry: 'angry',
  disgust: 'disgusted',
  fear: 'fearful',
  happy: 'happy',
  sad: 'sad',
  surprise: 'surprised',
  neutral: 'neutral',
} as const satisfies Record<Emotion, string>;

/** Side of the square that the net looks at, in pixels. */
const SIDE = 112;

/** What face-api's expression net claims of each face, in one batch; by itself it claims far more than it knows. */
export async function readExpressions(
  { tf, faceapi }: Pick<Engine, 'tf' | 'faceapi'>,
  photo: Photo,
  crops: readonly FaceCrop[],
): Promise<readonly EmotionScores[]> {
  if (crops.length === 0) return [];
  const faces = crops.map((crop) =>
    tf.tidy(() => {
      const grey = tf.tensor3d(cropFace(photo, crop, SIDE), [SIDE, SIDE, 1]);
      return tf.concat([grey, grey, grey], 2);
    }),
  );
  try {
    const claims = [await faceapi.nets.faceExpressionNet.predictExpressions(faces)].flat();
    return claims.map((claim) => emotionScores((emotion) => claim[NAMES[emotion]]));
  } finally {
    tf.dispose(faces);
  }
}
