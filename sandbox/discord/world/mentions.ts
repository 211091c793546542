import type { Payload } from '../wire/payload.ts';
import { may, PERMISSION } from './permissions.ts';
import type { Mentions, MessageRecord } from './records.ts';
import type { World } from './world.ts';

/**
 * Whom a message pings: those it names, as far as `allowed` lets it, and the author it replies to. Everyone is pinged
 * only by who may; the words stay.
 */
export function mentionsOf(
  world: World,
  { content, channel, author, replyTo }: Pick<MessageRecord, 'content' | 'channel' | 'author' | 'replyTo'>,
  allowed?: Payload['allowed_mentions'],
): Mentions {
  const lets = (kind: 'users' | 'roles', id: string): boolean =>
    !allowed || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const named = (pattern: RegExp): string[] => [...content.matchAll(pattern)].map((match) => match[1] ?? '');
  const users = named(/<@!?(\d+)>/g)
    .filter((id) => lets('users', id))
    .map((id) => world.users.get(id));
  const replied = !allowed || allowed.replied_user ? replyTo?.author : undefined;
  const roles = named(/<@&(\d+)>/g).filter((id) => lets('roles', id));
  const callsAll =
    /@everyone|@here/.test(content) && (!allowed || (allowed.parse ?? []).includes('everyone'));
  return {
    users: [...new Set([...users, replied].filter((user) => user !== undefined))],
    roles: [...new Set(roles)].filter((id) => channel.guild?.roles.some((role) => role.id === id)),
    everyone: callsAll && channel.guild !== null && may(channel, author, PERMISSION.mentionEveryone),
  };
}
