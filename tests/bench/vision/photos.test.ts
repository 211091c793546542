import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { benchPhotos } from '../../../bench/vision/photos.ts';
import { EMOTIONS } from '../../../src/domain/emotion.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../shared-data.ts';

const folder = sharedData('photos');

describe.skipIf(!folder)(`the photos of bench vision (${NEEDS_SHARED_DATA})`, () => {
  const take = (most?: number) => benchPhotos(folder ?? '', most);

  it('are all the hand-checked ones, and posed ones of every emotion', async () => {
    const sets = Map.groupBy(await take(), ({ set }) => set);
    const sizes = Object.fromEntries([...sets].map(([set, photos]) => [set, photos.length]));
    expect(sizes).toEqual({ timed: 24, clear: 27, hard: 43, none: 119, posed: 210 });
    expect(new Set(sets.get('posed')?.map(({ truth }) => truth))).toEqual(new Set(EMOTIONS));
    const told = (sets.get('clear') ?? []).filter(({ truth }) => truth === 'happy' || truth === 'sad');
    expect(told).toHaveLength(26);
  });

  it('are the same ones every time, and the timed ones large', async () => {
    const [once, again] = [await take(2), await take(2)];
    expect(once.map(({ file }) => file)).toEqual(again.map(({ file }) => file));
    expect(once.filter(({ set }) => set === 'none')).toHaveLength(2);
    for (const { bytes } of once.filter(({ set }) => set === 'timed')) {
      const { width, height, format } = await sharp(await bytes()).metadata();
      expect([format, Math.max(width, height)]).toEqual(['jpeg', 1920]);
    }
  });
});
