import { afterAll, beforeAll, expect, it } from 'vitest';
import { oneSmile } from '../../../bench/photos.ts';
import { type Reader, startReaders } from '../../../bench/vision/readers.ts';
import { gradient } from '../../vision/photos.ts';

const told: string[] = [];
let readers: readonly Reader[] = [];

beforeAll(async () => {
  readers = await startReaders(['wasm'], '/no/such/cascade.xml', (line) => told.push(line));
}, 180_000);
afterAll(() => readers.forEach((reader) => reader.close()));

it('are ours and the peers, and say who is missing and why', () => {
  expect(readers.map(({ system }) => system)).toEqual(['moodring', 'face-api tiny', 'face-api ssd', 'human']);
  expect(told.join('\n')).toMatch(/cascade.*opencv-data[^]*without tfjs-node.*npm run engine -- install/);
});

it('see a smile, and nobody where there is nothing to see', async () => {
  const [smile, nothing] = [await oneSmile(), await gradient(400, 300).jpeg().toBuffer()];
  for (const { system, read } of readers) {
    const { found, emotions, ms } = await read(smile);
    expect(found, system).toBe(true);
    expect(ms, system).toBeGreaterThan(0);
    const leading = Object.entries(emotions ?? {}).sort((a, b) => b[1] - a[1])[0];
    expect(leading?.[0], system).toBe('happy');
    expect(await read(nothing), system).toMatchObject({ found: false });
  }
});

it('time their emotion nets where they can, and know what they held in memory', async () => {
  for (const { system, net, peak } of readers) {
    expect((await net()) !== undefined, system).toBe(system !== 'human');
    expect(await peak(), system).toBeGreaterThan(50);
  }
});
