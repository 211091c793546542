import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { EVERYONE, type Member, type Message, PERMISSION } from '../../sandbox/discord/index.ts';
import { EMOTIONS, ranked } from '../../src/domain/emotion.ts';
import type { Face } from '../../src/domain/reading.ts';
import { readPhoto } from '../../src/vision/core/read-photo.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { refusalShape, scoresShape, songsShape } from '../../src/web/webcam/shared.ts';
import { ENGINE } from '../engine.ts';
import { oneSmile, samplePhoto } from '../photos.ts';
import { asSeenByCamera, type FakeCamera, fakeCamera } from '../web/camera.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';
import { visit } from '../web/webcam/visit.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();
const plain = moodring({ pages: false });

function linkOn({ json }: Message): string {
  const button = json.components.flatMap((row) => row.components ?? []).find(({ url }) => url !== undefined);
  if (!button?.url) throw new Error(`no link in ${JSON.stringify(json.components)}`);
  return button.url;
}

async function asksFor(member: Member, options = {}): Promise<Message> {
  return (await member.uses('/mood', { webcam: true, ...options })).reply(PATIENT);
}

/** What is sent to a link by the browser that opened it. */
async function opened(
  url: string,
): Promise<(what: string, body: string | Uint8Array<ArrayBuffer>) => Promise<Response>> {
  const response = await fetch(`${url}/open`, { method: 'POST' });
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  return (what, body) => fetch(`${url}/${what}`, { method: 'POST', body, headers });
}

const refusalIn = async (response: Response) => refusalShape.parse(await response.json());

const HAPPY = JSON.stringify({
  angry: 0.01,
  disgust: 0.01,
  fear: 0.01,
  happy: 0.9,
  sad: 0.02,
  surprise: 0.02,
  neutral: 0.03,
});

describe('/mood webcam', () => {
  it('shows the notice first, then a link that only they see, and answers through it as asked', async () => {
    const ada = app().discord.addMember('Ada');
    const notice = await asksFor(ada, { intent: 'calm', length: '5 tracks', feeling: 'tired' });
    expect(notice.isEphemeral).toBe(true);
    expect(saidIn(notice)).toContain('emotion recognition');
    const way = await (await ada.clicks(notice, 'Agree')).reply(PATIENT);
    expect(way.id).toBe(notice.id);
    expect(way.isEphemeral).toBe(true);
    expect(saidIn(way)).toContain('works once, for 10 minutes');

    const send = await opened(linkOn(way));
    const before = app().discord.channel.messages.length;
    const songs = songsShape.parse(await (await send('mood', HAPPY)).json());
    expect(songs.told).toBe(true);
    expect(songs.title).toContain('calm');
    const card = app().discord.channel.messages.at(-1);
    if (!card) throw new Error('no answer in the channel');
    expect(app().discord.channel.messages).toHaveLength(before + 1);
    expect(card.isEphemeral).toBe(false);
    expect(saidIn(card)).toContain('You look happy');
    expect(saidIn(card)).toContain('What you told me counts half');
    expect(card.json.embeds[0]?.footer?.text).toContain('No picture was sent');
    expect(tracksIn(card)).toHaveLength(5);
    await way.waitFor((message) => saidIn(message).includes('used up'), PATIENT);
    expect(way.json.components).toEqual([]);
  });

  it('answers only to them when they ask for that', async () => {
    const { member } = await agreedMember(app().discord, 'Bea', await oneSmile());
    const use = await member.uses('/mood', { webcam: true, private: true });
    const send = await opened(linkOn(await use.reply(PATIENT)));
    const answer = use.nextMessage(PATIENT);
    expect((await send('mood', HAPPY)).status).toBe(200);
    expect((await answer).isEphemeral).toBe(true);
    expect(saidIn(await answer)).toContain('You look happy');
  });

  it('reads a snapshot as any photo, and lets one try again where that was refused', async () => {
    const { member } = await agreedMember(app().discord, 'Cleo', await oneSmile());
    const send = await opened(linkOn(await asksFor(member)));
    const refused = await send('photo', 'no photo at all');
    expect(refused.status).toBe(422);
    expect((await refusalIn(refused)).code).toBe('not-an-image');
    expect((await send('photo', new Uint8Array(5 * 1024 * 1024))).status).toBe(413);
    expect((await send('photo', new Uint8Array(await oneSmile()))).status).toBe(200);
    const card = app().discord.channel.messages.at(-1);
    expect(card && saidIn(card)).toContain('You look happy');
    expect(card?.json.embeds[0]?.footer?.text).toContain('Your photo is already gone');
  });

  it.each([
    ['no JSON', 'happy'],
    ['a sum of 2', HAPPY.replace('0.01', '1')],
    ['a sum of 0', HAPPY.replaceAll(/0\.\d+/g, '0')],
    ['a negative number', HAPPY.replace('0.01', '-0.01').replace('0.9', '0.92')],
    ['text for a number', HAPPY.replace('0.9', '"0.9"')],
    ['null for a number', HAPPY.replace('0.03', 'null')],
    ['an infinite number', HAPPY.replace('0.9', '1e999')],
    ['six numbers', HAPPY.replace('"neutral":0.03', '"calm":0.03')],
    ['eight numbers', HAPPY.replace('{', '{"calm":0,')],
    ['an array', `[${HAPPY}]`],
    ['far too much', HAPPY.padEnd(100_000)],
  ])('refuses what is no distribution, in a sentence, and the link stays good: %s', async (_, body) => {
    const { member } = await agreedMember(app().discord, 'Dora', await oneSmile());
    const send = await opened(linkOn(await asksFor(member)));
    const refused = await send('mood', body);
    expect(refused.status).toBe(400);
    const { code, text } = await refusalIn(refused);
    expect(code).toBe('scores-wrong');
    expect(text).toContain('not seven numbers');
    expect((await send('mood', HAPPY)).status).toBe(200);
  });

  it('works once, and only for the browser that opened it', async () => {
    const { member } = await agreedMember(app().discord, 'Eva', await oneSmile());
    const url = linkOn(await asksFor(member));
    expect((await fetch(`${url}/mood`, { method: 'POST', body: HAPPY })).status).toBe(403);
    const send = await opened(url);
    const stranger = await fetch(`${url}/open`, { method: 'POST' });
    expect(stranger.status).toBe(403);
    expect((await refusalIn(stranger)).text).toContain('opened in another browser first');
    expect((await fetch(`${url}/mood`, { method: 'POST', body: HAPPY })).status).toBe(403);
    const before = app().discord.channel.messages.length;
    const twice = await Promise.all([send('mood', HAPPY), send('mood', HAPPY)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await send('mood', HAPPY)).status).toBe(410);
    expect(app().discord.channel.messages).toHaveLength(before + 1);
    const page = await fetch(url);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('This link is used up');
    const unknown = await fetch(url.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAAAA'));
    expect(unknown.status).toBe(410);
  });

  it('makes nothing of somebody who was forgotten meanwhile, and keeps nothing of them', async () => {
    const { member } = await agreedMember(app().discord, 'Fay', await oneSmile());
    const send = await opened(linkOn(await asksFor(member)));
    const shown = await (await member.uses('/privacy')).reply(PATIENT);
    const sure = await (await member.clicks(shown, 'Forget me')).reply(PATIENT);
    await (await member.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
    expect((await refusalIn(await send('mood', HAPPY))).code).toBe('not-agreed');
    expect(app().rawDatabase().includes(member.id)).toBe(false);
  });

  it('shows the link and the answer as text where the bot may show no cards', async () => {
    const plainly = app().discord.guild.addTextChannel('plain', {
      botPermissions: EVERYONE & ~PERMISSION.embedLinks,
    });
    const fred = app().discord.addMember('Fred');
    const use = await fred.uses('/mood', { webcam: true }, { in: plainly });
    const way = await (await fred.clicks(await use.reply(PATIENT), 'Agree')).reply(PATIENT);
    expect(way.content).toContain('works once, for 10 minutes');
    const send = await opened(linkOn(way));
    expect((await send('mood', HAPPY)).status).toBe(200);
    expect(plainly.messages.at(-1)?.content).toMatch(/Embed Links[^]*You look happy[^]*open\.spotify\.com/);
    await way.waitFor(({ content }) => content.includes('used up'), PATIENT);
  });

  it('says so where there are no pages', async () => {
    const gil = plain().discord.addMember('Gil');
    expect(saidIn(await asksFor(gil))).toContain('not set up here');
    const told = await (await gil.uses('/mood')).reply(PATIENT);
    expect(saidIn(told)).toContain('Tell me how you feel');
    expect(told.json.components).toEqual([]);
  });
});

describe('/mood with nothing at all', () => {
  it('says what one can tell, with the webcam at hand; what was asked of the music is not lost', async () => {
    const { member } = await agreedMember(app().discord, 'Hal', await oneSmile());
    const ways = await (await member.uses('/mood', { length: '3 tracks' })).reply(PATIENT);
    expect(ways.isEphemeral).toBe(true);
    expect(saidIn(ways)).toContain('Tell me how you feel');
    const first = await member.clicks(ways, 'Use my webcam');
    const second = await member.clicks(ways, 'Use my webcam');
    expect(saidIn(await second.nextMessage(PATIENT))).toContain('used already');
    expect((await first.reply(PATIENT)).id).toBe(ways.id);
    const send = await opened(linkOn(ways));
    expect(songsShape.parse(await (await send('mood', HAPPY)).json()).tracks).toHaveLength(3);
  });

  it('shows the notice to somebody who has not agreed', async () => {
    const ida = app().discord.addMember('Ida');
    const ways = await (await ida.uses('/mood')).reply(PATIENT);
    const notice = await (await ida.clicks(ways, 'Use my webcam')).reply(PATIENT);
    expect(saidIn(notice)).toContain('emotion recognition');
    const first = await ida.clicks(notice, 'Agree');
    const second = await ida.clicks(notice, 'Agree');
    const sorry = saidIn(await second.nextMessage(PATIENT));
    expect(sorry).toContain('answered already');
    expect(sorry).not.toContain('photo');
    expect((await fetch(linkOn(await first.reply(PATIENT)))).status).toBe(200);
  });
});

describe.skipIf(CHROMIUM === undefined)(
  `the webcam page with a real face in the camera${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  { timeout: 120_000 },
  () => {
    const FACES = {
      'a smile': { photo: 3, left: 1120, top: 110, width: 800, height: 600 },
      'a sad face': { photo: 2, left: 640, top: 120, width: 680, height: 510 },
      'one that is hard to tell': { photo: 2, left: 1240, top: 60, width: 680, height: 510 },
    } as const;

    it.each(Object.entries(FACES))('answers as to a photo of it: %s', async (name, { photo, ...part }) => {
      const picture = await asSeenByCamera(samplePhoto(photo), part);
      const should = await readHere(picture);
      const camera: FakeCamera = await fakeCamera(picture);
      const browser: Browser = await startChromium(camera.switches);
      try {
        const { member } = await agreedMember(app().discord, `Joe ${name}`, await oneSmile());
        const { page, requests } = await visit(browser, linkOn(await asksFor(member)));
        const sent = sentFrom(page);
        await page.getByRole('button', { name: 'Start the camera' }).click();
        await page.locator('#use:enabled').waitFor({ timeout: 60_000 });
        await page.locator('#use').click();
        await page.locator('#songs').waitFor();

        const [leading] = ranked(should.emotions);
        const scores = await sent;
        expect(ranked(scores)[0]?.emotion).toBe(leading?.emotion);
        for (const emotion of EMOTIONS)
          expect(Math.abs(scores[emotion] - should.emotions[emotion])).toBeLessThan(0.15);

        const card = app().discord.channel.messages.at(-1);
        if (!card) throw new Error('no answer in the channel');
        const percent = Number(/\*\*(\d+)\s?% /.exec(saidIn(card))?.[1]);
        expect(Math.abs(percent / 100 - (leading?.probability ?? 0))).toBeLessThan(0.15);
        expect(await page.locator('#tracks a').first().getAttribute('href')).toBe(tracksIn(card)[0]);
        expect(requests.every((url) => url.startsWith(app().bot.pagesUrl))).toBe(true);
      } finally {
        await browser.close();
        await camera.remove();
      }
    });

    async function readHere(picture: Buffer): Promise<Face> {
      const { reading } = await readPhoto(await startEngine(ENGINE), await decodePhoto(picture), 'one');
      const [face] = reading.faces;
      if (!face) throw new Error('no face');
      return face;
    }

    async function sentFrom(page: Page) {
      const request = await page.waitForRequest(/\/mood$/, { timeout: 100_000 });
      return scoresShape.parse(JSON.parse(request.postData() ?? ''));
    }
  },
);

describe('what the bot leaves behind', () => {
  it('sends Discord nothing that it refuses, and logs no mood and no link', async () => {
    const { member } = await agreedMember(app().discord, 'Kim', await oneSmile());
    const url = linkOn(await asksFor(member));
    await sends(member, await oneSmile());
    await (
      await opened(url)
    )('mood', HAPPY);
    const log = app().bot.log.join('\n');
    expect(log).not.toMatch(/happy|surprise/);
    expect(log).not.toContain(url.split('/').at(-1));
    expect(app().discord.refusals).toEqual([]);
  });
});
