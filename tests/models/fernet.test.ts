import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { hashOfWeights } from '../../src/cli/evaluate/emotion.ts';
import { calibrationShape } from '../../src/vision/core/calibration.ts';
import { cardFrom } from '../../training/card/card.ts';
import { readFigures, readTemplate } from '../../training/card/figures.ts';
import { FERNET } from '../../src/vision/node/fernet.ts';

const read = (name: string): Promise<string> => readFile(join(FERNET, name), 'utf8');

describe('FERNet as it ships', () => {
  it('weighs at most 4 MB', async () => {
    expect((await readFile(join(FERNET, 'weights.bin'))).length).toBeLessThanOrEqual(4_000_000);
  });

  it('has a calibration that holds', async () => {
    const { corrections, sureFrom } = calibrationShape.parse(JSON.parse(await read('calibration.json')));
    for (const { floor, temperature } of Object.values(corrections)) {
      expect(floor).toBeLessThan(0.1);
      expect(temperature).toBeGreaterThan(0.1);
      expect(temperature).toBeLessThan(10);
    }
    expect(sureFrom).toBeGreaterThan(1 / 7);
    expect(sureFrom).toBeLessThan(1);
  });

  it('has a card that is about these very weights', async () => {
    expect(await read('README.md')).toContain(await hashOfWeights());
    expect((await readFigures()).emotion.model.sha256).toBe(await hashOfWeights());
  });

  it('has the card that its figures make', async () => {
    for (const [name, text] of Object.entries(await cardFrom(await readFigures(), await readTemplate())))
      expect(await read(name)).toBe(text);
  });

  it('was measured with the calibration it has', async () => {
    expect((await readFigures()).emotion.calibration).toEqual(JSON.parse(await read('calibration.json')));
  });
});
