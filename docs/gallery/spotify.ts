import type { Page } from 'playwright-core';

import type { Scenery } from './scenes.ts';

/** Somebody new at Spotify sets out from the page behind a link, agrees, and comes back. @returns the last page */
export async function linksAccount(
  { browser, spotify, speaker }: Pick<Scenery, 'browser' | 'spotify' | 'speaker'>,
  url: string,
  page?: Page,
): Promise<Page> {
  const person = spotify.people.add({
    name: speaker.name,
    devices: [{ id: 'kitchen', name: 'Kitchen', active: true }],
  });
  spotify.people.signIn(person);
  const tab = page ?? (await browser.newPage({ locale: speaker.locale }));
  await tab.goto(url);
  await tab.locator('main a').click();
  await tab.locator('button[value=agree]').click();
  await tab.locator('main').waitFor();
  return tab;
}
