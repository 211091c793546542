import { LIMITS, PERMISSION } from '../../../sandbox/discord/index.ts';
import type { Channel, Discord } from '../../../sandbox/discord/index.ts';
import { many } from '../scene.ts';
import type { Breaks } from './break.ts';

const elsewhere = '111111111111111111';

/** The channel, where the bot may now delete what others wrote. */
function moderated({ channel, applicationId }: Discord): Channel {
  channel.permit({ id: applicationId }, { allow: PERMISSION.manageMessages });
  return channel;
}

export const places = {
  'application-known': ({ call }) => call('GET', `/applications/${elsewhere}/commands`),
  'channel-known': ({ call, discord }) => {
    const gone = discord.guild.addTextChannel('gone');
    gone.delete();
    return call('POST', `/channels/${gone.id}/messages`, { content: 'x' });
  },
  'guild-known': ({ call }) => call('GET', `/guilds/${elsewhere}`),
  'member-known': ({ call, discord }) => call('GET', `/guilds/${discord.guild.id}/members/${elsewhere}`),
  'user-known': ({ call }) => call('POST', '/users/@me/channels', { recipient_id: elsewhere }),
  'message-known': async ({ call, ada, discord }) => {
    const message = await ada.posts('gone in a moment');
    await ada.deletes(message);
    await call('GET', `/channels/${discord.channel.id}/messages/${message.id}`);
  },
  'ephemeral-private': async ({ call, asked, discord }) => {
    await call('POST', (await asked()).callback, { type: 4, data: { content: 'psst', flags: 64 } });
    await call('GET', `/channels/${discord.channel.id}/messages/${discord.channel.messages[0]?.id ?? ''}`);
  },
  'bulk-count': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('x');
    await call('POST', `/channels/${moderated(discord).id}/messages/bulk-delete`, { messages: [id] });
  },
  'bulk-age': async ({ call, ada, discord, clock }) => {
    const old = [await ada.posts('x'), await ada.posts('y')].map(({ id }) => id);
    clock.advance(LIMITS.bulkDeleteMs + 1);
    await call('POST', `/channels/${moderated(discord).id}/messages/bulk-delete`, { messages: old });
  },
  'bulk-guild': ({ call, ada }) =>
    call('POST', `/channels/${ada.dm.id}/messages/bulk-delete`, { messages: [elsewhere, elsewhere] }),
  'text-channel': ({ call, discord }) =>
    call('POST', `/channels/${discord.guild.addForum('help').id}/messages`, { content: 'x' }),
  'thread-open': async ({ call, discord, ada }) => {
    const thread = discord.channel.addThread('old songs', { by: ada });
    thread.archive({ locked: true });
    await call('POST', `/channels/${thread.id}/messages`, { content: 'x' });
  },
  'thread-once': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('x');
    await call('POST', `/channels/${discord.channel.id}/messages/${id}/threads`, { name: 'songs' });
    await call('POST', `/channels/${discord.channel.id}/messages/${id}/threads`, { name: 'again' });
  },
  'thread-place': ({ call, discord }) =>
    call('POST', `/channels/${discord.guild.addVoiceChannel('hall').id}/threads`, { name: 'x' }),
  'reply-known': ({ say }) => say({ content: 'x', message_reference: { message_id: elsewhere } }),
  'page-limit': ({ call, discord }) => call('GET', `/channels/${discord.channel.id}/messages?limit=101`),
  'emoji-known': async ({ call, discord, ada }) => {
    const { id } = await ada.posts('x');
    await call('PUT', `/channels/${discord.channel.id}/messages/${id}/reactions/happy/@me`);
  },
  'reaction-count': async ({ call, discord, ada }) => {
    const message = await ada.posts('x');
    for (const emoji of many(20, (n) => String.fromCodePoint(0x1f600 + n))) await ada.reacts(message, emoji);
    const one = encodeURIComponent('🎵');
    await call('PUT', `/channels/${discord.channel.id}/messages/${message.id}/reactions/${one}/@me`);
  },
  'command-known': ({ call, discord }) =>
    call('GET', `/applications/${discord.applicationId}/commands/${elsewhere}`),
} satisfies Breaks;
