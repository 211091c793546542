import type {
  ActionRowBuilder,
  AttachmentBuilder,
  EmbedBuilder,
  MessageActionRowComponentBuilder,
} from 'discord.js';

/** A message of ours before it is sent: it fits a reply, an edit and a follow-up alike. */
export interface Card {
  readonly content?: string;
  readonly embeds: EmbedBuilder[];
  readonly components: ActionRowBuilder<MessageActionRowComponentBuilder>[];
  /** New files. An edit without this keeps the files that the message has; with it, those in `attachments` alone. */
  readonly files?: AttachmentBuilder[];
  /** On an edit that brings files: which of the message's own stay. */
  readonly attachments?: { readonly id: string }[];
}

/** A card of text alone. */
export function textCard(...embeds: EmbedBuilder[]): Card {
  return { embeds, components: [], files: [] };
}
