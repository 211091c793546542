import type { ModalBuilder } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { parseCustomId } from '../cards/custom-ids.ts';
import { wordsFor } from '../cards/words.ts';
import { MoodringError } from '../errors.ts';
import type { Acknowledgement, Command, Context, Doing, Use } from './command.ts';
import type { Answerable } from './respond.ts';

/** A command with one use of it filled in. */
export interface Bound {
  readonly acknowledgement: () => Promise<Acknowledgement>;
  readonly run: (acknowledged: Acknowledgement) => Promise<Card>;
  /** For a button that opens a form: the form, in place of all that. */
  readonly form?: () => Promise<ModalBuilder>;
}

/** Finds the command that an interaction belongs to, by its name or what its custom id carries. */
export function bind(commands: readonly Command[], interaction: Answerable, context: Context): Bound {
  const t = wordsFor(interaction.locale);
  const { name, args } =
    'customId' in interaction ? parseCustomId(interaction.customId) : { name: '', args: [] };
  const useOf = <I>(own: I): Use<I> => ({ interaction: own, context, t, args });
  const bound = <I>({ acknowledge, run }: Doing<I>, own: I): Bound => ({
    acknowledgement: () =>
      typeof acknowledge === 'string' ? Promise.resolve(acknowledge) : acknowledge(useOf(own)),
    run: (acknowledged) => run({ ...useOf(own), acknowledged }),
  });
  const commandName = 'commandName' in interaction ? interaction.commandName : undefined;
  for (const command of commands) {
    if ('data' in command ? command.data.name !== commandName : command.name !== name) continue;
    if (command.kind === 'slash' && interaction.isChatInputCommand()) return bound(command, interaction);
    if (command.kind === 'message' && interaction.isMessageContextMenuCommand())
      return bound(command, interaction);
    if (command.kind === 'button' && interaction.isButton()) return bound(command, interaction);
    if (command.kind === 'select' && interaction.isStringSelectMenu()) return bound(command, interaction);
    if (command.kind === 'channel-select' && interaction.isChannelSelectMenu())
      return bound(command, interaction);
    if (command.kind === 'role-select' && interaction.isRoleSelectMenu()) return bound(command, interaction);
    if (command.kind === 'form' && interaction.isModalSubmit()) return bound(command, interaction);
    if (command.kind === 'form-button' && interaction.isButton())
      return { ...OUTDATED, form: () => command.form(useOf(interaction)) };
  }
  return OUTDATED;
}

/** A command or button of an older version: it is answered too. */
const OUTDATED: Bound = refusal(new MoodringError('outdated'));

/** What answers with nothing but the sentence for an error. */
export function refusal(error: Error): Bound {
  return { acknowledgement: () => Promise.resolve('private'), run: () => Promise.reject(error) };
}
