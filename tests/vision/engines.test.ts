import { beforeAll, describe, expect, it } from 'vitest';

import { EMOTIONS } from '../../src/domain/emotion.ts';
import type { Face, Photo } from '../../src/domain/reading.ts';
import type { Engine } from '../../src/vision/core/face-api.ts';
import type { FoundFace } from '../../src/vision/core/find-faces.ts';
import { type ReadEmotions, readEmotions } from '../../src/vision/core/read-emotions.ts';
import { readPhoto } from '../../src/vision/core/read-photo.ts';
import { overlap } from '../../src/vision/core/suppression.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { nativeInstalled } from '../../src/vision/node/native.ts';
import { sample, SAMPLES } from './photos.ts';

const NEEDS_NATIVE = 'skipped without tfjs-node: npm run engine -- install';

/** What one engine says of the sample photos. */
interface Said {
  readonly backend: string;
  /** Everyone's face, photo by photo. */
  readonly faces: readonly (readonly Face[])[];
  /** The emotions in the very same crops. */
  readonly emotions: readonly ReadEmotions[];
}

/** Crops of a photo, none exactly of a face: the same for every engine. The last ends at the photo's edge. */
function cropsOf({ width, height }: Photo): readonly FoundFace[] {
  const side = 0.25 * width;
  const inside = [0.1, 0.35, 0.6].map((at) => ({ x: at * width, y: 0.3 * height }));
  const corner = { x: width - 1 - side, y: height - 1 - side };
  return [...inside, corner].map(({ x, y }) => ({
    score: 1,
    box: { x, y, width: side, height: side },
    crop: { x: x + side / 2, y: y + side / 2, side, tilt: 0 },
  }));
}

async function saidBy(engine: Engine, photos: readonly Photo[]): Promise<Said> {
  const faces: (readonly Face[])[] = [];
  const emotions: ReadEmotions[] = [];
  for (const photo of photos) {
    faces.push((await readPhoto(engine, photo, 'everyone')).reading.faces);
    emotions.push(...(await readEmotions(engine, photo, cropsOf(photo))));
  }
  return { backend: engine.tf.getBackend(), faces, emotions };
}

describe.skipIf(!nativeInstalled())(`tfjs-node beside WebAssembly (${NEEDS_NATIVE})`, () => {
  let native: Said;
  let wasm: Said;

  beforeAll(async () => {
    const photos = await Promise.all(SAMPLES.map(async (number) => decodePhoto(await sample(number))));
    // One after the other: both join the one TensorFlow.js of this process, which runs on one of them at a time.
    wasm = await saidBy(await startEngine('wasm'), photos);
    native = await saidBy(await startEngine('tfjs-node'), photos);
  });

  it('is another engine', () => {
    expect([native.backend, wasm.backend]).toEqual(['tensorflow', 'wasm']);
  });

  it('gives the same probabilities for the same crops', () => {
    expect(native.emotions).toHaveLength(SAMPLES.length * 4);
    for (const [index, { emotions, sure }] of native.emotions.entries()) {
      expect(sure).toBe(wasm.emotions[index]?.sure);
      for (const emotion of EMOTIONS)
        expect(Math.abs(emotions[emotion] - (wasm.emotions[index]?.emotions[emotion] ?? NaN))).toBeLessThan(
          1e-3,
        );
    }
  });

  it('finds the same faces', () => {
    expect(native.faces.map((faces) => faces.length)).toEqual(wasm.faces.map((faces) => faces.length));
    for (const [photo, faces] of native.faces.entries())
      for (const [index, { box }] of faces.entries()) {
        const same = wasm.faces[photo]?.[index]?.box;
        expect(same ? overlap(box, same) : 0).toBeGreaterThan(0.99);
      }
  });
});
