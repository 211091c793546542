import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evaluateSelfies } from '../../src/cli/evaluate/selfies.ts';
import { madePictures } from '../../src/cli/evaluate/made-pictures.ts';
import { startVision, type Vision } from '../../src/vision/node/vision.ts';
import { ENGINE } from '../engine.ts';
import { emptyRoom, FOUR_PEOPLE, oneSmile } from '../photos.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../shared-data.ts';

const photos = sharedData('photos');

/** Three minutes on one busy core. */
const PATIENCE = { timeout: 360_000 };

describe('a picture that somebody posts', PATIENCE, () => {
  let vision: Vision;
  beforeAll(async () => {
    vision = await startVision({ engine: ENGINE, workers: 1, deadline: PATIENCE.timeout });
  });
  afterAll(() => vision.close());

  it('is read where it is a selfie', async () => {
    const { faces, others } = (await vision.read(await oneSmile(), 'selfie')).reading;
    expect(faces).toHaveLength(1);
    expect(others).toEqual([]);
    expect(faces[0]?.emotions.happy).toBeGreaterThan(0.5);
  });

  it('is not read where it shows several people or none', async () => {
    for (const picture of [FOUR_PEOPLE, await emptyRoom()])
      await expect(vision.read(picture, 'selfie')).rejects.toThrow('no-selfie');
  });

  it.each([1, 2])('is not read where it is made, of set %i either', async (set) => {
    for (const { name, bytes } of await madePictures(set)) {
      const refused = await vision.read(bytes, 'selfie').then(
        () => `${name} was read`,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      expect(refused, name).toBe('no-selfie');
    }
  });
});

describe.skipIf(!photos)(`hand-checked photos (${NEEDS_SHARED_DATA})`, PATIENCE, () => {
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
