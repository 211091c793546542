import type { Component } from '../wire/component.ts';
import type { Embed } from '../wire/embed.ts';
import type { Sent } from '../wire/payload.ts';
import type { ChannelType } from './channel-types.ts';

/** A person or a bot. */
export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  readonly locale: string;
  /** Whether they subscribe to Nitro, and so may upload larger files. */
  readonly nitro: boolean;
  /** Whether they added the application to their own account. */
  installed: boolean;
  /** Whether they take direct messages from those they share a guild with. */
  takesDms: boolean;
}

/** A set of permissions that members carry. The role with the guild's id is everyone's. */
export interface RoleRecord {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** As 0xRRGGBB; 0 is none. */
  readonly colour: number;
  /** Whether it came with the bot and belongs to it. */
  readonly managed: boolean;
}

/** A person in a guild. */
export interface MemberRecord {
  readonly user: UserRecord;
  /** Besides everyone's. */
  readonly roles: RoleRecord[];
  readonly joinedAt: number;
}

/** How far a guild is boosted. */
export type BoostLevel = 0 | 1 | 2 | 3;

/** A guild with its people and channels. */
export interface GuildRecord {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly members: Map<string, MemberRecord>;
  /** Everyone's comes first. */
  readonly roles: RoleRecord[];
  readonly channels: ChannelRecord[];
  boostLevel: BoostLevel;
}

/** What a channel gives and takes on top of the guild's roles. */
export interface OverwriteRecord {
  /** The id of a role or of a member. */
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What makes a channel a thread. */
export interface ThreadRecord {
  readonly owner: UserRecord;
  readonly memberIds: Set<string>;
  readonly createdAt: number;
  /** Minutes of silence after which Discord stops to list it. */
  autoArchiveMinutes: number;
  archived: boolean;
  /** Whether only who manages threads opens it again. */
  locked: boolean;
}

/** A channel or thread of a guild, the direct messages of one person with the bot, or a group of people. */
export interface ChannelRecord {
  readonly id: string;
  readonly type: ChannelType;
  name: string;
  readonly guild: GuildRecord | null;
  /** The person whose direct messages with the bot these are. */
  readonly recipient: UserRecord | null;
  /** The people of a group that the bot is not in. */
  readonly group: readonly UserRecord[];
  /** The channel that a thread hangs on. */
  readonly parent: ChannelRecord | null;
  readonly thread: ThreadRecord | null;
  readonly overwrites: Map<string, OverwriteRecord>;
  readonly messages: MessageRecord[];
  readonly ageRestricted: boolean;
  /** Seconds that a person has to wait between two posts. */
  readonly slowmode: number;
  deleted: boolean;
}

/** A file on the CDN. */
export interface AttachmentRecord {
  readonly id: string;
  /** The path on the CDN, without the signature. */
  readonly path: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly description: string | null;
  readonly ephemeral: boolean;
}

/** What a person did that a message answers. */
export interface Cause {
  readonly id: string;
  readonly type: number;
  readonly user: UserRecord;
  /** The command's full name, such as `playlist save`. */
  readonly commandName: string | null;
  readonly target: MessageRecord | null;
  readonly component: MessageRecord | null;
  /** What opened the form that was sent back. */
  readonly trigger: Cause | null;
  /** On whose behalf the application is here. */
  readonly owners: Owners;
}

/** Who installed the application, by the kind of the installation: 0 for a guild, 1 for a person. */
export type Owners = Readonly<Partial<Record<'0' | '1', string>>>;

/** Whom a message pings. */
export interface Mentions {
  readonly users: readonly UserRecord[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** A message as it stands now; edits change it in place. */
export interface MessageRecord {
  readonly id: string;
  readonly type: number;
  readonly channel: ChannelRecord;
  readonly author: UserRecord;
  readonly createdAt: number;
  readonly cause: Cause | null;
  readonly replyTo: MessageRecord | null;
  /** By the emoji, the ids of those who reacted with it. */
  readonly reactions: Map<string, Set<string>>;
  mentions: Mentions;
  /** What the sender knows it by. */
  readonly nonce?: string | number;
  /** Whether it was meant to be read aloud. */
  readonly tts?: boolean;
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  attachments: readonly AttachmentRecord[];
  flags: number;
  editedAt: number | null;
  deleted: boolean;
  dismissed: boolean;
  /** The only person who sees it, when it is ephemeral. */
  onlyFor: UserRecord | null;
  sent: Sent | null;
}
