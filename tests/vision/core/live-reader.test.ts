import { beforeAll, describe, expect, it } from 'vitest';

import type { Box, Face, Photo } from '../../../src/domain/reading.ts';
import type { Engine } from '../../../src/vision/core/face-api.ts';
import { createLiveReader } from '../../../src/vision/core/live-reader.ts';
import { readPhoto } from '../../../src/vision/core/read-photo.ts';
import { overlap } from '../../../src/vision/core/suppression.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import { ENGINE } from '../../engine.ts';
import { emptyRoom, oneSmile } from '../../photos.ts';
import { gradient, head } from '../photos.ts';

let engine: Engine;
let smile: Photo;
let nobody: Photo;
beforeAll(async () => {
  engine = await startEngine(ENGINE);
  smile = await decodePhoto(await oneSmile());
  nobody = await decodePhoto(await emptyRoom());
});

/** A face of a thirtieth of the picture, which a glance does not find. */
async function farAway(): Promise<Photo> {
  const face = await (await head('woman', 0.6)).resize(36, 36).png().toBuffer();
  const room = gradient(640, 480).composite([{ input: face, left: 500, top: 60 }]);
  return decodePhoto(await room.png().toBuffer());
}

function boxOf(face: Face | undefined): Box {
  if (!face) throw new Error('nobody was found');
  return face.box;
}

describe('a live reader', () => {
  it('reads a face as a photo of it is read', async () => {
    const read = createLiveReader(engine);
    const { reading } = await readPhoto(engine, smile, 'one');
    expect(await read(smile)).toEqual(reading.faces[0]);
    expect(await read(smile)).toEqual(reading.faces[0]);
  });

  it('says that there is nobody, and finds whoever comes back', async () => {
    const read = createLiveReader(engine);
    expect(await read(nobody)).toBeUndefined();
    expect(await read(smile)).toBeDefined();
    expect(await read(nobody)).toBeUndefined();
    expect(await read(smile)).toBeDefined();
  });

  it('looks closely once a second where a glance finds nobody, and does not lose what it found', async () => {
    let now = 1_000;
    const read = createLiveReader(engine, () => now);
    const picture = await farAway();
    const found = await read(picture);
    expect(boxOf(found).x).toBeGreaterThan(450);
    // No time for another close look: around its place it is found again.
    const again = await read(picture);
    expect(overlap(boxOf(found), boxOf(again))).toBeGreaterThan(0.4);

    expect(await read(nobody)).toBeUndefined();
    expect(await read(picture)).toBeUndefined();
    now += 1_001;
    expect(await read(picture)).toBeDefined();
  });
});
