import type { Component } from '../wire/component.ts';
import type { Embed } from '../wire/embed.ts';
import type { Sent } from '../wire/payload.ts';

/** A person or a bot. */
export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  readonly locale: string;
}

/** A person in a guild. */
export interface MemberRecord {
  readonly user: UserRecord;
  readonly permissions: bigint;
  readonly joinedAt: number;
}

/** A guild with its people and channels. */
export interface GuildRecord {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly members: Map<string, MemberRecord>;
  readonly channels: ChannelRecord[];
}

/** A text channel of a guild, or the direct messages of one person with the bot. */
export interface ChannelRecord {
  readonly id: string;
  readonly name: string;
  readonly guild: GuildRecord | null;
  readonly recipient: UserRecord | null;
  readonly botPermissions: bigint;
  readonly messages: MessageRecord[];
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
  readonly mentions: readonly UserRecord[];
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
