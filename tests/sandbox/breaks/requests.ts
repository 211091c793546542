import type { Breaks } from './break.ts';

export const requests = {
  'route-exists': ({ call }) => call('GET', '/no-such-route'),
  authorized: ({ call }) => call('GET', '/users/@me', undefined, { token: 'stolen' }),
  'json-parses': ({ call, discord }) =>
    call('POST', `/channels/${discord.channel.id}/messages`, undefined, { raw: '{"content":' }),
  'form-shape': ({ say }) => say({ content: ['x'] }),
} satisfies Breaks;
