import { EMOTIONS, type EmotionScores } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import type { Engine } from './face-api.ts';
import { faceApiEmotionReader } from './read-emotions.ts';
import { readPhoto } from './read-photo.ts';

const SIDE = 64;

/** What the emotion reader says of the test pattern; two engines differ by far less than the tolerance. */
const ANSWER: EmotionScores = {
  angry: 0.0785,
  disgust: 0.1768,
  fear: 0.0204,
  happy: 0.1399,
  sad: 0.3135,
  surprise: 0.1483,
  neutral: 0.1225,
};
const TOLERANCE = 1e-3;

/**
 * Runs every net once and holds an answer against a stored one: an engine that lacks a kernel or computes something
 * else must not read anybody. It also compiles the kernels, which no one's photo should wait for.
 * @throws Error that says what the engine answered
 */
export async function selfTest(engine: Engine): Promise<void> {
  const photo = pattern();
  await readPhoto(engine, photo, 'one').catch((error: unknown) => {
    if (!(error instanceof MoodringError)) throw error;
  });
  const answer = await readWhole(engine, photo);
  if (!EMOTIONS.every((emotion) => Math.abs((answer?.[emotion] ?? NaN) - ANSWER[emotion]) < TOLERANCE))
    throw new Error(`${engine.name} reads the test pattern wrongly: ${JSON.stringify(answer)}`);
}

/** Waves across and down: something to see everywhere, and no face. */
function pattern(): Photo {
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const at = (y * SIDE + x) * 3;
      pixels.fill(Math.round(128 + 100 * Math.sin(x / 5) * Math.cos(y / 7)), at, at + 3);
    }
  return { pixels, width: SIDE, height: SIDE, scale: 1 };
}

/** The emotions in a photo as if all of it were one face. */
async function readWhole(
  engine: Engine,
  { pixels, width, height }: Photo,
): Promise<EmotionScores | undefined> {
  const tensor = engine.tf.tensor3d(pixels, [height, width, 3], 'int32');
  try {
    const face = { box: { x: 0, y: 0, width: width - 1, height: height - 1 }, score: 1 };
    return (await faceApiEmotionReader(engine)(tensor, [face]))[0]?.emotions;
  } finally {
    tensor.dispose();
  }
}
