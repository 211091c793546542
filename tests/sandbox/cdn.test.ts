import { describe, expect, it } from 'vitest';
import { handClock, LIMITS } from '../../sandbox/discord/index.ts';
import { discordFor, PIXEL } from './bot.ts';

async function posted(): Promise<{ link: () => string; clock: ReturnType<typeof handClock> }> {
  const clock = handClock();
  const discord = await discordFor({ clock });
  const message = await discord.addMember('Ada').posts({ files: [{ name: 'my photo.png', bytes: PIXEL }] });
  return { link: () => message.json.attachments[0]?.url ?? '', clock };
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

describe('an avatar', () => {
  it('is a picture for everyone on Discord, and for nobody else', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const avatar = await fetch(`${discord.cdnUrl}/avatars/${ada.id}/0.png`);
    expect([avatar.status, avatar.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(`${discord.cdnUrl}/avatars/1/0.png`)).status).toBe(404);
  });
});
