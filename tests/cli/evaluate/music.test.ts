import { expect, it } from 'vitest';
import { musicContract } from '../../../src/cli/contract.ts';
import { evaluateMusic } from '../../../src/cli/evaluate/music.ts';
import { embeddedWeights } from '../../../src/music/mood-map/weights.ts';

it('tells what the fit of the mood map measured, where there are no tables', async () => {
  const { json, text } = await evaluateMusic();
  expect(musicContract.parse(json).map).toEqual({ measured: 'when fitted', ...embeddedWeights().figures });
  expect(text).toMatch(/ridge regression +0\.\d{3} \[/);
  expect(text).toMatch(/map +\d\d\.\d % \(standard error 1\.\d\)/);
  expect(text).toMatch(/given \\ ours +happy +energetic +calm +sad/);
});

it('says which table is missing', async () => {
  await expect(evaluateMusic(import.meta.dirname)).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { file: 'spotify_songs.csv.gz' },
  });
});
