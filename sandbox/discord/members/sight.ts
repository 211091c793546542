import type { MessageRecord, UserRecord } from '../world/records.ts';
import { compareIds } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import type { Channel } from './channel.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';

/** Where a person looks for a message. */
export interface Sight {
  /** In this channel only; everywhere when nothing is said. */
  readonly in?: Channel;
  /** Behind this message only. */
  readonly after?: Message;
}

/** Everything that a person has in front of them, oldest first. */
export const seenBy = (world: World, user: UserRecord): readonly Message[] =>
  world
    .messagesAfter('0')
    .map((it) => viewOf(world, it))
    .filter((it) => it.visibleTo(user));

/** The newest message in front of a person that is as wanted. */
export function newestSeen(
  world: World,
  user: UserRecord,
  wanted: (message: Message) => boolean,
  { in: channel, after }: Sight,
): Message | null {
  const isSeen = (record: MessageRecord): boolean => {
    if (after && compareIds(record.id, after.id) <= 0) return false;
    const message = viewOf(world, record);
    return message.visibleTo(user) && wanted(message);
  };
  const channels = channel ? [channel.record] : [...world.channels.values()];
  const newest = channels.flatMap(({ messages }) => messages.findLast(isSeen) ?? []);
  const found = newest.toSorted((a, b) => compareIds(a.id, b.id)).at(-1);
  return found ? viewOf(world, found) : null;
}
