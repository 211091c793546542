import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/vision/core/face-api.ts';
import { findFaces, type FoundFace } from '../../../src/vision/core/find-faces.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import { ENGINE } from '../../engine.ts';
import { gradient, head, HEADS, sample, SAMPLES, type Who } from '../photos.ts';

/** How many people face-api's sample photos show, counted by eye. */
const PEOPLE = [3, 3, 3, 4, 5, 4] as const;

const WHOS: readonly Who[] = ['woman', 'man'];

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine(ENGINE);
}, 60_000);

describe('finding faces', { timeout: 60_000 }, () => {
  it.each(SAMPLES)('finds everybody in group photo %i, and nobody else', async (number) => {
    const faces = await facesIn(sharp(await sample(number)));
    expect(faces).toHaveLength(PEOPLE[number - 1] ?? NaN);
  });

  it.each(WHOS)('finds a face that fills the frame: the %s', async (who) => {
    const faces = await facesIn((await head(who, 0)).resize(480, 480));
    expect(faces).toHaveLength(1);
  });

  it.each(WHOS)("finds a face of a twentieth of the photo's longer side: the %s", async (who) => {
    const room = 0.5;
    const side = Math.round(0.05 * 1280 * (1 + 2 * room));
    const small = await (await head(who, room)).resize(side, side).png().toBuffer();
    const faces = await facesIn(gradient(1280, 960).composite([{ input: small, left: 900, top: 200 }]));
    expect(faces).toHaveLength(1);
    // Decoded to 640 pixels, so half of where it was put.
    const [x, y] = [(900 + side / 2) / 2, (200 + side / 2) / 2];
    expect(Math.hypot((faces[0]?.crop.x ?? NaN) - x, (faces[0]?.crop.y ?? NaN) - y)).toBeLessThan(16);
  });

  it('sees nobody in a picture of nothing', async () => {
    expect(await facesIn(gradient(320, 240))).toEqual([]);
  });
});

describe('the crop of a found face', { timeout: 60_000 }, () => {
  it('lies over its box, a little wider', async () => {
    for (const { box, crop } of await facesIn(sharp(await sample(6)))) {
      expect(crop.side).toBeGreaterThan(box.width);
      expect(crop.side).toBeLessThan(1.5 * box.width);
      expect(Math.abs(crop.x - (box.x + box.width / 2))).toBeLessThan(0.2 * box.width);
      expect(Math.abs(crop.y - (box.y + box.height / 2))).toBeLessThan(0.3 * box.height);
    }
  });

  it.each([-20, 20])('turns with a face that leans by %i degrees', async (degrees) => {
    const upright = await onlyFaceIn(await head('woman', 0.5));
    const leaning = await onlyFaceIn((await head('woman', 0.5)).rotate(degrees, { background: '#888' }));
    expect(leaning.crop.tilt - upright.crop.tilt).toBeCloseTo((degrees * Math.PI) / 180, 0.7);
    expect(HEADS.woman.side / leaning.crop.side).toBeCloseTo(HEADS.woman.side / upright.crop.side, 0);
  });
});

async function facesIn(picture: Sharp): Promise<readonly FoundFace[]> {
  return findFaces(engine, await decodePhoto(await picture.png().toBuffer()));
}

async function onlyFaceIn(picture: Sharp): Promise<FoundFace> {
  const [face, ...others] = await facesIn(picture);
  expect(others).toEqual([]);
  if (!face) throw new Error('no face');
  return face;
}
