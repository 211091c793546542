import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listText } from '../../src/cards/list-card.ts';
import { reasonText } from '../../src/cards/reason-text.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { moodAt } from '../../src/domain/mood.ts';
import { spotifyUrl } from '../../src/domain/playlist.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { choose } from '../../src/music/choose.ts';
import { contrast } from '../cards/contrast.ts';
import { AWKWARD, listOf } from '../cards/lists.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from './chromium.ts';
import { type Pages, startPages } from './pages.ts';

const t = wordsFor('en');
const playlist = choose(await loadCatalogue(), {
  mood: moodAt({ valence: -0.7, arousal: -0.4 }),
  intent: 'lift',
  length: { tracks: 12 },
  seed: 7,
});

/** A page, and all that went wrong on it or left for elsewhere. */
interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

interface Painted {
  readonly text: string;
  readonly ink: string;
  readonly ground: string;
}

/** Finds, in the browser, the colour of every text and of what it stands on. */
const PAINTED = `[...document.querySelectorAll('h1, p, button, textarea, .number, li a, li div, .quiet')].map((element) => {
  let ground = element;
  while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)' && ground.parentElement)
    ground = ground.parentElement;
  return {
    text: element.textContent,
    ink: getComputedStyle(element).color,
    ground: getComputedStyle(ground).backgroundColor,
  };
})`;

describe.skipIf(CHROMIUM === undefined)(
  `the page of a list, in a browser${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let pages: Pages;
    let browser: Browser;
    let list: string;
    beforeAll(async () => {
      [pages, browser] = await Promise.all([startPages(), startChromium()]);
      list = await pages.keep(playlist);
    });
    afterAll(async () => {
      await browser.close();
      await pages.close();
    });

    async function visit(url: string, options: BrowserContextOptions = {}): Promise<Visit> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() !== 'log') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (sent) => {
        if (new URL(sent.url()).origin !== pages.url && !sent.url().startsWith('data:'))
          complaints.push(`asked ${sent.url()}`);
      });
      await page.goto(url);
      return { page, complaints };
    }

    /** What lies on the clipboard, read by a page that may. */
    const clipboardOf = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

    it('shows every track with its link, artists, year and reason, in order', async () => {
      const { page, complaints } = await visit(list);
      const rows = await page.locator('li').all();
      expect(rows).toHaveLength(playlist.picks.length);
      for (const [index, { track }] of playlist.picks.entries()) {
        const row = rows[index];
        const link = row?.getByRole('link');
        expect(await link?.getAttribute('href')).toBe(spotifyUrl(track));
        expect(await link?.textContent()).toBe(track.title);
        expect(await row?.innerText()).toContain(`${track.artists.join(', ')} · ${track.year}`);
        expect(await row?.innerText()).toContain(reasonText(playlist, index, t));
      }
      expect(await page.title()).toBe('Music to lift you, starting sad · Moodring');
      expect(complaints).toEqual([]);
    });

    it('tells nothing of whose list it is', async () => {
      const { page } = await visit(list);
      expect(await page.content()).not.toContain('someone');
    });

    it('copies the whole list, and says so', async () => {
      const { page, complaints } = await visit(list, { permissions: ['clipboard-read', 'clipboard-write'] });
      expect(await page.getByRole('status').textContent()).toMatch(/^\s*$/);
      await page.getByRole('button', { name: 'Copy the list' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
      expect(await clipboardOf(page)).toBe(listText(playlist, t));
      expect(await page.locator('textarea').isVisible()).toBe(false);
      expect(complaints).toEqual([]);
    });

    it('selects the list to be copied by hand where the clipboard is refused', async () => {
      const { page, complaints } = await visit(list);
      await page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
      );
      await page.getByRole('button', { name: 'Copy the list' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe(t('page.copyFailed'));
      expect(await page.locator('textarea').isVisible()).toBe(true);
      expect(await page.evaluate('document.getSelection().toString()')).toBe(listText(playlist, t));
      expect(complaints).toEqual([]);
    });

    it('selects the list where the browser has no clipboard at all, as over plain HTTP', async () => {
      const { page } = await visit(list);
      await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      await page.getByRole('button', { name: 'Copy the list' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe(t('page.copyFailed'));
      expect(await page.evaluate('document.getSelection().toString()')).toBe(listText(playlist, t));
    });

    it('can be used by keyboard: the button first, then every link in order, each seen to be in focus', async () => {
      const { page } = await visit(list, { permissions: ['clipboard-read', 'clipboard-write'] });
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('copy');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
      for (const { track } of playlist.picks) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.href')).toBe(spotifyUrl(track));
        expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      }
    });

    it('shows titles and names as text, whatever they hold', async () => {
      const awkward = listOf(
        AWKWARD.filter((title) => title.trim() !== '').map((title) => `x${title}x`),
        { artists: [`</textarea></script><script>document.title = 'hit'</script>`, `" onclick='`] },
      );
      const { page, complaints } = await visit(await pages.keep(awkward));
      const shown = await page.locator('li a').allTextContents();
      const asHtml = (title: string): string => title.replaceAll(/\r\n?/g, '\n');
      expect(shown).toEqual(awkward.picks.map(({ track }) => asHtml(track.title)));
      expect(await page.locator('textarea').inputValue()).toBe(listText(awkward, t));
      expect(await page.locator('img, li script').count()).toBe(0);
      expect(await page.title()).not.toBe('hit');
      expect(complaints).toEqual([]);
    });

    it.each(['light', 'dark'] as const)(
      'can be read in %s: every text has the contrast of WCAG AA',
      async (colorScheme) => {
        const { page } = await visit(list, { colorScheme });
        await page.evaluate("document.querySelector('textarea').hidden = false");
        const texts = await page.evaluate<readonly Painted[]>(PAINTED);
        expect(texts.length).toBeGreaterThan(4 * playlist.picks.length);
        for (const { text, ink, ground } of texts)
          expect(contrast(ink, ground), text).toBeGreaterThanOrEqual(4.5);
        const dark = contrast(texts[0]?.ground ?? '', '#000000') < 4;
        expect(dark, 'the ground goes with the scheme').toBe(colorScheme === 'dark');
      },
    );

    it('fits a phone: nothing is wider than the screen, however long a word is', async () => {
      const long = await pages.keep(
        listOf(['x'.repeat(300), 'W'.repeat(80)], { artists: ['y'.repeat(300)] }),
      );
      for (const url of [list, long, `${pages.url}/list/none`]) {
        const { page } = await visit(url, { viewport: { width: 360, height: 740 } });
        await page.evaluate("for (const area of document.querySelectorAll('textarea')) area.hidden = false");
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
        const beyond = await page.evaluate(
          "[...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > 360).length",
        );
        expect(beyond).toBe(0);
      }
    });

    it.each(LANGUAGES)('speaks the browser’s language, and fits a phone in it: %s', async (locale) => {
      for (const url of [list, `${pages.url}/list/none`]) {
        const { page } = await visit(url, { locale, viewport: { width: 320, height: 640 } });
        expect(await page.evaluate('document.documentElement.lang')).toBe(locale);
        const beyond = await page.evaluate(
          "[...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > 320 || each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline').length",
        );
        expect(beyond).toBe(0);
      }
    });

    it('says in plain words that there is nothing, and breaks no rule of its own there either', async () => {
      for (const [path, heading] of [
        ['/list/none', 'This playlist is gone'],
        ['/nowhere', 'There is no page here'],
      ] as const) {
        const { page, complaints } = await visit(`${pages.url}${path}`);
        expect(await page.getByRole('heading').textContent()).toBe(heading);
        expect(complaints).toEqual([expect.stringContaining('404')]);
      }
    });

    it('gives a chat that unfolds its link a name and a sentence', async () => {
      const { page } = await visit(list);
      const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
      expect(await meta('og:title')).toBe('Music to lift you, starting sad · Moodring');
      expect(await meta('og:description')).toBe('12 tracks chosen by mood. Each opens at Spotify.');
    });
  },
);
