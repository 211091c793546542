import {
  ActionRowBuilder,
  type AttachmentBuilder,
  ButtonBuilder,
  type ButtonStyle,
  type EmbedBuilder,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

/** Buttons side by side, or one select. */
export type Row = ActionRowBuilder<MessageActionRowComponentBuilder>;

/** A message of ours before it is sent: it fits a reply, an edit and a follow-up alike. */
export interface Card {
  /** Text in place of embeds, or beside them, where not everything is permitted. */
  readonly content?: string;
  readonly embeds: EmbedBuilder[];
  readonly components: Row[];
  /** New files. An edit without this keeps the files that the message has; with it, those in `attachments` alone. */
  readonly files?: AttachmentBuilder[];
  /** On an edit that brings files: which of the message's own stay. */
  readonly attachments?: { readonly id: string }[];
}

/** A card of text alone. */
export function textCard(...embeds: EmbedBuilder[]): Card {
  return { embeds, components: [], files: [] };
}

export function row(...components: MessageActionRowComponentBuilder[]): Row {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components);
}

/** @param id what the button carries: see `customId` */
export function button(label: string, id: string, style: ButtonStyle): ButtonBuilder {
  return new ButtonBuilder().setLabel(label).setCustomId(id).setStyle(style);
}
