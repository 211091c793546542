import type {
  ButtonInteraction,
  ChannelSelectMenuInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalBuilder,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  RoleSelectMenuInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';

import type { Card } from '../cards/card.ts';
import type { ButtonName } from '../cards/custom-ids.ts';
import type { Words } from '../cards/words.ts';
import type { Parts } from '../flows/parts.ts';
import type { WebcamLinks } from '../flows/webcam-links.ts';
import type { Photos } from './photos.ts';
import type { SetOut } from './set-out.ts';
import type { Turns } from './turns.ts';
import type { Waiting } from './waiting.ts';

/**
 * How Discord is told that an answer is coming: `public` and `private` show "thinking…" to everyone or to the person
 * alone; `update` announces an edit of the message that a button stands under.
 */
export type Acknowledgement = 'public' | 'private' | 'update';

/** What commands work with. */
export interface Context {
  readonly parts: Parts;
  readonly photos: Photos;
  readonly turns: Turns;
  readonly waiting: Waiting;
  readonly setOut: SetOut;
  readonly webcam: WebcamLinks;
}

/** One use of a command by one person. */
export interface Use<Interaction> {
  readonly interaction: Interaction;
  readonly context: Context;
  /** In the person's language. */
  readonly t: Words;
  /** The arguments in a button's custom id; none for commands. */
  readonly args: readonly string[];
}

/** A use that Discord has been told of. */
export interface AcknowledgedUse<Interaction> extends Use<Interaction> {
  readonly acknowledged: Acknowledgement;
}

/** What a command does with an interaction. */
export interface Doing<Interaction> {
  /** Decided before any work; more than a look into the store belongs into `run`. */
  readonly acknowledge: Acknowledgement | ((use: Use<Interaction>) => Promise<Acknowledgement>);
  /** Does the work, and returns the answer; what it throws is answered from the error catalogue. */
  readonly run: (use: AcknowledgedUse<Interaction>) => Promise<Card>;
}

/** Something that Discord lists among the bot's commands. */
type Listed<Kind, Interaction> = Doing<Interaction> & {
  readonly kind: Kind;
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
};

/** Something that stands under a card. */
type Component<Kind, Interaction> = Doing<Interaction> & { readonly kind: Kind; readonly name: ButtonName };

/** What an option offers to somebody who types into it. */
export interface Typing {
  readonly context: Context;
  readonly t: Words;
  /** The option's name, and what stands in it so far; anything may. */
  readonly option: string;
  readonly text: string;
}

/** What is shown to pick from, and what is sent for it, each at most 100 characters. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

export type SlashCommand = Listed<'slash', ChatInputCommandInteraction> & {
  /** For the options with autocomplete. It answers at once, best first; the dispatcher cuts it to what Discord shows. */
  readonly suggest?: (typing: Typing) => readonly Suggestion[];
};
export type MessageCommand = Listed<'message', MessageContextMenuCommandInteraction>;
export type ButtonCommand = Component<'button', ButtonInteraction>;
export type SelectCommand = Component<'select', StringSelectMenuInteraction>;
export type ChannelSelectCommand = Component<'channel-select', ChannelSelectMenuInteraction>;
export type RoleSelectCommand = Component<'role-select', RoleSelectMenuInteraction>;

/** A button that opens a form, which has to come at once: no acknowledgement can go before it. */
export interface FormButtonCommand {
  readonly kind: 'form-button';
  readonly name: ButtonName;
  /** No more than a look into the store. What it throws is answered privately. */
  readonly form: (use: Use<ButtonInteraction>) => Promise<ModalBuilder>;
}

/** A form that was filled in and sent; its custom id is built as a button's. */
export type FormCommand = Component<'form', ModalSubmitInteraction>;

/** One thing a person can do. */
export type Command =
  | SlashCommand
  | MessageCommand
  | ButtonCommand
  | SelectCommand
  | ChannelSelectCommand
  | RoleSelectCommand
  | FormButtonCommand
  | FormCommand;
