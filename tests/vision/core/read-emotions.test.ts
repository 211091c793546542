import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMOTIONS, type EmotionScores, ranked } from '../../../src/domain/emotion.ts';
import type { Photo } from '../../../src/domain/reading.ts';
import type { FaceCrop } from '../../../src/vision/core/crop.ts';
import type { Engine } from '../../../src/vision/core/face-api.ts';
import type { FoundFace } from '../../../src/vision/core/find-faces.ts';
import { FACE_SIDE, lookAt, mirrored } from '../../../src/vision/core/fernet.ts';
import { headScores, type SeenFace } from '../../../src/vision/core/calibration.ts';
import { lookAtFaces, readEmotions } from '../../../src/vision/core/read-emotions.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import { ENGINE } from '../../engine.ts';
import { head, sample } from '../photos.ts';

let engine: Engine;
let group: Photo;

beforeAll(async () => {
  engine = await startEngine(ENGINE);
  group = await decodePhoto(await sample(1));
});

function faceIn(crop: FaceCrop): FoundFace {
  const { x, y, side } = crop;
  return { box: { x: x - side / 2, y: y - side / 2, width: side, height: side }, score: 1, crop };
}

/** Places in the group's photo, most of them no face at all. */
const PLACES = [
  { x: 120, y: 100, side: 64, tilt: 0 },
  { x: 182, y: 92, side: 64, tilt: 0.3 },
  { x: 0, y: 0, side: 200, tilt: -0.5 },
  { x: 300, y: 200, side: 30, tilt: 0 },
].map(faceIn);

function expectSame(a: EmotionScores | undefined, b: EmotionScores | undefined, digits: number): void {
  for (const emotion of EMOTIONS) expect(a?.[emotion]).toBeCloseTo(b?.[emotion] ?? NaN, digits);
}

describe('the reading of faces', () => {
  it('is a distribution over the emotions for each, in their order', async () => {
    const read = await readEmotions(engine, group, PLACES);
    expect(read).toHaveLength(PLACES.length);
    for (const { emotions, sure } of read) {
      expect(EMOTIONS.reduce((sum, emotion) => sum + emotions[emotion], 0)).toBeCloseTo(1, 9);
      expect(sure).toBe((ranked(emotions)[0]?.probability ?? 0) >= engine.nets.fernet.calibration.sureFrom);
    }
    expect(await readEmotions(engine, group, [])).toEqual([]);
  });

  it('does not depend on the others that are read along', async () => {
    const together = await readEmotions(engine, group, PLACES);
    for (const [index, place] of PLACES.entries())
      expectSame((await readEmotions(engine, group, [place]))[0]?.emotions, together[index]?.emotions, 5);
  });

  // A pixel at the edge is followed by itself rather than by what lay beyond: hence to a hundredth there, and exactly
  // for a face that ends one pixel before it.
  it.each([
    [0, 2],
    [1, 6],
  ])('is the same %i px from the edge of its photo as in the midst of one', async (gap, digits) => {
    const [left, top, side] = [150, 60, 64];
    const cut = await sharp(group.pixels, { raw: { ...group, channels: 3 } })
      .extract({ left, top, width: side, height: side })
      .raw()
      .toBuffer();
    const alone = { pixels: cut, width: side, height: side, scale: 1 };
    const at = (x: number, y: number) => [
      faceIn({ x: x + side / 2, y: y + side / 2, side: side - 2 * gap, tilt: 0 }),
    ];
    const [inside] = await readEmotions(engine, group, at(left, top));
    const [atEdge] = await readEmotions(engine, alone, at(0, 0));
    expectSame(atEdge?.emotions, inside?.emotions, digits);
  });

  it('does not depend on light and contrast, as far as it is FERNet’s', async () => {
    const dim = { ...group, pixels: group.pixels.map((value) => 40 + value / 2) };
    const crops = PLACES.map(({ crop }) => crop);
    const alone = { inMirror: false, expressions: false };
    const [bright, dark] = [
      await lookAtFaces(engine, group, crops, alone),
      await lookAtFaces(engine, dim, crops, alone),
    ];
    const { corrections } = engine.nets.fernet.calibration;
    const scores = (seen: SeenFace | undefined) => seen && headScores(seen, 'labels', corrections);
    for (const [index, seen] of bright.entries()) expectSame(scores(dark[index]), scores(seen), 1);
  });

  it('tells a laughing face', async () => {
    const { data, info } = await (await head('woman', 0.1)).raw().toBuffer({ resolveWithObject: true });
    const photo = { pixels: data, width: info.width, height: info.height, scale: 1 };
    const middle = faceIn({ x: info.width / 2, y: info.height / 2, side: 0.9 * info.width, tilt: 0 });
    const [read] = await readEmotions(engine, photo, [middle]);
    expect(read && ranked(read.emotions)[0]?.emotion).toBe('happy');
  });

  it('of one flat colour is a distribution too', async () => {
    const flat = { pixels: new Uint8Array(64 * 64 * 3).fill(128), width: 64, height: 64, scale: 1 };
    const [read] = await readEmotions(engine, flat, [faceIn({ x: 32, y: 32, side: 40, tilt: 0 })]);
    expect(Math.min(...EMOTIONS.map((emotion) => read?.emotions[emotion] ?? NaN))).toBeGreaterThanOrEqual(0);
  });

  it('keeps no tensor', async () => {
    const before = engine.tf.memory().numTensors;
    expect(before).toBeGreaterThan(0);
    for (let round = 0; round < 3; round += 1) await readEmotions(engine, group, PLACES.slice(round));
    expect(engine.tf.memory().numTensors).toBe(before);
  });
});

describe('a picture in a mirror', () => {
  const picture = Float32Array.from({ length: FACE_SIDE ** 2 }, (_, at) => (at * at) % 251);

  it('has its left to the right, line by line, and is itself in two', () => {
    const seen = mirrored(picture);
    expect(seen[0]).toBe(picture[FACE_SIDE - 1]);
    expect(seen[FACE_SIDE]).toBe(picture[2 * FACE_SIDE - 1]);
    expect(mirrored(seen)).toEqual(picture);
  });

  it('is another picture to the net', async () => {
    const [as, mirror] = await lookAt(engine.tf, engine.nets.fernet, [picture, mirrored(picture)]);
    expect(as?.labels).not.toEqual(mirror?.labels);
  });
});
