import { type Client, DiscordAPIError, type Message, RESTJSONErrorCodes, Routes } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { persist } from '../commands/sending.ts';
import type { Parts } from '../flows/parts.ts';
import type { Log } from '../log.ts';
import type { Said } from '../memory/meetings.ts';
import { reply } from './reply.ts';

/** What is said in passing stays so long, in milliseconds. */
export const PASSING = 60_000;

/**
 * Deleting what nobody waits for is given up after this long, in milliseconds: by then Discord has been out of order for an
 * hour. What was said in passing is tried again at the next start.
 */
const DELETE_WITHIN = 60 * 60_000;

/** Small replies that delete themselves. */
export interface Passing {
  /**
   * Says something under a message; not again while the same person has such a reply in front of them there.
   * @returns whether it was said
   */
  say(message: Message, card: Card): Promise<boolean>;
  /** Deletes what was said before the last end of the process. */
  clearOld(): Promise<void>;
  /** Lets go of the clock: what is still there is deleted at the next start. */
  stop(): void;
}

/** @param stays in milliseconds */
export function createPassing(
  client: Client,
  { meetings, listeners }: Pick<Parts, 'meetings' | 'listeners'>,
  log: Log,
  stays = PASSING,
): Passing {
  const shown = new Set<string>();
  const clocks = new Set<NodeJS.Timeout>();

  const clear = async (guild: string | null, said: Said): Promise<void> => {
    await deleteMessage(client, said);
    await meetings.dropPassing(guild, said);
  };
  const later = (guild: string | null, said: Said, done: () => void): void => {
    const clock = setTimeout(() => {
      clocks.delete(clock);
      done();
      clear(guild, said).catch((error: unknown) => log.warn({ err: error }, 'not deleted yet'));
    }, stays);
    clocks.add(clock);
  };

  return {
    say: async (message, card) => {
      const { guildId, channelId, author } = message;
      const place = `${author.id} ${channelId}`;
      if (shown.has(place)) return false;
      shown.add(place);
      const free = () => shown.delete(place);
      try {
        const { id } = await reply(message, card, 'note');
        const said = { owner: author.id, channel: channelId, message: id };
        later(guildId, said, free);
        await listeners.inTurn(author.id, () => meetings.keepPassing(guildId, said));
        return true;
      } catch (error) {
        free();
        throw error;
      }
    },
    clearOld: async () => {
      for (const { guild, said } of await meetings.allPassing())
        await clear(guild, said).catch((error: unknown) => log.warn({ err: error }, 'not deleted yet'));
    },
    stop: () => {
      for (const clock of clocks) clearTimeout(clock);
    },
  };
}

/** Deletes a message of ours; one that is gone already, or that we may not see any more, is let be. */
export async function deleteMessage(
  { rest }: Client,
  { channel, message }: Pick<Said, 'channel' | 'message'>,
): Promise<void> {
  try {
    await persist(() => rest.delete(Routes.channelMessage(channel, message)), DELETE_WITHIN);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !GONE.has(Number(error.code))) throw error;
  }
}

const GONE: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);
