import { z } from 'zod';
import { EVERYONE, INTENT, PERMISSION } from '../../../sandbox/discord/index.ts';
import type { Channel } from '../../../sandbox/discord/index.ts';
import { sessionOn } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const inChannel =
  (botPermissions: bigint, act: (scene: Scene, channel: Channel) => Promise<unknown>): Break =>
  (scene) =>
    act(scene, scene.discord.guild.addTextChannel('closed', { botPermissions }));

const without = (permission: bigint, act: (scene: Scene, channel: Channel) => Promise<unknown>): Break =>
  inChannel(EVERYONE & ~permission, act);

const saying =
  (payload: object): ((scene: Scene, channel: Channel) => Promise<unknown>) =>
  ({ call }, channel) =>
    call('POST', `/channels/${channel.id}/messages`, payload);

const embeds = [{ title: 'Sunny' }];
const listShape = z.array(z.unknown());
const note = encodeURIComponent('🎵');

export const permissions = {
  'view-channel': inChannel(0n, ({ call }, channel) => call('GET', `/channels/${channel.id}`)),
  'send-messages': without(PERMISSION.sendMessages, saying({ content: 'x' })),
  'send-in-threads': without(PERMISSION.sendMessagesInThreads, ({ call, ada }, channel) =>
    call('POST', `/channels/${channel.addThread('songs', { by: ada }).id}/messages`, { content: 'x' }),
  ),
  'attach-files': without(PERMISSION.attachFiles, ({ call }, channel) => {
    const files = [{ name: 'a.txt', bytes: new Uint8Array(1) }];
    return call('POST', `/channels/${channel.id}/messages`, {}, { files });
  }),
  'embed-links': without(PERMISSION.embedLinks, saying({ embeds })),
  'embeds-beside-words': without(PERMISSION.embedLinks, async (scene, channel) => {
    await saying({ content: 'Sunny', embeds })(scene, channel);
    return channel.messages[0]?.json.embeds.length;
  }),
  'read-history': without(PERMISSION.readMessageHistory, async ({ call, ada }, channel) => {
    const { id } = await ada.posts('x', { in: channel });
    await call('GET', `/channels/${channel.id}/messages/${id}`);
  }),
  'history-listed': without(PERMISSION.readMessageHistory, async ({ call, ada }, channel) => {
    await ada.posts('x', { in: channel });
    return listShape.parse((await call('GET', `/channels/${channel.id}/messages`)).json).length;
  }),
  'reply-history': without(PERMISSION.readMessageHistory, async (scene, channel) => {
    const { id } = await scene.ada.posts('x', { in: channel });
    await saying({ content: 'y', message_reference: { message_id: id } })(scene, channel);
  }),
  'add-reactions': without(PERMISSION.addReactions, async ({ call, ada }, channel) => {
    const { id } = await ada.posts('x', { in: channel });
    await call('PUT', `/channels/${channel.id}/messages/${id}/reactions/${note}/@me`);
  }),
  'mention-everyone': async ({ say, discord }) => {
    await say({ content: '@everyone' });
    return discord.channel.messages.filter((it) => it.json.mention_everyone).length;
  },
  'hidden-channels': async ({ discord, ada }) => {
    const line = await sessionOn(discord, { intents: INTENT.guilds | INTENT.guildMessages });
    await ada.posts('x', { in: discord.guild.addTextChannel('closed', { botPermissions: 0n }) });
    await ada.posts('y');
    await line.hears('MESSAGE_CREATE');
    return line.heard.filter((it) => it.t === 'MESSAGE_CREATE').length - 1;
  },
  'create-threads': without(PERMISSION.createPublicThreads, ({ call }, channel) =>
    call('POST', `/channels/${channel.id}/threads`, { name: 'songs', type: 11 }),
  ),
  'manage-threads': ({ call, discord, ada }) =>
    call('PATCH', `/channels/${discord.channel.addThread('songs', { by: ada }).id}`, { archived: true }),
  'manage-channels': ({ call, discord }) => call('DELETE', `/channels/${discord.channel.id}`),
  'dms-taken': (scene) => {
    scene.ada.closesDms();
    return saying({ content: 'x' })(scene, scene.ada.dm);
  },
  'mutual-guild': (scene) => {
    scene.ada.leaves(scene.discord.guild);
    return saying({ content: 'x' })(scene, scene.ada.dm);
  },
  'guild-commands': ({ call, discord }) => {
    const { id } = discord.addGuild('Elsewhere', { withBot: false });
    return call('GET', `/applications/${discord.applicationId}/guilds/${id}/commands`);
  },
  'manage-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('DELETE', `/channels/${discord.channel.id}/messages/${id}`);
  },
  'own-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('PATCH', `/channels/${discord.channel.id}/messages/${id}`, { content: 'yours' });
  },
} satisfies Breaks;
