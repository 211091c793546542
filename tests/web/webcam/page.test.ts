import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { wordsFor } from '../../../src/cards/words.ts';
import { EMOTIONS } from '../../../src/domain/emotion.ts';
import { moodAt } from '../../../src/domain/mood.ts';
import { MoodringError } from '../../../src/errors.ts';
import { createWebcamLinks, type Seen, type WebcamAnswer } from '../../../src/flows/webcam-links.ts';
import { loadCatalogue } from '../../../src/music/catalogue/load.ts';
import { choose } from '../../../src/music/choose.ts';
import { emptyRoom, samplePhoto } from '../../photos.ts';
import { axeFaults } from '../axe.ts';
import { asSeenByCamera, type FakeCamera, fakeCamera } from '../camera.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../chromium.ts';
import { type Pages, startPages } from '../pages.ts';
import { visit } from './visit.ts';

const t = wordsFor('en');

const playlist = choose(await loadCatalogue(), {
  mood: moodAt({ valence: 0.6, arousal: 0.4 }),
  intent: 'match',
  length: { tracks: 5 },
  seed: 7,
});

/** Only a failing test waits that long. */
const PATIENT = { timeout: 20_000 };

const links = createWebcamLinks();

/** A link, and what came back through it. */
function linked(
  answer: (seen: Seen) => Promise<Partial<WebcamAnswer>> = () => Promise.resolve({}),
  locale = 'en-US',
): { id: string; seen: Seen[] } {
  const seen: Seen[] = [];
  const list = { id: 'x', playlist, days: 30, spotify: undefined };
  const id = links.make({
    locale,
    answer: async (came) => {
      seen.push(came);
      const link = { kind: 'page', url: 'https://moodring.example/list/x' } as const;
      return { list: { ...list, link }, ...(await answer(came)) };
    },
  });
  return { id, seen };
}

const noticeOn = (page: Page) => page.locator('#notice').innerText();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function starts(page: Page): Promise<void> {
  await button(page, 'Start the camera').click();
  await page.locator('#use:enabled').waitFor({ timeout: 60_000 });
}

describe.skipIf(CHROMIUM === undefined)(
  `the webcam page${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  { timeout: 120_000 },
  () => {
    let pages: Pages;
    let camera: FakeCamera;
    let browser: Browser;
    const at = (id: string) => `${pages.url}/webcam/${id}`;

    beforeAll(async () => {
      camera = await fakeCamera(
        await asSeenByCamera(samplePhoto(3), { left: 1120, top: 110, width: 800, height: 600 }),
      );
      [pages, browser] = await Promise.all([startPages({ links }), startChromium(camera.switches)]);
    });
    afterAll(async () => {
      await browser.close();
      await pages.close();
      await camera.remove();
    });

    it('reads the face, shows it, sends seven numbers and nothing else, and shows the songs', async () => {
      const { id, seen } = linked();
      const { page, requests, complaints } = await visit(browser, at(id));
      await starts(page);
      expect(await page.locator('#headline').innerText()).toBe('You look happy');
      expect(await page.locator('#mood').innerText()).toBe('In music: happy');
      expect(await page.locator('#percent-happy').innerText()).toMatch(/^(9\d|100)\s?%$/);
      const box = await page.locator('#box').boundingBox();
      const stage = await page.locator('#stage').boundingBox();
      if (!box || !stage) throw new Error('no box on the face');
      // The face stands in the left half of the picture as a mirror shows it.
      expect((box.x + box.width / 2 - stage.x) / stage.width).toBeGreaterThan(0.3);
      expect((box.x + box.width / 2 - stage.x) / stage.width).toBeLessThan(0.7);
      await expect
        .poll(async () => Number(await page.locator('#rate').innerText()), PATIENT)
        .toBeGreaterThan(1);

      await button(page, 'Use this mood').click();
      await page.getByRole('heading', { name: 'Music to match: happy' }).waitFor();
      expect(await page.locator('#tracks li').count()).toBe(5);
      expect(await page.locator('#songs-said').innerText()).toContain('The answer is in Discord');
      expect(await page.evaluate('document.activeElement.id')).toBe('songs-title');
      expect(await page.evaluate("document.getElementById('video').srcObject")).toBeNull();

      const [came] = seen;
      if (came?.kind !== 'scores' || seen.length > 1) throw new Error('other than one mood came');
      expect(came.scores.happy).toBeGreaterThan(0.9);
      expect(EMOTIONS.reduce((sum, emotion) => sum + came.scores[emotion], 0)).toBeCloseTo(1);

      expect(requests.filter((url) => !url.startsWith(pages.url))).toEqual([]);
      const sent = requests.filter((url) => url.includes(`/${id}/`)).map((url) => url.split('/').at(-1));
      expect(sent).toEqual(['open', 'mood']);
      expect(complaints).toEqual([]);
    });

    it('says what is read to people who listen, and not ten times a second', async () => {
      const { page } = await visit(browser, at(linked().id));
      await page.evaluate(`{
        window.said = [];
        const region = document.getElementById('spoken');
        new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
      }`);
      await starts(page);
      await expect
        .poll(() => page.evaluate('said.at(-1)'), PATIENT)
        .toBe('You look happy. I am fairly sure.');
      const said = await page.evaluate<string[]>('said');
      expect(said.filter((text) => text.startsWith('You look'))).toHaveLength(1);
    });

    it('can be used by keyboard alone', async () => {
      const { id, seen } = linked();
      const { page } = await visit(browser, at(id));
      await page.locator('#start:enabled').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('#use:enabled').waitFor({ timeout: 60_000 });
      expect(await page.evaluate('document.activeElement.id')).toBe('stage');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('use');
      await page.keyboard.press('Enter');
      await page.locator('#songs').waitFor();
      expect(seen).toHaveLength(1);
    });

    it('sends one picture where somebody takes a snapshot', async () => {
      const { id, seen } = linked();
      const { page, requests } = await visit(browser, at(id));
      await starts(page);
      await button(page, 'Take a snapshot').click();
      await page.locator('#songs').waitFor();
      expect(seen.map(({ kind }) => kind)).toEqual(['photo']);
      const [came] = seen;
      expect(came?.kind === 'photo' && Buffer.from(came.photo).subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect(requests.filter((url) => url.endsWith('/photo'))).toHaveLength(1);
    });

    it.each([
      ['the engine does not come', /\.wasm$/],
      ['the worker does not come', /worker\.js$/],
    ])('still takes a snapshot where %s', async (_, missing) => {
      const { id, seen } = linked();
      const { page } = await visit(browser, at(id), {}, (it) =>
        it.context().route(missing, (route) => route.fulfill({ status: 404 })),
      );
      await button(page, 'Start the camera').click();
      await expect.poll(() => noticeOn(page), PATIENT).toContain('cannot read faces by itself');
      expect(await button(page, 'Use this mood').isDisabled()).toBe(true);
      await button(page, 'Take a snapshot').click();
      await page.locator('#songs').waitFor();
      expect(seen.map(({ kind }) => kind)).toEqual(['photo']);
    });

    it('says so when a snapshot is refused, and lets one try again', async () => {
      let tries = 0;
      const { id, seen } = linked(() => {
        tries += 1;
        if (tries === 1) throw new MoodringError('no-face');
        return Promise.resolve({ untold: new Error('the channel is gone') });
      });
      const { page } = await visit(browser, at(id));
      await starts(page);
      await button(page, 'Take a snapshot').click();
      await expect.poll(() => noticeOn(page), PATIENT).toBe(t('error.no-face'));
      await page.waitForTimeout(300);
      expect(await noticeOn(page)).toBe(t('error.no-face'));
      await button(page, 'Take a snapshot').click();
      await page.locator('#songs').waitFor();
      expect(await page.locator('#songs-said').innerText()).toContain('Discord did not take the answer');
      expect(seen).toHaveLength(2);
    });

    it('says so when the camera vanishes, and comes back when it does', async () => {
      const { page } = await visit(browser, at(linked().id));
      await starts(page);
      await page.evaluate(
        "document.getElementById('video').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))",
      );
      expect(await noticeOn(page)).toContain('The camera is gone');
      expect(await button(page, 'Use this mood').isDisabled()).toBe(true);
      expect(await page.locator('#box').isVisible()).toBe(false);
      await button(page, 'Try the camera again').click();
      await page.locator('#use:enabled').waitFor();
      expect(await page.locator('#headline').innerText()).toBe('You look happy');
    });

    it('takes a photo from the device where there is no camera', async () => {
      const { id, seen } = linked();
      const none = await startChromium();
      try {
        const { page } = await visit(none, at(id), { permissions: ['camera'] });
        await button(page, 'Start the camera').click();
        await expect.poll(() => noticeOn(page), PATIENT).toContain('There is no camera');
        await page.locator('#file').setInputFiles({
          name: 'me.jpg',
          mimeType: 'image/jpeg',
          buffer: await emptyRoom(),
        });
        await page.locator('#songs').waitFor();
        expect(seen.map(({ kind }) => kind)).toEqual(['photo']);

        const refusing = await visit(none, at(linked().id), {}, (it) =>
          it.addInitScript(
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
          ),
        );
        await button(refusing.page, 'Start the camera').click();
        await expect.poll(() => noticeOn(refusing.page), PATIENT).toContain('may not be used here');
        expect(await button(refusing.page, 'Try the camera again').isVisible()).toBe(true);

        const insecure = await visit(none, at(linked().id), {}, (it) =>
          it.addInitScript('delete Navigator.prototype.mediaDevices'),
        );
        await button(insecure.page, 'Start the camera').click();
        await expect.poll(() => noticeOn(insecure.page), PATIENT).toContain('over https');
      } finally {
        await none.close();
      }
    });

    it('opens in one browser alone, again and again there, until it is used', async () => {
      const { id } = linked();
      const { page } = await visit(browser, at(id));
      await page.locator('#start:enabled').waitFor();
      await page.reload();
      await starts(page);

      const other = await visit(browser, at(id));
      await expect.poll(() => noticeOn(other.page), PATIENT).toContain('opened in another browser first');
      expect(await button(other.page, 'Start the camera').isVisible()).toBe(false);

      await button(page, 'Use this mood').click();
      await page.locator('#songs').waitFor();
      await page.reload();
      expect(await page.locator('main').innerText()).toContain('This link is used up');
    });

    it('says so when it was left open until its link was no good any more', async () => {
      const { id, seen } = linked(undefined, 'de');
      const { page } = await visit(browser, at(id));
      await page.locator('#start:enabled').click();
      await page.locator('#use:enabled').waitFor({ timeout: 60_000 });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60_000 });
      try {
        await page.locator('#use').click();
        const sentence = wordsFor('de')('error.webcam-expired', { minutes: 10 }).replaceAll('`', '');
        await expect.poll(() => noticeOn(page), PATIENT).toBe(sentence);
        expect(await page.evaluate("document.getElementById('video').srcObject")).toBeNull();
        expect(await page.locator('button:visible:enabled').count()).toBe(0);
        await page.reload();
        expect(await page.locator('main').innerText()).toContain('This link is not good any more');
      } finally {
        vi.useRealTimers();
      }
      expect(seen).toEqual([]);
    });

    it('says so where Moodring does not answer', async () => {
      const { page } = await visit(browser, at(linked().id));
      await starts(page);
      await page.context().route(/\/mood$/, (route) => route.abort());
      await button(page, 'Use this mood').click();
      await expect.poll(() => noticeOn(page), PATIENT).toBe(t('webcam.unreachable'));
      await page.context().unroute(/\/mood$/);
      await button(page, 'Use this mood').click();
      await page.locator('#songs').waitFor();
    });

    it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async (colorScheme) => {
      const { page } = await visit(browser, at(linked().id), { colorScheme });
      await page.locator('#start:enabled').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await starts(page);
      expect(await axeFaults(page)).toEqual([]);
      await button(page, 'Use this mood').click();
      await page.locator('#songs').waitFor();
      expect(await axeFaults(page)).toEqual([]);
    });

    it.each(['en-US', 'de', 'ja'])(
      'fits a phone: nothing is wider than the screen, in %s',
      async (locale) => {
        const { page } = await visit(browser, at(linked(undefined, locale).id), {
          viewport: { width: 360, height: 740 },
        });
        await page.locator('#start:enabled').click();
        await page.locator('#use:enabled').waitFor({ timeout: 60_000 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
        expect(await page.evaluate('document.documentElement.lang')).toBe(wordsFor(locale)('language.code'));
      },
    );
  },
);
