import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Member, Message } from '../../sandbox/discord/index.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';
import { moodring, PATIENT, saidIn, tracksIn } from './moodring.ts';

const app = moodring({ withSpotify: true });
const plain = moodring({ withSpotify: 'keyless' });

/** What a new app may ask of Spotify, its two doors, and what browsers ask by themselves. */
const MAY_BE_ASKED = [
  /^GET \/v1\/(?:search|me|me\/playlists|me\/top\/artists|tracks\/\w+|playlists\/\w+(?:\/items)?)$/,
  /^POST \/v1\/(?:me\/playlists|playlists\/\w+\/items|me\/player\/queue)$/,
  /^PUT \/v1\/playlists\/\w+\/(?:items|images)$/,
  /^DELETE \/v1\/(?:me\/library|playlists\/\w+\/items)$/,
  /^(?:GET|POST) \/authorize$/,
  /^POST \/api\/token$/,
  /^GET \/favicon\.ico$/,
];

/** The address behind a link button. */
function linkOn({ json }: Message, label: string): string {
  const button = json.components.flatMap((row) => row.components ?? []).find((it) => it.label === label);
  if (!button?.url) throw new Error(`no link ${label} in ${JSON.stringify(json.components)}`);
  return button.url;
}

function labelsOn({ json }: Message): string[] {
  return json.components.flatMap((row) => row.components ?? []).flatMap((it) => it.label ?? []);
}

async function listFor(member: Member, options = {}): Promise<Message> {
  return (await member.uses('/mood', { emoji: '😌', ...options })).reply(PATIENT);
}

describe.skipIf(CHROMIUM === undefined)(
  `with an account at Spotify, in a browser${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    const newPage = async (): Promise<Page> => (await browser.newContext()).newPage();

    /** Opens a way to Spotify, agrees, and gives what the last page says. */
    async function goes(page: Page, url: string, answer = 'Agree'): Promise<string> {
      await page.goto(url);
      await page.getByRole('link', { name: 'Go on to Spotify' }).click();
      await page.getByRole('button', { name: answer }).click();
      return page.locator('main').innerText();
    }

    it('goes the whole way: link, agree, save, add, and unlink', async () => {
      const ada = app().discord.addMember('Ada');
      const person = app().spotify().people.add({ name: 'Ada at Spotify' });
      app().spotify().people.signIn(person);

      const asked = await (await ada.uses('/spotify link')).reply(PATIENT);
      expect(asked.isEphemeral).toBe(true);
      const page = await newPage();
      const url = linkOn(asked, 'Go to Spotify');
      await page.goto(url);
      expect(await page.locator('main').innerText()).toContain('to ada at Discord');
      expect(await goes(page, url)).toContain('linked');
      await expect.poll(() => saidIn(asked), { timeout: 10_000 }).toContain('Your Spotify account is linked');
      expect(asked.json.components).toEqual([]);

      const card = await listFor(ada, { length: '8' });
      const tracks = tracksIn(card);
      const saved = await (await ada.clicks(card, 'Save to Spotify')).reply(PATIENT);
      expect(saved.id).toBe(card.id);
      expect(tracksIn(saved)).toEqual(tracks);
      expect(saidIn(saved)).toContain('Saved as a playlist in your Spotify account');
      expect(saved.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
      const [playlist] = person.playlists;
      expect(person.everMade).toHaveLength(1);
      expect(linkOn(saved, 'Open in Spotify')).toContain(playlist?.id);
      const idOf = (uri: string) => uri.split(/[:/]/).at(-1);
      expect(playlist?.uris).toHaveLength(8);
      expect(playlist?.uris.slice(0, 6).map(idOf)).toEqual(tracks.map(idOf));
      expect((await sharp(playlist?.cover).metadata()).format).toBe('jpeg');

      const more = await (await ada.clicks(saved, 'More like this')).reply(PATIENT);
      expect(labelsOn(more)).toEqual(expect.arrayContaining(['Save to Spotify', 'Add to it']));
      const turned = await (await ada.clicks(more, 'Next')).reply(PATIENT);
      const added = await (await ada.clicks(turned, 'Add to it')).reply(PATIENT);
      expect(saidIn(added)).toContain('Added to the playlist you saved before');
      expect(saidIn(added)).toContain('Tracks 7–8 of 8');
      expect(person.playlists).toHaveLength(1);
      expect(person.playlists[0]?.uris).toHaveLength(16);

      const privacy = await (await ada.uses('/privacy')).reply(PATIENT);
      expect(saidIn(privacy)).toContain('Your **Spotify account** is linked');
      const unlinked = await (await ada.uses('/spotify unlink')).reply(PATIENT);
      expect(saidIn(unlinked)).toContain('nothing of it is left');
      expect(saidIn(await (await ada.uses('/privacy')).reply(PATIENT))).not.toContain('Spotify');
    });

    it('asks for the queue when the queue is used, and says what is missing', async () => {
      const bea = app().discord.addMember('Bea');
      const person = app().spotify().people.add({ name: 'Bea at Spotify' });
      app().spotify().people.signIn(person);
      const card = await listFor(bea);
      const told = await (await bea.clicks(card, 'Queue on my Spotify')).reply(PATIENT);
      expect(told.isEphemeral).toBe(true);
      expect(saidIn(told)).toContain('not linked');
      const way = await (await bea.clicks(told, 'Link Spotify')).reply(PATIENT);
      expect(saidIn(way)).toContain('queue of your device');
      await goes(await newPage(), linkOn(way, 'Go to Spotify'));
      const none = await (await bea.clicks(card, 'Queue on my Spotify')).reply(PATIENT);
      expect(saidIn(none)).toContain('None of your devices');
      person.devices = [{ id: 'd', name: 'Kitchen', active: true }];
      const queued = await (await bea.clicks(card, 'Queue on my Spotify')).reply(PATIENT);
      expect(saidIn(queued)).toContain('12 tracks are in your queue');
      expect(person.queue).toHaveLength(12);
      // Saving takes more than that, and is asked for then.
      const lacking = await (await bea.clicks(card, 'Save to Spotify')).nextMessage(PATIENT);
      expect(saidIn(lacking)).toContain('not for this');
      expect(labelsOn(lacking)).toEqual(['Link Spotify']);
    });

    it('asks whom one listens to when that is used, for one list, and says how many are theirs', async () => {
      const fay = app().discord.addMember('Fay');
      const topArtists = ['Maluma', 'KAROL G', 'Daddy Yankee'];
      const person = app().spotify().people.add({ name: 'Fay at Spotify', topArtists });
      app().spotify().people.signIn(person);
      const card = await listFor(fay, { emoji: '🥳', length: '6' });
      const told = await (await fay.clicks(card, 'More of my artists')).nextMessage(PATIENT);
      const way = await (await fay.clicks(told, 'Link Spotify')).reply(PATIENT);
      expect(saidIn(way)).toContain('whom you listen to most');
      await goes(await newPage(), linkOn(way, 'Go to Spotify'));
      const mine = await (await fay.clicks(card, 'More of my artists')).reply(PATIENT);
      expect(saidIn(mine)).toMatch(/listen to most/);
      expect(tracksIn(mine)).toHaveLength(6);
      const turned = await (await fay.clicks(mine, 'More like this')).reply(PATIENT);
      expect(saidIn(turned)).not.toContain('listen to most');
    });

    it('has a clear page where it goes wrong, and changes nothing then', async () => {
      const cleo = app().discord.addMember('Cleo');
      const ask = async () =>
        linkOn(await (await cleo.uses('/spotify link')).reply(PATIENT), 'Go to Spotify');
      const page = await newPage();
      expect(await goes(page, await ask(), 'Cancel')).toContain('You did not agree');

      const url = await ask();
      const other = await newPage();
      await page.goto(url);
      const consent = await page.getByRole('link', { name: 'Go on to Spotify' }).getAttribute('href');
      await other.goto(consent ?? '');
      await other.getByRole('button', { name: 'Agree' }).click();
      expect(await other.locator('main').innerText()).toContain('another browser');

      expect(await goes(page, url)).toContain('Linked');
      await page.reload();
      expect(await page.locator('main').innerText()).toContain('used up');
      await page.goto(url);
      expect(await page.locator('main').innerText()).toContain('used up');
      expect(await page.locator('main').innerText()).not.toContain('`');
    });
  },
);

it('forgets a linked account to the last byte', async () => {
  const dora = app().discord.addMember('Dora');
  await (await dora.uses('/spotify link')).reply(PATIENT);
  expect(app().rawDatabase().includes(dora.id)).toBe(true);
  await listFor(dora);
  const shown = await (await dora.uses('/privacy')).reply(PATIENT);
  const sure = await (await dora.clicks(shown, 'Forget me')).reply(PATIENT);
  await (await dora.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
  expect(app().rawDatabase().includes(dora.id)).toBe(false);
});

it('answers from the catalogue while Spotify does not', async () => {
  const gil = app().discord.addMember('Gil');
  const trouble = app().spotify().trouble({ kind: 'silent' });
  const card = await listFor(gil);
  expect(tracksIn(card)).toHaveLength(6);
  expect(tracksIn(await (await gil.clicks(card, 'More like this')).reply(PATIENT))).toHaveLength(6);
  trouble.end();
});

it('offers nothing of it where there is no key to seal accounts with, and says so', async () => {
  const eva = plain().discord.addMember('Eva');
  expect(labelsOn(await listFor(eva))).not.toContain('Save to Spotify');
  const told = await (await eva.uses('/spotify link')).reply(PATIENT);
  expect(saidIn(told)).toContain('not set up here');
  const [warning = ''] = plain().bot.log.filter((line) => line.includes('"level":40'));
  expect(warning).toContain('TOKEN_KEYS=1:KEY');
});

it('neither Discord nor Spotify refuses what the bot sends, and nothing goes wrong', () => {
  expect([...app().discord.refusals, ...plain().discord.refusals]).toEqual([]);
  expect(app().spotify().forbidden).toEqual([]);
  expect(
    app()
      .spotify()
      .requests.filter((request) => !MAY_BE_ASKED.some((one) => one.test(request))),
  ).toEqual([]);
  expect(app().bot.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
