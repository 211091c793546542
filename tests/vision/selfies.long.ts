import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { madePictures } from '../../src/cli/evaluate/made-pictures.ts';
import { evaluateSelfies } from '../../src/cli/evaluate/selfies.ts';
import { startVision, type Vision } from '../../src/vision/node/vision.ts';
import { ENGINE } from '../engine.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../shared-data.ts';

const photos = sharedData('photos');

const PATIENCE = { timeout: 600_000 };

describe('a picture that is made', PATIENCE, () => {
  let vision: Vision;
  beforeAll(async () => {
    vision = await startVision({ engine: ENGINE, workers: 1, deadline: PATIENCE.timeout });
  });
  afterAll(() => vision.close());

  it.each([1, 2])('is not read, of set %i either', async (set) => {
    for (const { name, bytes } of await madePictures(set)) {
      const refused = await vision.read(bytes, 'selfie').then(
        () => `${name} was read`,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      expect(refused, name).toBe('no-selfie');
    }
  });
});

describe.skipIf(!photos)(`all hand-checked photos (${NEEDS_SHARED_DATA})`, PATIENCE, () => {
  it('are answered as the rule promises', async () => {
    const { json, text } = await evaluateSelfies(photos);
    process.stdout.write(text);
    expect(json.clear.n).toBe(27);
    expect(json.clear.answered).toBeGreaterThanOrEqual(24);
    expect(json.none).toMatchObject({ n: 119, answered: 0 });
    expect(json.drawings).toMatchObject({ n: 4, answered: 0 });
    expect(json.made).toMatchObject({ n: 30, answered: 0 });
    expect(json.crowds.n).toBe(46);
    expect(json.crowds.answered).toBeLessThanOrEqual(1);
  });
});
