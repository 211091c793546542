import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { handClock } from '../../sandbox/discord/index.ts';
import type { CdnFault, Discord, RestFault } from '../../sandbox/discord/index.ts';
import { startDiscord } from '../discord.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';

/** What came back of a request: the status and the body, or how the line broke. */
interface Met {
  readonly status?: number;
  readonly type?: string | null;
  readonly body?: string;
  readonly broke?: string;
}

async function met(sending: Promise<Response>): Promise<Met> {
  const got = await sending.catch(codeOf);
  if (typeof got === 'string') return { broke: got };
  const { status, headers } = got;
  const body = await got.text().catch(codeOf);
  return { status, type: headers.get('content-type'), body };
}

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
};

/** The body of a response, part by part as it comes. */
async function* bytesIn(response: Response): AsyncGenerator<Buffer> {
  for await (const part of response.body ?? []) if (part instanceof Uint8Array) yield Buffer.from(part);
}

const say = (discord: Discord, content = 'hello'): Promise<Response> =>
  fetch(`${discord.restUrl}/v10/channels/${discord.channel.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content }),
  });

const said = (discord: Discord): readonly string[] => discord.channel.messages.map((it) => it.content);

describe('a request in trouble', () => {
  it.each([
    [500, 'application/json', '{"message":"500: Internal Server Error","code":0}'],
    [502, 'text/html', '<h1>502 Bad Gateway</h1>'],
    [503, 'text/plain', 'upstream connect error'],
    [504, 'text/html', '<h1>504 Gateway Timeout</h1>'],
  ] as const)('is turned away with %i, and not done', async (status, type, words) => {
    const discord = await discordFor();
    discord.trouble.rest({ kind: 'status', status });
    const answer = await met(say(discord));
    expect(answer).toMatchObject({ status, type });
    expect(answer.body).toContain(words);
    expect(said(discord)).toEqual([]);
  });

  it.each([
    ['drop', []],
    ['lost-answer', ['hello']],
  ] as const)('finds the line cut: %s', async (kind, done) => {
    const discord = await discordFor();
    discord.trouble.rest({ kind });
    expect(await met(say(discord))).toEqual({ broke: 'ECONNRESET' });
    expect(said(discord)).toEqual(done);
  });

  it('is done and gets half an answer', async () => {
    const discord = await discordFor();
    discord.trouble.rest({ kind: 'half-answer' });
    const answer = await met(say(discord));
    expect(answer).toEqual({ status: 200, type: 'application/json', body: 'UND_ERR_SOCKET' });
    expect(said(discord)).toEqual(['hello']);
  });

  it('is taken up late', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const trouble = discord.trouble.rest({ kind: 'slow', ms: 5_000 }, { times: 1 });
    const slow = met(say(discord, 'slow'));
    await vi.waitFor(() => expect(trouble.hits).toBe(1));
    clock.advance(4_999);
    await met(say(discord, 'quick'));
    expect(said(discord)).toEqual(['quick']);
    clock.advance(1);
    expect((await slow).status).toBe(200);
    expect(said(discord)).toEqual(['quick', 'slow']);
  });

  it('is not taken up at all when the bot gave up waiting', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const trouble = discord.trouble.rest({ kind: 'slow', ms: 5_000 }, { times: 1 });
    const giveUp = new AbortController();
    const url = `${discord.restUrl}/v10/channels/${discord.channel.id}/messages`;
    const slow = fetch(url, { method: 'POST', body: '{}', signal: giveUp.signal });
    await vi.waitFor(() => expect(trouble.hits).toBe(1));
    giveUp.abort();
    await expect(slow).rejects.toThrow('aborted');
    await met(say(discord));
    clock.advance(5_000);
    await met(say(discord));
    expect(discord.refusals).toEqual([]);
  });

  it('hears nothing until Discord stops', async () => {
    const discord = await startDiscord();
    const trouble = discord.trouble.rest({ kind: 'silent' });
    const waiting = met(say(discord));
    await vi.waitFor(() => expect(trouble.hits).toBe(1));
    await discord.stop();
    expect(await waiting).toEqual({ broke: 'UND_ERR_SOCKET' });
    expect(said(discord)).toEqual([]);
  });
});

describe('trouble', () => {
  it('strikes what it is meant for, as often as it is meant to', async () => {
    const discord = await discordFor();
    const other = discord.trouble.rest({ kind: 'drop' }, { on: /^PATCH / });
    const first = discord.trouble.rest(
      { kind: 'status', status: 502 },
      { on: /^POST \/channels\/\d+\/messages$/, times: 2 },
    );
    const then = discord.trouble.rest({ kind: 'status', status: 500 });
    const statuses = async (count: number): Promise<unknown[]> => {
      const all: unknown[] = [];
      for (let n = 0; n < count; n += 1) all.push((await met(say(discord))).status);
      return all;
    };
    expect(await statuses(4)).toEqual([502, 502, 500, 500]);
    then.end();
    expect(await statuses(1)).toEqual([200]);
    expect([other.hits, first.hits, then.hits]).toEqual([0, 2, 2]);
  });

  it('is over when it is cleared', async () => {
    const discord = await discordFor();
    discord.trouble.rest({ kind: 'drop' });
    discord.trouble.cdn({ kind: 'empty' });
    discord.trouble.clear();
    const message = await discord.addMember('Ada').posts({ files: [{ name: 'me.png', bytes: PIXEL }] });
    expect((await met(say(discord))).status).toBe(200);
    expect((await fetch(message.json.attachments[0]?.url ?? '')).headers.get('content-length')).toBe(
      String(PIXEL.length),
    );
  });
});

describe('a file in trouble', () => {
  const linkOf = async (discord: Discord, fault?: CdnFault): Promise<string> => {
    if (fault) discord.trouble.cdn(fault, { on: /^me\.png$/ });
    const message = await discord.addMember('Ada').posts({ files: [{ name: 'me.png', bytes: PIXEL }] });
    return message.json.attachments[0]?.url ?? '';
  };
  const whole = PIXEL.length;

  it.each<[CdnFault, object]>([
    [{ kind: 'empty' }, { status: 200, length: '0', bytes: 0 }],
    [
      { kind: 'lies-about-size', says: 10 },
      { status: 200, length: '10', bytes: 10 },
    ],
    [
      { kind: 'lies-about-size', says: 1_000_000 },
      { status: 200, length: '1000000', broke: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
    ],
    [
      { kind: 'lies-about-type', says: 'text/html' },
      { status: 200, type: 'text/html', bytes: whole },
    ],
    [
      { kind: 'redirect', to: 'http://169.254.169.254/' },
      { status: 302, location: 'http://169.254.169.254/' },
    ],
    [{ kind: 'cut' }, { status: 200, length: String(whole), broke: 'UND_ERR_SOCKET' }],
    [{ kind: 'status', status: 403 }, { status: 403 }],
    [
      { kind: 'status', status: 404 },
      { status: 404, type: 'text/plain;charset=UTF-8' },
    ],
    [
      { kind: 'status', status: 429 },
      { status: 429, retryAfter: '10' },
    ],
    [{ kind: 'status', status: 500 }, { status: 500 }],
    [{ kind: 'status', status: 503 }, { status: 503 }],
  ])('comes so: %o', async (fault, expected) => {
    const discord = await discordFor();
    const response = await fetch(await linkOf(discord, fault), { redirect: 'manual' });
    const { headers } = response;
    const came = await response.arrayBuffer().then(
      (it) => ({ bytes: it.byteLength }),
      (error: unknown) => ({ broke: codeOf(error) }),
    );
    expect({
      status: response.status,
      type: headers.get('content-type'),
      length: headers.get('content-length'),
      location: headers.get('location'),
      retryAfter: headers.get('retry-after'),
      ...came,
    }).toMatchObject(expected);
  });

  it('spoils no other file, and not the next request on the line', async () => {
    const discord = await discordFor();
    const link = await linkOf(discord, { kind: 'lies-about-size', says: 10 });
    const other = await discord.addMember('Ben').posts({ files: [{ name: 'you.png', bytes: PIXEL }] });
    await (await fetch(link)).arrayBuffer();
    const response = await fetch(other.json.attachments[0]?.url ?? '');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PIXEL);
  });

  it('trickles', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const response = await fetch(await linkOf(discord, { kind: 'slow', bytesPerSecond: 50 }));
    const parts: number[] = [];
    clock.advance(100);
    for await (const part of bytesIn(response)) {
      parts.push(part.length);
      clock.advance(100);
    }
    expect(response.headers.get('content-length')).toBe(String(whole));
    expect(parts).toEqual([
      ...Array.from({ length: Math.floor(whole / 5) }, () => 5),
      ...(whole % 5 ? [whole % 5] : []),
    ]);
  });

  it('never ends', async () => {
    const discord = await discordFor();
    const response = await fetch(await linkOf(discord, { kind: 'endless' }));
    expect(response.headers.get('content-length')).toBeNull();
    let size = 0;
    for await (const part of bytesIn(response)) {
      if (size === 0) expect(part.subarray(0, whole)).toEqual(PIXEL);
      size += part.length;
      if (size > 20_000_000) break;
    }
    expect(size).toBeGreaterThan(20_000_000);
  });

  it.each<CdnFault>([{ kind: 'silent' }, { kind: 'endless' }, { kind: 'slow', bytesPerSecond: 1 }])(
    'leaves nothing open behind a Discord that stops: %o',
    async (fault) => {
      const discord = await startDiscord({ clock: handClock() });
      const link = await linkOf(discord);
      const trouble = discord.trouble.cdn(fault);
      const waiting = met(fetch(link));
      await vi.waitFor(() => expect(trouble.hits).toBe(1));
      await discord.stop();
      expect(Object.values(await waiting)).toContain('UND_ERR_SOCKET');
      await expect(fetch(discord.origin)).rejects.toThrow();
      expect(process.getActiveResourcesInfo().filter((it) => it === 'TCPServerWrap')).toEqual([]);
    },
  );
});

describe('discord.js in trouble', () => {
  const callback = /^POST \/interactions\//;
  const edit = /^PATCH \/webhooks\//;

  /** What the person reads and what the bot's handler met, when the fault strikes a bot that retries as it does by default. */
  async function using(
    fault: RestFault,
    on: RegExp,
    answer: (it: ChatInputCommandInteraction) => Promise<unknown>,
    times = 1,
  ): Promise<{ discord: Discord; error: Promise<unknown>; read: Promise<string> }> {
    const discord = await discordFor({ clock: handClock() });
    const { promise: error, resolve: end } = Promise.withResolvers<unknown>();
    const bot = await botOn(discord, {
      commands: [{ name: 'mood', description: 'Reads a mood' }],
      on: async (it) => {
        if (it.isChatInputCommand()) await answer(it).then(() => end(null), end);
      },
    });
    Object.assign(bot.rest.options, { retries: 3, timeout: 2_000 });
    discord.trouble.rest(fault, { on, times });
    const use = await discord.addMember('Ada').uses('/mood');
    const read = use.reply().then((it) => it.content);
    read.catch(() => undefined);
    return { discord, error, read };
  }
  const reply = (it: ChatInputCommandInteraction): Promise<unknown> => it.reply('Calm');
  const think = async (it: ChatInputCommandInteraction): Promise<unknown> => {
    await it.deferReply();
    return it.editReply('Calm');
  };

  it.each<RestFault>([{ kind: 'status', status: 502 }, { kind: 'drop' }, { kind: 'silent' }])(
    'tries a first response again: %o',
    async (fault) => {
      const { discord, error, read } = await using(fault, callback, reply);
      expect([await read, await error]).toEqual(['Calm', null]);
      expect(discord.refusals).toEqual([]);
    },
  );

  it('fails after three more tries', async () => {
    const { error, discord } = await using({ kind: 'status', status: 503 }, callback, reply, 4);
    expect(await error).toMatchObject({ name: 'HTTPError', status: 503 });
    expect(said(discord)).toEqual([]);
  });

  it('is told that it answered already when an answer got lost, and the person has it', async () => {
    const { error, read, discord } = await using({ kind: 'lost-answer' }, callback, reply);
    expect(await error).toMatchObject({ code: 40060 });
    expect(await read).toBe('Calm');
    expect(discord.refusals.map((it) => it.rule)).toEqual(['respond-once']);
  });

  it('edits twice when the answer to an edit got lost', async () => {
    const { error, read } = await using({ kind: 'lost-answer' }, edit, think);
    expect([await error, await read]).toEqual([null, 'Calm']);
  });

  it('posts twice when the answer to a post got lost', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    Object.assign(bot.rest.options, { retries: 3 });
    discord.trouble.rest({ kind: 'lost-answer' }, { on: /^POST \/channels\//, times: 1 });
    const channel = await bot.channels.fetch(discord.channel.id);
    if (channel?.isSendable()) await channel.send('hello');
    expect(said(discord)).toEqual(['hello', 'hello']);
  });

  it('fails on half an answer although the edit was done', async () => {
    const { error, read } = await using({ kind: 'half-answer' }, edit, think);
    expect(await error).toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(await read).toBe('Calm');
  });
});
