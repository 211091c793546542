import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evaluateSelfies } from '../../src/cli/evaluate/selfies.ts';
import { startVision, type Vision } from '../../src/vision/node/vision.ts';
import { ENGINE } from '../engine.ts';
import { emptyRoom, FOUR_PEOPLE, oneSmile } from '../photos.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../shared-data.ts';

const photos = sharedData('photos');

/** Half a minute on one quiet core. */
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
});

describe.skipIf(!photos)(`hand-checked photos (${NEEDS_SHARED_DATA})`, PATIENCE, () => {
  // Every sixth of those that are to be met with silence; `selfies.long.ts` looks at all.
  it('are answered as the rule promises', async () => {
    const { json, text } = await evaluateSelfies(photos, 6);
    process.stdout.write(text);
    expect(json.clear.n).toBe(27);
    expect(json.clear.answered).toBeGreaterThanOrEqual(24);
    expect(json.none).toMatchObject({ n: 20, answered: 0 });
    expect(json.drawings).toMatchObject({ n: 4, answered: 0 });
    expect(json.made).toMatchObject({ n: 30, answered: 0 });
    expect(json.crowds).toMatchObject({ n: 8, answered: 0 });
  });
});
