import { many } from '../scene.ts';
import type { Breaks } from './break.ts';

const elsewhere = '111111111111111111';

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
  'text-channel': ({ call, discord }) =>
    call('POST', `/channels/${discord.guild.addForum('help').id}/messages`, { content: 'x' }),
  'thread-open': async ({ call, discord, ada }) => {
    const thread = discord.channel.addThread('old songs', { by: ada });
    thread.archive({ locked: true });
    await call('POST', `/channels/${thread.id}/messages`, { content: 'x' });
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
