import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readLabelledFaces } from '../../../src/cli/evaluate/labelled-faces.ts';
import type { Engine } from '../../../src/vision/core/face-api.ts';
import { lookAt, mirrored } from '../../../src/vision/core/fernet.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import { ENGINE } from '../../engine.ts';

const SIDE = 48;
const VOTES = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
  'unknown',
  'nf',
];
const COLUMNS = [
  ...['row', 'split', 'emotion', 'sheet', 'column', 'line', 'twin_in_public', 'twin_in_private'],
  ...VOTES.map((vote) => `votes_${vote}`),
].join(',');

describe('a sheet of labelled faces', () => {
  let engine: Engine;
  let folder: string;
  /** Two lines of three. */
  const pixels = Uint8Array.from({ length: 3 * SIDE * 2 * SIDE }, (_, at) => (at * 31 + (at >> 7)) % 256);

  beforeAll(async () => {
    engine = await startEngine(ENGINE);
    folder = await mkdtemp(join(tmpdir(), 'moodring-sheets-'));
    await sharp(pixels, { raw: { width: 3 * SIDE, height: 2 * SIDE, channels: 1 } })
      .png()
      .toFile(join(folder, 'sheet.png'));
    const rows = [
      '0,train,sad,sheet.png,1,0,0,0,10,0,0,0,0,0,0,0,0,0',
      '1,public,happy,sheet.png,0,0,0,0,1,8,0,0,0,0,0,0,1,0',
      '2,public,fear,sheet.png,2,1,0,1,0,0,5,0,0,0,5,0,0,0',
      '3,public,angry,sheet.png,1,1,0,0,1,0,0,0,2,0,0,7,0,0',
    ];
    await writeFile(join(folder, 'labels.csv'), [COLUMNS, ...rows].join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The grey values of one square of the sheet. */
  const cut = (column: number, line: number): Float32Array =>
    Float32Array.from({ length: SIDE * SIDE }, (_, at) => {
      const [x, y] = [column * SIDE + (at % SIDE), line * SIDE + Math.floor(at / SIDE)];
      return pixels[y * 3 * SIDE + x] ?? NaN;
    });

  it('is read square by square, both ways, and only the split that was asked for', async () => {
    const faces = await readLabelledFaces(engine, folder, 'public');
    const places = [cut(0, 0), cut(2, 1), cut(1, 1)];
    expect(faces).toHaveLength(places.length);
    for (const [index, place] of places.entries()) {
      const right = await lookAt(engine.tf, engine.nets.fernet, [place, mirrored(place)]);
      for (const [view, said] of right.entries())
        for (const [emotion, logit] of said.labels.entries())
          expect(faces[index]?.views[view]?.labels[emotion]).toBeCloseTo(logit, 3);
    }
  });

  it('says what each face was called, who voted how, and where a twin is', async () => {
    const faces = await readLabelledFaces(engine, folder, 'public');
    expect(faces.map(({ truth, voted, twin }) => ({ truth, voted, twin }))).toEqual([
      { truth: 'happy', voted: 'happy', twin: false },
      // A tie names nobody, and neither does contempt.
      { truth: 'fear', voted: undefined, twin: true },
      { truth: 'angry', voted: undefined, twin: false },
    ]);
  });

  it('is refused where it is missing', async () => {
    await expect(readLabelledFaces(engine, join(folder, 'none'), 'public')).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
