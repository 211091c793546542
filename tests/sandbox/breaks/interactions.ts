import { LIMITS } from '../../../sandbox/discord/index.ts';
import type { Breaks } from './break.ts';

const elsewhere = '111111111111111111';
const thinking = { type: 5 };

export const interactions = {
  'respond-in-time': async ({ call, asked, clock }) => {
    const { callback } = await asked();
    clock.advance(LIMITS.firstResponseMs);
    await call('POST', callback, thinking);
  },
  'person-waits': async ({ ada, asked, clock }) => {
    await asked();
    const use = await ada.uses('/mood');
    clock.advance(LIMITS.firstResponseMs);
    return use.interaction.failure;
  },
  'respond-once': async ({ call, asked }) => {
    const { callback } = await asked();
    await call('POST', callback, thinking);
    await call('POST', callback, thinking);
  },
  'interaction-known': ({ call }) =>
    call('POST', `/interactions/${elsewhere}/no-such-token/callback`, thinking),
  'respond-before-follow-up': async ({ call, asked }) =>
    call('POST', (await asked()).webhook, { content: 'x' }),
  'token-in-time': async ({ call, asked, clock }) => {
    const { callback, webhook } = await asked();
    await call('POST', callback, thinking);
    clock.advance(LIMITS.tokenMs);
    await call('PATCH', `${webhook}/messages/@original`, { content: 'at last' });
  },
  'token-known': ({ call, discord }) =>
    call('POST', `/webhooks/${discord.applicationId}/made-up`, { content: 'x' }),
  'response-fits': async ({ call, asked }) => call('POST', (await asked()).callback, { type: 6 }),
} satisfies Breaks;
