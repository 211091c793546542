import { expect, it } from 'vitest';
import { musicContract } from '../../../src/cli/contract.ts';
import { evaluateMusic } from '../../../src/cli/evaluate/music.ts';
import { embeddedWeights } from '../../../src/music/mood-map/weights.ts';

it('tells what the fit of the mood map measured, where there are no tables, and what the lists are worth', async () => {
  const { json, text } = await evaluateMusic({ listsEach: 1 });
  const { map, lists, baselines, missed } = musicContract.parse(json);
  expect(map).toEqual({ measured: 'when fitted', ...embeddedWeights().figures });
  expect(text).toMatch(/ridge regression +0\.\d{3} \[/);
  expect(text).toMatch(/map +\d\d\.\d % \(standard error 1\.\d\)/);
  expect(text).toMatch(/given \\ ours +happy +energetic +calm +sad/);

  expect(lists.slotDistance.mean).toBeLessThan(baselines.label.slotDistance.mean / 2);
  expect(lists.artists.rulesBroken + lists.songsTwice).toBe(0);
  expect(baselines.nearest.slotDistance.byIntent.match).toBeLessThan(lists.slotDistance.byIntent.match);
  expect(text).toMatch(/ours +label → random +nearest\n/);
  expect(text).toContain(lists.slotDistance.mean.toFixed(3));
  expect(missed).toBeUndefined();
});

it('says which table is missing', async () => {
  await expect(evaluateMusic({ folder: import.meta.dirname })).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { file: 'spotify_songs.csv.gz' },
  });
});
