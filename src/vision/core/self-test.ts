import { EMOTIONS } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import { HEADS, scoresOf } from './calibration.ts';
import type { Engine } from './face-api.ts';
import { FACE_SIDE, lookAt } from './fernet.ts';
import { readPhoto } from './read-photo.ts';

const PHOTO_SIDE = 64;

/** Two engines differ by far less than this in any probability. */
const TOLERANCE = 1e-3;

/**
 * Runs every net once and holds FERNet's answer against the one that came with it: an engine that lacks a kernel or
 * computes something else must not read anybody. It also compiles the kernels, which no one's photo should wait for.
 * @throws Error that says what the engine answered
 */
export async function selfTest(engine: Engine): Promise<void> {
  await readPhoto(engine, photoOfWaves(), 'one').catch((error: unknown) => {
    if (!(error instanceof MoodringError)) throw error;
  });
  const { fernet } = engine.nets;
  const [said] = await lookAt(engine.tf, fernet, [waves(FACE_SIDE)]);
  for (const head of HEADS) {
    const [is, should] = [scoresOf(said?.[head] ?? []), scoresOf(fernet.answer[head])];
    if (!EMOTIONS.every((emotion) => Math.abs(is[emotion] - should[emotion]) < TOLERANCE))
      throw new Error(`${engine.name} reads the test pattern wrongly: ${JSON.stringify(is)}`);
  }
}

/** Something to see everywhere, and no face; training/export.py draws the same. */
function waves(side: number): Float32Array {
  return Float32Array.from(
    { length: side * side },
    (_, at) => 128 + 100 * Math.sin((at % side) / 5) * Math.cos(Math.floor(at / side) / 7),
  );
}

function photoOfWaves(): Photo {
  const pixels = Uint8Array.from([...waves(PHOTO_SIDE)].flatMap((grey) => [grey, grey, grey]));
  return { pixels, width: PHOTO_SIDE, height: PHOTO_SIDE, scale: 1 };
}
