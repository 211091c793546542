import { REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { handClock } from '../../sandbox/discord/index.ts';
import type { Discord, HandClock, RateLimits, RuleName } from '../../sandbox/discord/index.ts';
import { botOn, discordFor } from './bot.ts';
import { call } from './calls.ts';
import type { Answer } from './calls.ts';
import { many } from './scene.ts';

interface Scene {
  readonly discord: Discord;
  readonly clock: HandClock;
  readonly say: (channel?: string) => Promise<Answer>;
}

/** A Discord with its own limits and a clock in the test's hand. */
async function scene(): Promise<Scene> {
  const clock = handClock();
  const discord = await discordFor({ clock });
  const say: Scene['say'] = (channel = discord.channel.id) =>
    call(discord, 'POST', `/channels/${channel}/messages`, { content: 'x' });
  return { discord, clock, say };
}

/** How many of a number of answers have each status. */
const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);

/** One after the other, for Discord counts in the order of arrival. */
async function inTurn<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < count) all.push(await act());
  return all;
}

const limitsIn = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => /^x-ratelimit|^retry/.test(name)));

describe('a bucket', () => {
  it('tells what is left of it, refused requests included', async () => {
    const { discord, say } = await scene();
    await say();
    const refused = await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, {});
    expect(refused.status).toBe(400);
    const { 'x-ratelimit-bucket': bucket, ...limits } = limitsIn(refused);
    expect(bucket).toMatch(/^[0-9a-f]{32}$/);
    expect(limits).toEqual({
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '3',
      'x-ratelimit-reset': (Date.UTC(2026, 0, 1) / 1_000 + 5).toFixed(3),
      'x-ratelimit-reset-after': '5.000',
    });
  });

  it('refuses what is too much, and is full again after its time', async () => {
    const { clock, say } = await scene();
    await inTurn(5, say);
    clock.advance(1_500);
    const refused = await say();
    expect([refused.status, refused.json]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: 3.5, global: false },
    ]);
    expect(limitsIn(refused)).toMatchObject({
      'retry-after': '4',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '3.500',
      'x-ratelimit-scope': 'user',
    });
    clock.advance(3_500);
    expect(statuses(await inTurn(6, say))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('is one for each channel, under the same name', async () => {
    const { discord, say } = await scene();
    const other = discord.guild.addTextChannel('other');
    const [here] = await inTurn(5, say);
    const there = await say(other.id);
    expect(there.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(there.headers.get('x-ratelimit-bucket')).toBe(here?.headers.get('x-ratelimit-bucket'));
  });

  it('is one for each interaction, and the first response has none', async () => {
    const { discord } = await scene();
    await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
      { name: 'mood', description: 'x' },
    ]);
    const ada = discord.addMember('Ada');
    const follow = async (count: number): Promise<Answer[]> => {
      const { id, token } = (await ada.uses('/mood')).interaction;
      const first = await call(discord, 'POST', `/interactions/${id}/${token}/callback`, { type: 5 });
      expect(limitsIn(first)).toEqual({});
      return inTurn(count, () =>
        call(discord, 'POST', `/webhooks/${discord.applicationId}/${token}`, { content: 'x' }),
      );
    };
    expect(statuses(await follow(6))).toEqual([200, 200, 200, 200, 200, 429]);
    expect(statuses(await follow(1))).toEqual([200]);
  });

  it('is only where a route has one', async () => {
    const { discord } = await scene();
    expect(limitsIn(await call(discord, 'GET', '/gateway'))).toEqual({});
  });
});

describe('the limit of all requests together', () => {
  it('is 50 a second', async () => {
    const { discord } = await scene();
    expect(discord.rateLimits.global).toEqual({ limit: 50, perMs: 1_000 });
  });

  it('says that it is global, and does not count what answers interactions', async () => {
    const { discord, clock } = await scene();
    discord.rateLimits.global = { limit: 2, perMs: 60_000 };
    const gateway = (): Promise<Answer> => call(discord, 'GET', '/gateway');
    const follow = (): Promise<Answer> => call(discord, 'POST', '/webhooks/1/none', { content: 'x' });
    await inTurn(2, gateway);
    clock.advance(500);
    const refused = await gateway();
    expect([refused.status, refused.json]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: 59.5, global: true },
    ]);
    expect(limitsIn(refused)).toEqual({
      'retry-after': '60',
      'x-ratelimit-global': 'true',
      'x-ratelimit-scope': 'global',
    });
    expect((await follow()).status).toBe(404);
    clock.advance(59_500);
    expect(statuses(await inTurn(3, gateway))).toEqual([200, 200, 429]);
  });
});

describe('a resource that others use up', () => {
  it('is refused with the scope shared while the bucket stays as it is', async () => {
    const { discord, clock, say } = await scene();
    discord.rateLimits.exhaust('POST /channels/:id/messages', 2_000);
    const refused = await say();
    expect([refused.status, refused.json]).toEqual([
      429,
      { message: 'The resource is being rate limited.', retry_after: 2, global: false },
    ]);
    expect(limitsIn(refused)).toMatchObject({
      'retry-after': '2',
      'x-ratelimit-remaining': '5',
      'x-ratelimit-scope': 'shared',
    });
    clock.advance(2_000);
    expect((await say()).status).toBe(200);
  });
});

describe('invalid requests', () => {
  const wrongly = (discord: Discord): Promise<Answer> =>
    call(discord, 'GET', '/gateway', undefined, { token: 'wrong' });

  it('shut the bot out when they are too many, without a word of Discord’s', async () => {
    const { discord, clock } = await scene();
    discord.rateLimits.invalid = { limit: 3, perMs: 600_000 };
    expect(statuses(await inTurn(4, () => wrongly(discord)))).toEqual([401, 401, 401, 429]);
    const url = `${discord.restUrl}/v10/gateway`;
    const right = { headers: { authorization: `Bot ${discord.token}` } };
    const shut = await fetch(url, right);
    expect([shut.status, await shut.text()]).toEqual([429, 'error code: 1015']);
    expect(Object.fromEntries(shut.headers)).toMatchObject({ 'retry-after': '3600', server: 'cloudflare' });
    expect([...shut.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
    clock.advance(discord.rateLimits.banMs);
    expect((await fetch(url, right)).status).toBe(200);
  });

  it('are forgotten after ten minutes', async () => {
    const { discord, clock } = await scene();
    discord.rateLimits.invalid = { limit: 3, perMs: 600_000 };
    await inTurn(2, () => wrongly(discord));
    clock.advance(600_000);
    expect(statuses(await inTurn(3, () => wrongly(discord)))).toEqual([401, 401, 401]);
  });

  it('are 403 and 429 too, but not what is shared, and no other mistakes', async () => {
    const { discord, say } = await scene();
    const closed = discord.guild.addTextChannel('closed', { botPermissions: 0n });
    discord.rateLimits.invalid = { limit: 2, perMs: 600_000 };
    discord.rateLimits.exhaust('POST /channels/:id/messages', 60_000);
    expect(statuses(await inTurn(3, say))).toEqual([429, 429, 429]);
    expect(statuses(await inTurn(3, () => call(discord, 'GET', '/nothing')))).toEqual([404, 404, 404]);
    const look = (): Promise<Answer> => call(discord, 'GET', `/channels/${closed.id}`);
    expect(statuses(await inTurn(3, look))).toEqual([403, 403, 429]);
    expect(discord.refusals.at(-1)?.rule).toBe('invalid-requests');
  });
});

describe('discord.js', () => {
  it('waits for a bucket by itself', async () => {
    const discord = await discordFor({ rateLimits: () => ({ limit: 2, perMs: 300 }) });
    const bot = await botOn(discord);
    const channel = await bot.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('No channel to send to');
    await Promise.all(many(5, (n) => channel.send(`${n}`)));
    expect(discord.channel.messages.map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4']);
    expect(discord.refusals).toEqual([]);
  });

  const troubles: readonly (readonly [RuleName, (limits: RateLimits) => void])[] = [
    ['shared-rate-limit', (limits) => limits.exhaust('POST /channels/:id/messages', 300)],
    ['global-rate-limit', (limits) => void (limits.global = { limit: 1, perMs: 300 })],
    ['invalid-requests', (limits) => limits.ban(300)],
  ];
  it.each(troubles)(
    'waits and tries again after a 429 that it could not foresee: %s',
    async (rule, trouble) => {
      const discord = await discordFor();
      const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
      const say = (content: string): Promise<unknown> =>
        rest.post(Routes.channelMessages(discord.channel.id), { body: { content } });
      trouble(discord.rateLimits);
      await Promise.all([say('one'), rest.get(Routes.gateway()), say('two')]);
      expect(discord.channel.messages.map(({ content }) => content)).toEqual(['one', 'two']);
      expect([...new Set(discord.refusals.map((it) => it.rule))]).toEqual([rule]);
    },
  );
});
