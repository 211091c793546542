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
  /** New files; an edit adds them to those that it keeps. */
  readonly files: AttachmentBuilder[];
  /** On an edit: which of the message's files stay. All of them where this is left out. */
  readonly attachments?: { readonly id: string }[];
}

/** A card of text alone. */
export function textCard(...embeds: EmbedBuilder[]): Card {
  return { embeds, components: [], files: [] };
}
