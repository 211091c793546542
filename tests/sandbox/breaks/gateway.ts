import { z } from 'zod';
import { INTENT } from '../../../sandbox/discord/index.ts';
import { closeCodeAfter, identifyAs, lineTo, resumeAs, sessionOn } from '../line.ts';
import type { Line } from '../line.ts';
import type { Break, Breaks } from './break.ts';

const hungUp =
  (...frames: readonly unknown[]): Break =>
  ({ discord }) =>
    closeCodeAfter(discord, frames);

const hungUpOn =
  (identify: object): Break =>
  ({ discord }) =>
    closeCodeAfter(discord, [identifyAs(discord, identify)]);

/** How many events of a kind came until now. */
async function countOf(line: Line, event: string): Promise<number> {
  line.say({ op: 1, d: null });
  await line.hears(11);
  return line.heard.filter((frame) => frame.t === event).length;
}

const opcodeOn = async (line: Line): Promise<number> => (await line.hears(9)).op;

export const gateway = {
  'token-right': hungUpOn({ token: 'wrong' }),
  'identified-first': hungUp({ op: 3, d: { since: null, activities: [], status: 'online', afk: false } }),
  'identified-once': ({ discord }) => closeCodeAfter(discord, [identifyAs(discord), identifyAs(discord)]),
  'identify-rate': async ({ discord }) => {
    await sessionOn(discord);
    const line = await lineTo(discord);
    line.say(identifyAs(discord));
    return opcodeOn(line);
  },
  'session-starts': async ({ discord }) => {
    discord.gateway.settings.sessionStarts = 1;
    await sessionOn(discord);
    return closeCodeAfter(discord, [identifyAs(discord)]);
  },
  'frame-parses': hungUp('{"op":'),
  'frame-size': hungUp({ op: 1, d: null, padding: 'x'.repeat(4_096) }),
  'frame-opcode': hungUp({ op: 0, d: {} }),
  'frame-rate': hungUp(...Array.from({ length: 121 }, () => ({ op: 1, d: null }))),
  'heart-beats': ({ discord }) => {
    discord.gateway.settings.heartbeatMs = 20;
    return closeCodeAfter(discord, []);
  },
  'gateway-version': ({ discord }) => closeCodeAfter(discord, [], '/?v=9&encoding=json'),
  'shard-exists': hungUpOn({ shard: [1, 1] }),
  'shard-size': ({ discord }) => {
    discord.gateway.settings.guildsPerShard = 1;
    discord.addGuild('One too many');
    return closeCodeAfter(discord, [identifyAs(discord)]);
  },
  'intents-exist': hungUpOn({ intents: 1 << 17 }),
  'intents-granted': async ({ discord }) => {
    discord.gateway.settings.privilegedIntents = [];
    return closeCodeAfter(discord, [identifyAs(discord, { intents: INTENT.messageContent })]);
  },
  'resume-sequence': async ({ discord }) => {
    const { id } = await sessionOn(discord);
    discord.gateway.drop();
    return closeCodeAfter(discord, [resumeAs(discord, id, 1_000)]);
  },
  'resume-in-time': async ({ discord, clock }) => {
    const { id } = await sessionOn(discord);
    discord.gateway.drop();
    clock.advance(discord.gateway.settings.resumableMs);
    const line = await lineTo(discord);
    line.say(resumeAs(discord, id, 1));
    return opcodeOn(line);
  },
  'intent-for-events': async ({ discord, ada }) => {
    const line = await sessionOn(discord);
    await ada.posts('unheard');
    return countOf(line, 'MESSAGE_CREATE');
  },
  'intent-for-content': async ({ discord, ada }) => {
    const line = await sessionOn(discord, { intents: INTENT.guilds | INTENT.guildMessages });
    await ada.posts('unread');
    const { d } = await line.hears('MESSAGE_CREATE');
    return z.object({ content: z.string() }).parse(d).content.length;
  },
  'intent-for-presences': async ({ discord }) => {
    const line = await sessionOn(discord, { intents: INTENT.guilds | INTENT.guildMembers });
    const { d } = await line.hears('GUILD_CREATE');
    return z.object({ members: z.array(z.unknown()) }).parse(d).members.length - 1;
  },
  'intent-for-ephemeral': async ({ discord, asked, call }) => {
    const line = await sessionOn(discord, { intents: INTENT.guilds | INTENT.guildMessages });
    const { callback } = await asked();
    await call('POST', callback, { type: 4, data: { content: 'psst', flags: 64 } });
    return countOf(line, 'MESSAGE_CREATE');
  },
  'intent-for-members': async ({ discord }) => {
    const line = await sessionOn(discord);
    line.say({ op: 8, d: { guild_id: discord.guild.id, query: '', limit: 0 } });
    return countOf(line, 'GUILD_MEMBERS_CHUNK');
  },
} satisfies Breaks;
