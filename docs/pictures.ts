import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

// The pictures in the docs, from what `npm run demo` leaves in out/. Run by `npm run pictures`; needs Chromium.

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic'],
});
const folder = resolve(import.meta.dirname, 'pictures');
await mkdir(folder, { recursive: true });
for (const [page, picture, width] of [
  ['demo.html', 'chat.png', 820],
  ['playlist.html', 'playlist.png', 720],
] as const) {
  const tab = await browser.newPage({ viewport: { width, height: 600 } });
  await tab.goto(pathToFileURL(resolve('out', page)).href);
  await tab.screenshot({ path: resolve(folder, picture), fullPage: true });
}
await browser.close();
