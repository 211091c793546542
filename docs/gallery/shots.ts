import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

import { type Channel, type Message, renderChat } from '../../sandbox/discord/index.ts';

/** Sharp on most screens, and still small. */
const SCALE = 1.2;

/** Wide enough for an embed at its widest. */
const CHAT = { width: 640, height: 600 };

/** In milliseconds. */
const SETTLED = 600;

/** Some messages of a channel, and the language of whoever reads them. */
export interface Excerpt {
  readonly channel: Channel;
  readonly shown: readonly Message[];
  readonly locale: string;
}

/** Draws some messages as they look in Discord, on a page that ends with its use. */
export async function withMessages<T>(
  browser: Browser,
  { channel, shown, locale }: Excerpt,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: CHAT, deviceScaleFactor: SCALE });
  try {
    await page.setContent(renderChat(channel));
    const off = channel.messages.flatMap(({ id }, at) => (shown.some((one) => one.id === id) ? [] : [at]));
    await page.evaluate(`{
      document.documentElement.lang = ${JSON.stringify(locale)};
      const messages = document.querySelectorAll('section.message');
      for (const at of ${JSON.stringify(off)}) messages[at].remove();
      for (const other of document.querySelectorAll('.channel, .day, .write')) other.remove();
    }`);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Takes a picture of some messages. */
export function shootMessages(browser: Browser, excerpt: Excerpt): Promise<Buffer> {
  return withMessages(browser, excerpt, (page) => page.locator('main').screenshot());
}

/** How a page is looked at. */
export interface Look {
  readonly locale: string;
  readonly theme: 'light' | 'dark';
  /** In CSS pixels; a page is shown in full, however high it is. */
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Opens a page in a browser that knows nothing of it, for as long as it is used. */
export async function withPage<T>(
  browser: Browser,
  { locale, theme, viewport }: Look,
  use: (tab: Page) => Promise<T>,
): Promise<T> {
  const look = { locale, colorScheme: theme, viewport, deviceScaleFactor: SCALE };
  const context = await browser.newContext(look);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Takes a picture of a whole page. @param open leaves the tab on the page */
export function shootPage(
  browser: Browser,
  look: Look,
  open: (tab: Page) => Promise<unknown>,
): Promise<Buffer> {
  return withPage(browser, look, async (tab) => {
    await open(tab);
    // What moves has come to where it belongs by then.
    await tab.waitForTimeout(SETTLED);
    return tab.screenshot({ fullPage: true });
  });
}

/** Keeps a picture as a small WebP. @returns its bytes */
export async function keepPicture(file: string, png: Buffer): Promise<number> {
  const webp = await sharp(png).webp({ quality: 40, effort: 6 }).toBuffer();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, webp);
  return webp.length;
}
