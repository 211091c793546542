import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import { partialMemberJson, userJson } from '../wire/users.ts';
import { may, PERMISSION, sees } from './permissions.ts';
import { requireUnarchived } from './posting.ts';
import type { MessageRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

const EMOJI = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v;

/** Puts somebody's reaction under a message; a second time changes nothing. */
export function react(world: World, message: MessageRecord, user: UserRecord, emoji: string): void {
  requireUnarchived(message.channel);
  const { reactions, channel } = message;
  if (!EMOJI.test(emoji)) throw new Refusal('emoji-known');
  if (!may(channel, user, PERMISSION.readMessageHistory)) throw new Refusal('read-history');
  if (!reactions.has(emoji)) {
    if (!may(channel, user, PERMISSION.addReactions)) throw new Refusal('add-reactions');
    if (reactions.size >= LIMITS.reactions) throw new Refusal('reaction-count');
  }
  const people = reactions.get(emoji) ?? new Set();
  if (people.has(user.id)) return;
  reactions.set(emoji, people.add(user.id));
  tell(world, 'MESSAGE_REACTION_ADD', message, user, emoji);
}

/** Takes somebody's reaction away. */
export function unreact(world: World, message: MessageRecord, user: UserRecord, emoji: string): void {
  const people = message.reactions.get(emoji);
  if (!people?.delete(user.id)) return;
  if (people.size === 0) message.reactions.delete(emoji);
  tell(world, 'MESSAGE_REACTION_REMOVE', message, user, emoji);
}

/** Takes everybody's reactions away, of one emoji or of all. */
export function clearReactions(world: World, message: MessageRecord, emoji?: string): void {
  const { reactions, channel } = message;
  if (emoji === undefined) reactions.clear();
  else reactions.delete(emoji);
  const guildId = channel.guild?.id ?? null;
  const data = {
    channel_id: channel.id,
    message_id: message.id,
    ...(guildId === null ? {} : { guild_id: guildId }),
    ...(emoji === undefined ? {} : { emoji: { id: null, name: emoji } }),
  };
  const name = emoji === undefined ? 'MESSAGE_REACTION_REMOVE_ALL' : 'MESSAGE_REACTION_REMOVE_EMOJI';
  if (sees(channel, world.bot)) world.emit({ name, data, guildId });
  else world.changed();
}

function tell(
  world: World,
  name: 'MESSAGE_REACTION_ADD' | 'MESSAGE_REACTION_REMOVE',
  message: MessageRecord,
  user: UserRecord,
  emoji: string,
): void {
  const { channel, author } = message;
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  const added = name === 'MESSAGE_REACTION_ADD';
  const data = {
    user_id: user.id,
    channel_id: channel.id,
    message_id: message.id,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(guild ? { guild_id: guild.id } : {}),
    ...(added ? { message_author_id: author.id } : {}),
    ...(added && guild && member
      ? { member: { ...partialMemberJson(guild, member), user: userJson(user) } }
      : {}),
  };
  if (sees(channel, world.bot)) world.emit({ name, data, guildId: guild?.id ?? null });
  else world.changed();
}
