import { LIMITS } from '../rules/limits.ts';
import type { GuildRecord, UserRecord } from './records.ts';

/** Bytes of the largest file that may be put into a guild or, outside of one, anywhere. */
export const fileBytesIn = (guild: GuildRecord | null): number =>
  LIMITS.boostedFileBytes[guild?.boostLevel ?? 0];

/** Bytes of the largest file that a person may upload there: their own limit or the guild's, whichever is larger. */
export const fileBytesFor = (user: UserRecord, guild: GuildRecord | null): number =>
  Math.max(user.nitro ? LIMITS.nitroFileBytes : LIMITS.fileBytes, fileBytesIn(guild));
