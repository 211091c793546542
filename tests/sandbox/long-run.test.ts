import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { handClock, LIMITS } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';
import { command, many, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const MINUTE = 60_000;

describe('a purge', () => {
  it('takes all messages with their files, and tells the bot in bulk', async () => {
    const discord = await discordFor({ clock: handClock() });
    const bot = await botOn(discord);
    const told: number[] = [];
    bot.on('messageDeleteBulk', (messages) => told.push(messages.size));
    const single = new Promise((resolve) => bot.once('messageDelete', (it) => resolve(it.id)));
    const ada = discord.addMember('Ada');
    const photo = await ada.posts({ files: [{ name: 'me.png', bytes: PIXEL }] });
    const link = photo.json.attachments[0]?.url ?? '';
    for (const n of many(100, (at) => at)) await ada.posts(`message ${n}`);
    const last = discord.channel.messages.at(-1);
    discord.channel.purge();
    expect(await single).toBe(last?.id);
    expect([told, discord.channel.messages, photo.deleted]).toEqual([[100], [], true]);
    expect((await fetch(link)).status).toBe(404);
    expect(discord.transcript()).not.toContain('message');
  });

  it('takes what is over two weeks old one by one', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const bot = await botOn(discord);
    const told: string[] = [];
    const done = new Promise<void>((resolve) => {
      bot.on('messageDelete', (it) => told.push(it.id));
      bot.on('messageDeleteBulk', (messages) => {
        told.push(...messages.keys());
        resolve();
      });
    });
    const ada = discord.addMember('Ada');
    const old = await ada.posts('old');
    clock.advance(LIMITS.bulkDeleteMs);
    const young = [await ada.posts('young'), await ada.posts('young too')];
    discord.channel.purge();
    await done;
    expect(told).toEqual([old.id, ...young.map((it) => it.id)]);
  });

  it('leaves ephemeral messages to their interaction', async () => {
    const { call: ask, asked, discord, clock } = await scene();
    await ask('POST', (await asked()).callback, { type: 4, data: { content: 'psst', flags: 64 } });
    discord.channel.purge();
    expect(discord.channel.messages.map((it) => it.content)).toEqual(['psst']);
    clock.advance(LIMITS.tokenMs);
    discord.channel.purge();
    expect(discord.channel.messages).toEqual([]);
  });
});

describe('an interaction that was long ago', () => {
  it('is still known as one whose time is over', async () => {
    const { call: ask, asked, clock, discord } = await scene();
    const { callback, webhook } = await asked();
    clock.advance(LIMITS.tokenMs);
    await asked();
    await ask('POST', callback, { type: 5 });
    await ask('PATCH', `${webhook}/messages/@original`, { content: 'at last' });
    await ask('PATCH', `${webhook.slice(0, -1)}_/messages/@original`, { content: 'forged' });
    expect(discord.refusals.map((it) => it.rule)).toEqual([
      'respond-in-time',
      'token-in-time',
      'token-known',
    ]);
  });
});

describe('a message in a chain of replies', () => {
  it('quotes what it replies to, and no further', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const first = await ada.posts('first');
    const second = await ada.posts({ content: 'second', replyTo: first });
    const third = await ada.posts({ content: 'third', replyTo: second });
    expect(third.json.referenced_message).toMatchObject({ content: 'second' });
    expect(third.json.referenced_message).not.toHaveProperty('referenced_message');
    await ada.deletes(second);
    expect(third.json).toMatchObject({
      referenced_message: null,
      message_reference: { message_id: second.id },
    });
  });
});

describe('what is over', () => {
  /** One command with a photo, answered with a picture; of both and of the interaction, weak references are left. */
  async function exchange({ ada, call: ask, discord }: Scene, n: number): Promise<WeakRef<object>[]> {
    const [photo, picture] = [Uint8Array.of(n, 1), Uint8Array.of(n, 2)];
    const { interaction } = await ada.uses('/mood', { photo: { name: 'me.png', bytes: photo } });
    const at = `/interactions/${interaction.id}/${interaction.token}/callback`;
    await ask('POST', at, { type: 4, data: {} }, { files: [{ name: 'card.png', bytes: picture }] });
    const kept = discord.channel.messages[0]?.sent?.files[0]?.bytes;
    return [photo, kept, interaction].filter((it) => it !== undefined).map((it) => new WeakRef<object>(it));
  }

  it('is let go', async () => {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    if (typeof gc !== 'function') throw new Error('There is no garbage collector to call');
    const set = await scene();
    await set.register(command({ options: [{ type: 11, name: 'photo', description: 'x' }] }));
    const refs = await exchange(set, 1);
    const left = async (): Promise<number> => {
      await new Promise((resolve) => setImmediate(resolve));
      Reflect.apply(gc, undefined, []);
      return refs.filter((it) => it.deref() !== undefined).length;
    };
    expect(await left()).toBe(3);
    set.clock.advance(LIMITS.linkMs + MINUTE);
    set.discord.channel.purge();
    await exchange(set, 2);
    expect(await left()).toBe(0);
  });
});
