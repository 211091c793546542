import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { PageScene } from '../../docs/gallery/pages.ts';
import { played, sceneryOf } from '../../docs/gallery/scenes.ts';
import { SECTIONS } from '../../docs/gallery/sections.ts';
import { withMessages, withPage } from '../../docs/gallery/shots.ts';
import { type Cast, castOf, openStage, SPEAKERS, type Stage } from '../../docs/gallery/stage.ts';
import type { Language } from '../../src/cards/words.ts';
import { axeFaults } from '../web/axe.ts';
import { CHROMIUM, NEEDS_CHROMIUM } from '../web/chromium.ts';
import { textFaults } from '../web/text-boxes.ts';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
const THEMES = ['light', 'dark'] as const;

/** The languages whose pages axe looks at, too: those of the pictures. */
const WITH_AXE: ReadonlySet<string> = new Set(SPEAKERS.map(({ locale }) => locale));

/** What the webcam page may say over the picture. */
const NOTICES = [
  'loading',
  'asking',
  'noFace',
  'cannotRead',
  'refused',
  'missing',
  'inUse',
  'unsupported',
  'lost',
  'unreachable',
];

/** Says something over the camera's picture. */
const saysOver = (notice: string): string => `{
  const { words } = JSON.parse(document.getElementById('settings').textContent);
  document.getElementById('notice').textContent = words.${notice};
}`;

/** What is wrong with a page on a phone and on a desktop, light and dark. @param withAxe whether axe looks at it too */
async function faultsOn(tab: Page, withAxe: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [PHONE, DESKTOP])
    for (const colorScheme of THEMES) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme });
      const found = [
        ...(await textFaults(tab)),
        ...(withAxe && viewport === PHONE ? await axeFaults(tab) : []),
      ];
      faults.push(...found.map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
    }
  return faults;
}

async function noticeFaults(tab: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  await tab.setViewportSize(PHONE);
  for (const notice of NOTICES) {
    await tab.evaluate(saysOver(notice));
    faults.push(...(await textFaults(tab)).map((fault) => `with ${notice}: ${fault}`));
  }
  return faults;
}

/** The tests that look at every card and page in some languages, as the real bot answers. */
export function describeShown(languages: readonly Language[]): void {
  describe.skipIf(CHROMIUM === undefined)(
    `every card and page${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
    () => {
      let stage: Stage;
      beforeAll(async () => {
        stage = await openStage();
      }, 180_000);
      afterAll(() => stage.close());

      async function pageFaults(cast: Cast, scene: PageScene): Promise<readonly string[]> {
        const { locale } = cast.speaker;
        const look = { locale, theme: 'light', viewport: PHONE } as const;
        return withPage(stage.browser, look, async (tab) => {
          await scene.play(sceneryOf(stage, cast), tab);
          const faults = await faultsOn(tab, WITH_AXE.has(locale));
          return scene.name === 'page-webcam' ? [...faults, ...(await noticeFaults(tab))] : faults;
        });
      }

      it.each(languages)(
        'shows all its words, none cut off or over another, and nothing that axe finds fault with, in %s',
        { timeout: 300_000 },
        async (locale) => {
          const cast = castOf(stage, { locale, name: 'Ada', manager: 'Morgan' });
          const faults: string[] = [];
          for (const { cards, pages } of SECTIONS) {
            for (const card of cards) {
              const found = await withMessages(stage.browser, await played(card, stage, cast), textFaults);
              faults.push(...found.map((fault) => `${card.name}: ${fault}`));
            }
            for (const page of pages)
              faults.push(...(await pageFaults(cast, page)).map((fault) => `${page.name}, ${fault}`));
          }
          expect(faults).toEqual([]);
          expect(stage.discord.refusals).toEqual([]);
        },
      );
    },
  );
}
