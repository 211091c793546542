import type { Channel } from '../../../sandbox/discord/index.ts';
import type { Scene } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const inChannel =
  (botPermissions: bigint, act: (scene: Scene, channel: Channel) => Promise<unknown>): Break =>
  (scene) =>
    act(scene, scene.discord.guild.addTextChannel('closed', { botPermissions }));

export const permissions = {
  'view-channel': inChannel(0n, ({ call }, channel) => call('GET', `/channels/${channel.id}`)),
  'send-messages': inChannel(1n << 10n, ({ call }, channel) =>
    call('POST', `/channels/${channel.id}/messages`, { content: 'x' }),
  ),
  'attach-files': inChannel((1n << 10n) | (1n << 11n), ({ call }, channel) => {
    const files = [{ name: 'a.txt', bytes: new Uint8Array(1) }];
    return call('POST', `/channels/${channel.id}/messages`, {}, { files });
  }),
  'manage-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('DELETE', `/channels/${discord.channel.id}/messages/${id}`);
  },
  'own-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('PATCH', `/channels/${discord.channel.id}/messages/${id}`, { content: 'yours' });
  },
} satisfies Breaks;
