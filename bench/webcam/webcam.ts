import { setTimeout as sleep } from 'node:timers/promises';

import { fakeCamera } from '../../tests/web/camera.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../../tests/web/chromium.ts';
import { createWebcamLinks } from '../../src/flows/webcam-links.ts';
import { createLog } from '../../src/log.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { openStore } from '../../src/memory/store.ts';
import { createLiveReader } from '../../src/vision/core/live-reader.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { startWeb } from '../../src/web/server.ts';
import { seenByCamera } from '../photos.ts';
import { type Bench, row } from '../row.ts';
import { median } from '../statistics.ts';

/** How often the page's own count is looked at, every so many milliseconds. */
const LOOKS = 20;
const LOOK_EVERY = 500;

/** How many readings the same picture gets in this process. */
const ROUNDS = 30;

/** The webcam page in a headless Chromium, with a face in its camera; beside it the same reading in Node, without a page. */
export const webcam: Bench = {
  name: 'webcam',
  run: async ({ tell }) => {
    if (CHROMIUM === undefined) {
      tell(`webcam: ${NEEDS_CHROMIUM}`);
      return [];
    }
    const picture = await seenByCamera();
    const { first, between } = await onPage(picture);
    return [
      row('webcam: from one reading to the next', 'ms', between, { node: await inNode(picture) }),
      row('webcam: from the camera to the first reading', 'ms', first),
    ];
  },
  bars: [{ rows: /to the next$/, atMost: 100 }],
};

async function onPage(picture: Buffer): Promise<{ first: number; between: number }> {
  const links = createWebcamLinks();
  const camera = await fakeCamera(picture);
  const store = await openStore(':memory:');
  const web = await startWeb({
    playlists: playlistsIn(store),
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    isHealthy: () => true,
    webcam: { links, publicUrl: 'http://127.0.0.1' },
  });
  const browser = await startChromium(camera.switches);
  try {
    const page = await browser.newPage();
    const id = links.make({ locale: 'en', answer: () => Promise.reject(new Error('nothing is sent')) });
    await page.goto(`http://127.0.0.1:${web.port}/webcam/${id}`);
    await page.locator('#start:enabled').click();
    const started = performance.now();
    await page.locator('#use:enabled').waitFor({ timeout: 120_000 });
    const first = performance.now() - started;
    await sleep(2_000);
    const rates: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      rates.push(Number(await page.locator('#rate').textContent()));
      await sleep(LOOK_EVERY);
    }
    return { first, between: 1000 / (rates.reduce((sum, rate) => sum + rate, 0) / LOOKS) };
  } finally {
    await browser.close();
    await web.close();
    await store.close();
    await camera.remove();
  }
}

async function inNode(picture: Buffer): Promise<number> {
  const read = createLiveReader(await startEngine('wasm'));
  const photo = await decodePhoto(picture);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await read(photo);
    times.push(performance.now() - started);
  }
  return median(times);
}
