import { describe, expect, it } from 'vitest';
import { handClock, LIMITS } from '../../sandbox/discord/index.ts';
import type { Discord, HandClock } from '../../sandbox/discord/index.ts';
import { discordFor, PIXEL } from './bot.ts';
import { call } from './calls.ts';

interface Posted {
  readonly discord: Discord;
  readonly clock: HandClock;
  readonly link: () => string;
}

async function posted(): Promise<Posted> {
  const clock = handClock();
  const discord = await discordFor({ clock });
  const message = await discord.addMember('Ada').posts({ files: [{ name: 'my photo.png', bytes: PIXEL }] });
  return { discord, link: () => message.json.attachments[0]?.url ?? '', clock };
}

describe('a link to a file', () => {
  it('serves the bytes with their type and length', async () => {
    const { link } = await posted();
    const response = await fetch(link());
    expect(new URL(link()).pathname).toMatch(/^\/attachments\/\d+\/\d+\/my_photo\.png$/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PIXEL.length),
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PIXEL);
  });

  it('runs out after a day, while a fresh one works', async () => {
    const { link, clock } = await posted();
    const old = link();
    clock.advance(LIMITS.linkMs - 1_000);
    expect((await fetch(old)).status).toBe(200);
    clock.advance(1_000);
    expect([(await fetch(old)).status, (await fetch(link())).status]).toEqual([404, 200]);
  });

  it('is worth nothing when forged', async () => {
    const { link } = await posted();
    const forged = new URL(link());
    forged.searchParams.set('ex', 'ffffffff');
    const bare = link().split('?')[0] ?? '';
    expect([(await fetch(forged)).status, (await fetch(bare)).status]).toEqual([404, 404]);
  });
});

describe('a file', () => {
  it('tells what it is to who asks for its head, which is no download', async () => {
    const { link, discord } = await posted();
    const { status, headers } = await fetch(link(), { method: 'HEAD' });
    expect([status, Object.fromEntries(headers)]).toMatchObject([
      200,
      {
        'content-type': 'image/png',
        'content-length': String(PIXEL.length),
        'content-disposition': 'attachment; filename="my_photo.png"',
        'accept-ranges': 'bytes',
      },
    ]);
    expect(discord.downloads).toEqual([]);
    await fetch(link());
    expect(discord.downloads).toEqual(['my_photo.png']);
  });

  const last = PIXEL.length - 1;
  const size = PIXEL.length;
  it.each([
    ['bytes=0-7', 206, `bytes 0-7/${size}`, PIXEL.subarray(0, 8)],
    ['bytes=60-', 206, `bytes 60-${last}/${size}`, PIXEL.subarray(60)],
    ['bytes=60-9999', 206, `bytes 60-${last}/${size}`, PIXEL.subarray(60)],
    ['bytes=-4', 206, `bytes ${size - 4}-${last}/${size}`, PIXEL.subarray(-4)],
    ['bytes=-9999', 206, `bytes 0-${last}/${size}`, PIXEL],
    ['bytes=9999-', 416, `bytes */${size}`, Buffer.alloc(0)],
    ['bytes=8-7', 200, null, PIXEL],
    ['bytes=0-1,4-5', 200, null, PIXEL],
    ['lines=0-7', 200, null, PIXEL],
  ])('is handed out in parts: %s', async (range, status, part, bytes) => {
    const { link } = await posted();
    const response = await fetch(link(), { headers: { range } });
    expect([response.status, response.headers.get('content-range')]).toEqual([status, part]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it('goes with an edit that drops it', async () => {
    const discord = await discordFor();
    const at = `/channels/${discord.channel.id}/messages`;
    const files = [{ name: 'a.png', bytes: Uint8Array.from(PIXEL) }];
    await call(discord, 'POST', at, {}, { files });
    const link = discord.channel.messages[0]?.json.attachments[0]?.url ?? '';
    expect((await fetch(link)).status).toBe(200);
    await call(discord, 'PATCH', `${at}/${discord.channel.messages[0]?.id ?? ''}`, {
      content: 'x',
      attachments: [],
    });
    expect((await fetch(link)).status).toBe(404);
  });

  it('is kept once, however often it is uploaded', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const upload = async (): Promise<Uint8Array | undefined> => {
      const message = await ada.posts({ files: [{ name: 'me.png', bytes: Uint8Array.from(PIXEL) }] });
      return message.record.attachments[0]?.bytes;
    };
    const first = await upload();
    expect(await upload()).toBe(first);
    expect(first).toEqual(Uint8Array.from(PIXEL));
  });
});

describe('an avatar', () => {
  it('is a picture for everyone on Discord, and for nobody else', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const avatar = await fetch(`${discord.cdnUrl}/avatars/${ada.id}/0.png`);
    expect([avatar.status, avatar.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(`${discord.cdnUrl}/avatars/1/0.png`)).status).toBe(404);
  });
});
