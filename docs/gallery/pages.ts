import type { Page } from 'playwright-core';

import { asks, linkOn, type Scenery } from './scenes.ts';
import { linksAccount } from './spotify.ts';
import type { Look } from './shots.ts';
import { WAIT } from './stage.ts';

/** A page, and the way to it. */
export interface PageScene extends Omit<Look, 'locale'> {
  /** The name of its picture. */
  readonly name: string;
  /** What it is, in a line. */
  readonly about: string;
  /** Leaves the tab on the page. */
  readonly play: (on: Scenery, tab: Page) => Promise<unknown>;
}

const PHONE = { width: 390, height: 740 };
const NARROW = { width: 600, height: 240 };
const WIDE = { width: 960, height: 640 };

/** The pages of lists, and where there is none. */
export const LIST_PAGES: readonly PageScene[] = [
  ...(['light', 'dark'] as const).map((theme) => ({
    name: `page-list-${theme}`,
    about: `The page of a list, ${theme}`,
    theme,
    viewport: NARROW,
    play: async (on: Scenery, tab: Page) => {
      const card = await asks(on, '/mood', { emoji: '😌', length: '5' });
      await tab.goto(card.json.embeds.at(-1)?.url ?? '');
    },
  })),
  {
    name: 'page-gone',
    about: 'The page of a list that is gone',
    theme: 'light',
    viewport: NARROW,
    play: ({ pagesUrl }, tab) => tab.goto(`${pagesUrl}/list/gone`),
  },
  {
    name: 'page-lost',
    about: 'The page where there is none',
    theme: 'dark',
    viewport: NARROW,
    play: ({ pagesUrl }, tab) => tab.goto(`${pagesUrl}/nowhere`),
  },
];

/** The pages on the way to Spotify and back. */
export const SPOTIFY_PAGES: readonly PageScene[] = [
  {
    name: 'page-spotify',
    about: 'The page before Spotify’s own',
    theme: 'light',
    viewport: NARROW,
    play: async (on, tab) => tab.goto(linkOn(await asks(on, '/spotify link'))),
  },
  {
    name: 'page-spotify-linked',
    about: 'The page that one comes back to from Spotify',
    theme: 'dark',
    viewport: NARROW,
    play: async (on, tab) => linksAccount(on, linkOn(await asks(on, '/spotify link')), tab),
  },
  {
    name: 'page-spotify-failed',
    about: 'The page before Spotify’s own, for a link that is used up',
    theme: 'light',
    viewport: NARROW,
    play: ({ pagesUrl }, tab) => tab.goto(`${pagesUrl}/spotify/link?state=used`),
  },
];

/** The page that reads a face live. */
export const WEBCAM_PAGES: readonly PageScene[] = [
  {
    name: 'page-webcam',
    about: 'The page that reads a face live, before the camera is on',
    theme: 'light',
    viewport: PHONE,
    play: opensWebcam,
  },
  {
    name: 'page-webcam-live',
    about: 'The page that reads a face live, while it does so on a wide screen',
    theme: 'dark',
    viewport: WIDE,
    play: startsWebcam,
  },
  {
    name: 'page-webcam-phone',
    about: 'The page that reads a face live, on a phone',
    theme: 'light',
    viewport: PHONE,
    play: startsWebcam,
  },
  {
    name: 'page-webcam-songs',
    about: 'The page that reads a face live, after *Use this mood*',
    theme: 'dark',
    viewport: PHONE,
    play: async (on, tab) => {
      await startsWebcam(on, tab);
      await tab.locator('#use').click();
      await tab.locator('#songs').waitFor();
    },
  },
  {
    name: 'page-webcam-used',
    about: 'The page for a webcam link that is good no more',
    theme: 'light',
    viewport: NARROW,
    play: ({ pagesUrl }, tab) => tab.goto(`${pagesUrl}/webcam/AAAAAAAAAAAAAAAAAAAAAAAA`),
  },
];

async function opensWebcam(on: Scenery, tab: Page): Promise<void> {
  await tab.goto(linkOn(await asks(on, '/mood', { webcam: true, length: '3' })));
  await tab.locator('#start:enabled').waitFor();
}

async function startsWebcam(on: Scenery, tab: Page): Promise<void> {
  await opensWebcam(on, tab);
  await tab.locator('#start').click();
  await tab.locator('#use:enabled').waitFor({ timeout: WAIT.timeoutMs });
  await tab.waitForFunction("document.getElementById('rate').textContent !== '–'");
}

/** The chat page of the sandbox, which is for developers and speaks English alone. */
export const CHAT: PageScene = {
  name: 'chat',
  about: 'The chat page of `npm run demo -- --serve`',
  theme: 'dark',
  viewport: { width: 1100, height: 720 },
  play: async (on, tab) => {
    const { discord, guild, member, manager } = on;
    await asks(on, '/mood', { emoji: '😌', length: '3' });
    const people = [{ member }, { member: manager, about: 'manages the server' }];
    const chat = await discord.serveChat({ people, guilds: [guild] });
    await tab.goto(`${chat.url}#${member.id}/${on.here.id}`);
    await tab.getByRole('textbox').or(tab.getByRole('combobox')).first().waitFor();
  },
};
