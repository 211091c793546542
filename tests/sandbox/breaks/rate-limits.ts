import type { Breaks } from './break.ts';

export const rateLimits = {
  'rate-limit': async ({ call, discord }) => {
    await call('POST', `/channels/${discord.channel.id}/typing`);
    await call('POST', `/channels/${discord.channel.id}/typing`);
  },
  'shared-rate-limit': ({ say, discord }) => {
    discord.rateLimits.exhaust('POST /channels/:id/messages', 1_000);
    return say({ content: 'x' });
  },
  'global-rate-limit': async ({ call, discord }) => {
    discord.rateLimits.global = { limit: 1, perMs: 60_000 };
    await call('GET', '/gateway');
    await call('GET', '/gateway');
  },
  'invalid-requests': ({ call, discord }) => {
    discord.rateLimits.ban();
    return call('GET', '/users/@me');
  },
} satisfies Breaks;
