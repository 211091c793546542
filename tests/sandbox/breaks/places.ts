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
  'command-known': ({ call, discord }) =>
    call('GET', `/applications/${discord.applicationId}/commands/${elsewhere}`),
} satisfies Breaks;
