import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../src/domain/emotion.ts';
import { boxesIn, type Box, type Photo, type Reading } from '../../../src/domain/reading.ts';
import type { Engine } from '../../../src/vision/core/face-api.ts';
import { LEAST_FACE_HEIGHT, type Look, readPhoto } from '../../../src/vision/core/read-photo.ts';
import { overlap } from '../../../src/vision/core/suppression.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import { ENGINE } from '../../engine.ts';
import { gradient, head, HEADS, sample, SAMPLES } from '../photos.ts';

let engine: Engine;
/** What was read in each sample photo when looking for everyone. */
const groups = new Map<number, Reading>();

beforeAll(async () => {
  engine = await startEngine(ENGINE);
  for (const number of SAMPLES) groups.set(number, await read(await sample(number), 'everyone'));
});

async function read(bytes: Uint8Array, look: Look = 'one'): Promise<Reading> {
  return (await readPhoto(engine, await decodePhoto(bytes), look)).reading;
}

function boxesOf(reading: Reading | undefined): readonly Box[] {
  return reading?.faces.map(({ box }) => box) ?? [];
}

/** How well the best of these boxes covers a place. */
function bestOverlap(boxes: readonly Box[], place: Box): number {
  return Math.max(0, ...boxes.map((box) => overlap(box, place)));
}

function scaled({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}

describe('the faces in a photo of a group', () => {
  it('are found, every one', () => {
    // Counted by eye.
    const people = { 1: 3, 2: 3, 3: 3, 4: 4, 5: 5, 6: 4 };
    for (const number of SAMPLES)
      expect(boxesOf(groups.get(number)), String(number)).toHaveLength(people[number]);
  });

  it('come largest first, each once', () => {
    for (const group of groups.values()) {
      const boxes = boxesOf(group);
      const areas = boxes.map(({ width, height }) => width * height);
      expect(areas).toEqual(areas.toSorted((a, b) => b - a));
      for (const [index, box] of boxes.entries())
        expect(bestOverlap(boxes.slice(index + 1), box)).toBeLessThan(0.4);
    }
  });

  it('have emotions that sum to 1, and a score', () => {
    for (const { faces } of groups.values())
      for (const { emotions, score } of faces) {
        expect(EMOTIONS.reduce((sum, emotion) => sum + emotions[emotion], 0)).toBeCloseTo(1, 6);
        expect(Math.min(...EMOTIONS.map((emotion) => emotions[emotion]))).toBeGreaterThanOrEqual(0);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
  });

  it('lie in pixels of the photo as it was sent', () => {
    for (const { photo, left, top, side } of Object.values(HEADS))
      expect(
        bestOverlap(boxesOf(groups.get(photo)), { x: left, y: top, width: side, height: side }),
      ).toBeGreaterThan(0.8);
  });

  it('lie in the same place of a larger and a smaller copy', async () => {
    const copy = async (width: number) => {
      const bytes = await sharp(await sample(6))
        .resize(width)
        .jpeg()
        .toBuffer();
      return boxesOf(await read(bytes, 'everyone')).map((box) => scaled(box, 1 / width));
    };
    const [large, small] = [await copy(2000), await copy(700)];
    expect([large.length, small.length]).toEqual([4, 4]);
    for (const box of large) expect(bestOverlap(small, box)).toBeGreaterThan(0.8);
  });

  it('are at least as many when everyone is looked for as when one is', async () => {
    for (const number of SAMPLES) {
      const one = boxesOf(await read(await sample(number), 'one'));
      const everyone = boxesOf(groups.get(number));
      expect(one.length).toBeGreaterThanOrEqual(1);
      expect(everyone.length).toBeGreaterThanOrEqual(one.length);
      for (const box of one) expect(bestOverlap(everyone, box), String(number)).toBeGreaterThan(0.4);
    }
  });
});

describe('one face of a group', () => {
  it('is read as it is among all, and where the others are is told, largest first', async () => {
    const bytes = await sample(5);
    const everyone = groups.get(5)?.faces ?? [];
    for (const [index, face] of everyone.entries()) {
      const { faces, others } = await read(bytes, { face: index });
      expect(faces.map(({ box }) => box)).toEqual([face.box]);
      for (const emotion of EMOTIONS)
        expect(faces[0]?.emotions[emotion]).toBeCloseTo(face.emotions[emotion], 3);
      expect(others).toEqual(everyone.filter((other) => other !== face).map(({ box }) => box));
      expect(boxesIn({ faces, others })).toEqual(everyone.map(({ box }) => box));
    }
  });

  it('is the largest where nobody says which', async () => {
    const { faces, others } = await read(await sample(5), 'one');
    expect([faces[0]?.box, ...others]).toEqual(boxesOf(groups.get(5)));
  });

  it('is no face where there are fewer', async () => {
    await expect(read(await sample(5), { face: 5 })).rejects.toMatchObject({ code: 'no-face' });
  });
});

describe('the face in a selfie', () => {
  it.each(['woman', 'man'] as const)(
    'is found, from one that fills the frame to one at a distance: a %s',
    async (who) => {
      const { side } = HEADS[who];
      for (const room of [-0.1, 0, 0.4]) {
        const bytes = await (await head(who, room)).jpeg().toBuffer();
        const place = { x: room * side, y: room * side, width: side, height: side };
        for (const look of ['one', 'everyone'] as const)
          expect(bestOverlap(boxesOf(await read(bytes, look)), place), `${room} ${look}`).toBeGreaterThan(
            0.6,
          );
      }
    },
  );
});

describe('a photo without a face that can be read', () => {
  it('is refused where there is none', async () => {
    const bytes = await gradient(800, 600).jpeg().toBuffer();
    for (const look of ['one', 'everyone'] as const)
      await expect(read(bytes, look)).rejects.toMatchObject({ code: 'no-face' });
  });

  it('is refused where the faces are tiny', async () => {
    // The faces are a ninth of this width: 9 pixels.
    const bytes = await sharp(await sample(1))
      .resize(80)
      .png()
      .toBuffer();
    await expect(read(bytes)).rejects.toMatchObject({ code: 'face-too-small' });
  });

  it('counts only the faces of a group that are large enough', async () => {
    const [near, far] = await Promise.all(
      [120, LEAST_FACE_HEIGHT / 2].map(async (side) =>
        (await head('man', 0.4))
          .resize(Math.round(side * 1.8))
          .png()
          .toBuffer(),
      ),
    );
    const both = sharp({ create: { width: 420, height: 260, channels: 3, background: '#808080' } })
      .composite([
        { input: near, left: 10, top: 20 },
        { input: far, left: 330, top: 100 },
      ])
      .png();
    const boxes = boxesOf(await read(await both.toBuffer(), 'everyone'));
    expect(boxes.length).toBeGreaterThanOrEqual(1);
    for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(LEAST_FACE_HEIGHT);
  });

  it('is refused in the usual way whatever its shape', async () => {
    for (const [width, height] of [
      [32, 32],
      [1, 1024],
      [1024, 1],
    ] as const)
      await expect(readPhoto(engine, grey(width, height), 'one')).rejects.toMatchObject({ code: 'no-face' });
  });
});

describe('reading many photos', () => {
  it('keeps no tensor, whether a face was read or the photo refused', async () => {
    const selfie = await (await head('man', 0.4)).jpeg().toBuffer();
    const group = await sample(1);
    const tiny = await sharp(group).resize(80).png().toBuffer();
    await read(selfie);
    const before = engine.tf.memory().numTensors;
    expect(before).toBeGreaterThan(0);
    for (let round = 0; round < 3; round += 1) {
      await read(selfie);
      await read(group, 'everyone');
      await expect(read(tiny)).rejects.toThrow();
      await expect(readPhoto(engine, grey(64, 48), 'one')).rejects.toThrow();
    }
    expect(engine.tf.memory().numTensors).toBe(before);
  });
});

function grey(width: number, height: number): Photo {
  return { pixels: new Uint8Array(width * height * 3).fill(128), width, height, scale: 1 };
}
