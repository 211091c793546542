import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asMoodringError } from '../../src/errors.ts';
import { startVision, type Vision } from '../../src/vision/node/vision.ts';
import { ENGINE } from '../engine.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../shared-data.ts';

const photos = sharedData('photos');
const rows = z.array(z.object({ file: z.string(), kind: z.string() }));

/** Two minutes on one busy core. */
const PATIENCE = { timeout: 180_000 };

describe.skipIf(!photos)(`a face in hand-checked photos (${NEEDS_SHARED_DATA})`, PATIENCE, () => {
  const folder = photos ?? '';
  let vision: Vision;

  beforeAll(async () => {
    vision = await startVision({ engine: ENGINE, workers: 2, deadline: PATIENCE.timeout });
  });
  afterAll(() => vision.close());

  it('is found in every clear one', async () => {
    const [found, of] = await count(await listed('clear'));
    report(`a face in ${found} of ${of} clear photos`);
    expect(of).toBe(27);
    expect(found).toBe(27);
  });

  it('is found in nearly every hard one', async () => {
    const [found, of] = await count(await listed('hard'));
    report(`a face in ${found} of ${of} hard photos`);
    expect(of).toBe(43);
    expect(found).toBeGreaterThanOrEqual(40);
  });

  it('is hardly ever seen where there is none', async () => {
    const files = (await readdir(join(folder, 'no_face'))).map((file) => join(folder, 'no_face', file));
    const [found, of] = await count(files);
    report(`a face in ${found} of ${of} photos without one`);
    expect(of).toBe(119);
    expect(found).toBeLessThanOrEqual(3);
  });

  async function listed(kind: string): Promise<readonly string[]> {
    const text = await readFile(join(folder, 'happy_sad', 'one_face.csv'), 'utf8');
    return rows
      .parse(parse(text, { columns: true }))
      .filter((row) => row.kind === kind)
      .map(({ file }) => join(folder, 'happy_sad', file));
  }

  async function count(files: readonly string[]): Promise<[found: number, of: number]> {
    const found = await Promise.all(files.map((file) => hasFace(file)));
    return [found.filter(Boolean).length, files.length];
  }

  async function hasFace(file: string): Promise<boolean> {
    try {
      return (await vision.read(await readFile(file))).reading.faces.length > 0;
    } catch (error) {
      const { code } = asMoodringError(error);
      if (code === 'no-face' || code === 'face-too-small' || code === 'image-too-small') return false;
      throw error;
    }
  }
});

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
