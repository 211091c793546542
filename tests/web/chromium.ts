import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may be installed; `CHROMIUM` names another one. */
const PATHS = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the first Chromium there is. */
export const CHROMIUM = PATHS.find((path) => path !== undefined && existsSync(path));

/** What a test that needs a browser says when it is skipped. */
export const NEEDS_CHROMIUM = 'skipped without Chromium: install it, or set CHROMIUM to its path';

/** Starts the browser without a window, and without its own talk to the network. @param more switches of its command line */
export function startChromium(more: readonly string[] = []): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NEEDS_CHROMIUM);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
