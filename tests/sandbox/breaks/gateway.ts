import { closeCodeAfter } from '../line.ts';
import type { Breaks } from './break.ts';

export const gateway = {
  'token-right': ({ discord }) => closeCodeAfter(discord, [{ op: 2, d: { token: 'wrong', intents: 1 } }]),
} satisfies Breaks;
