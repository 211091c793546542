import { avatarSvg } from '../../cdn/avatar.ts';
import { viewOf } from '../../members/message.ts';
import { COMMAND } from '../../wire/command.ts';
import { CHANNEL, takesMessages } from '../../world/channel-types.ts';
import { fileBytesFor } from '../../world/file-sizes.ts';
import { may, PERMISSION, sees, toWriteIn } from '../../world/permissions.ts';
import { openDm } from '../../world/places.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { dataUri } from '../render/escape.ts';
import { messageHtml } from '../render/message.ts';
import { FLAG } from '../../wire/payload.ts';
import type { Cast } from './cast.ts';
import { peopleIn } from './choices.ts';
import { menusAt, typedAt } from './commands.ts';
import type { Entry, Person, PlaceSeen, State, View } from './protocol.ts';

/** Who looks, at what. */
export interface Looking {
  readonly user: UserRecord;
  readonly channel: ChannelRecord;
}

/** Every channel that somebody sees, threads behind what they hang on; their direct messages last. */
export function placesOf(world: World, cast: Cast, user: UserRecord): readonly ChannelRecord[] {
  const inGuilds = cast.guilds
    .map(({ record }) => record)
    .filter((guild) => guild.members.has(user.id))
    .flatMap(({ channels }) => channels.filter((it) => !it.deleted && sees(it, user)))
    .filter((it) => !it.thread?.archived);
  const threads = (parent: ChannelRecord): ChannelRecord[] => inGuilds.filter((it) => it.parent === parent);
  const ordered = inGuilds.filter((it) => !it.thread).flatMap((it) => [it, ...threads(it)]);
  const groups = [...world.channels.values()].filter((it) => !it.deleted && it.group.includes(user));
  return [...ordered, openDm(world, user), ...groups];
}

/** All that stands around the messages. */
export function stateOf(world: World, cast: Cast, online: boolean, { user, channel }: Looking): State {
  const about = new Map(cast.people.map(({ member, about: words = '' }) => [member.id, words]));
  const person = (it: UserRecord): Person => ({
    id: it.id,
    name: it.displayName,
    about: about.get(it.id) ?? '',
    avatar: dataUri('image/svg+xml', avatarSvg(it)),
    bot: it.bot,
  });
  const place = { user, channel };
  return {
    kind: 'state',
    you: user.id,
    at: channel.id,
    cast: cast.people.flatMap(({ member }) => world.users.get(member.id) ?? []).map(person),
    present: peopleIn(channel, world.bot).map(person),
    guilds: cast.guilds
      .filter(({ record }) => record.members.has(user.id))
      .map(({ id, name }) => ({ id, name })),
    places: placesOf(world, cast, user).map((it) => placeSeen(world, it, user)),
    commands: takesMessages(channel.type) ? typedAt(world, place) : [],
    onMessage: menusAt(world, place, COMMAND.message),
    onPerson: menusAt(world, place, COMMAND.user),
    bot: { ...person(world.bot), online },
    fileBytes: fileBytesFor(user, channel.guild),
  };
}

/** The newest messages of the place, drawn; `most` of them at most. */
export function viewFor(
  world: World,
  { user, channel }: Looking,
  most: number,
): Omit<View, 'kind' | 'order'> {
  const seen = channel.messages.filter((it) => viewOf(world, it).visibleTo(user));
  const shown = seen.slice(-most);
  const moderates = channel.guild !== null && may(channel, user, PERMISSION.manageMessages);
  return {
    at: channel.id,
    more: seen.length > shown.length,
    entries: shown.map((it, at) => entryOf(it, shown[at - 1], user, moderates)),
  };
}

function entryOf(
  message: MessageRecord,
  before: MessageRecord | undefined,
  user: UserRecord,
  moderates: boolean,
): Entry {
  const own = message.author === user;
  return {
    id: message.id,
    at: message.createdAt,
    html: messageHtml(message, before, { viewer: user, address: (file) => `./files${file.path}` }),
    words: own ? message.content : null,
    removable: own || moderates || message.onlyFor !== null,
    usable: message.onlyFor === null && (message.flags & FLAG.loading) === 0,
  };
}

function placeSeen(world: World, channel: ChannelRecord, user: UserRecord): PlaceSeen {
  const newest = channel.messages.findLast((it) => viewOf(world, it).visibleTo(user));
  const isOpen = channel.thread?.locked !== true || may(channel, user, PERMISSION.manageThreads);
  return {
    id: channel.id,
    name: channel.recipient ? world.bot.displayName : channel.name,
    kind: kindOf(channel),
    guild: channel.guild?.id ?? null,
    parent: channel.parent?.id ?? null,
    writes: takesMessages(channel.type) && isOpen && may(channel, user, toWriteIn(channel)),
    newest: newest?.id ?? null,
  };
}

function kindOf(channel: ChannelRecord): PlaceSeen['kind'] {
  if (channel.thread) return 'thread';
  if (!channel.guild) return 'dm';
  if (channel.type === CHANNEL.forum) return 'forum';
  return channel.type === CHANNEL.category ? 'category' : 'text';
}
