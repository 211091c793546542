import { setTimeout as sleep } from 'node:timers/promises';

import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';

import { type Card } from '../cards/card.ts';
import { parseCustomId } from '../cards/custom-ids.ts';
import { errorCard } from '../cards/error-card.ts';
import { wordsFor } from '../cards/words.ts';
import { asMoodringError, MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Acknowledgement, Command, Context, Use } from './command.ts';

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction;

/** Discord waits three seconds for the first sign; we give it within one, whatever else is slow. */
const ACKNOWLEDGE_WITHIN = 800;

/**
 * Makes the one function that every interaction goes through: finds the command, acknowledges it, runs it, and
 * answers with its card or with the sentence for what went wrong. It never throws.
 */
export function dispatcher(
  commands: readonly Command[],
  context: Context,
  log: Log,
): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    if (!isAnswerable(interaction)) return;
    const started = performance.now();
    const name = nameOf(interaction);
    try {
      const doing = bind(commands, interaction, context);
      const acknowledged = await acknowledge(interaction, doing);
      await answer(interaction, acknowledged, doing.run, log, name);
      log.info({ name, ms: Math.round(performance.now() - started) }, 'answered');
    } catch (error) {
      // Nothing reaches the person any more: Discord's token has expired, or Discord cannot be reached.
      log.warn({ name, err: error }, 'could not be answered');
    }
  };
}

/** A command with one use of it filled in. */
interface Doing {
  readonly acknowledgement: () => Promise<Acknowledgement>;
  readonly run: () => Promise<Card>;
}

function bind(commands: readonly Command[], interaction: Answerable, context: Context): Doing {
  const t = wordsFor(interaction.locale);
  const { name, args } =
    'customId' in interaction ? parseCustomId(interaction.customId) : { name: '', args: [] };
  const use = <I extends Answerable>(
    command: {
      acknowledge: Acknowledgement | ((use: Use<I>) => Promise<Acknowledgement>);
      run: (use: Use<I>) => Promise<Card>;
    },
    own: I,
  ): Doing => {
    const it: Use<I> = { interaction: own, context, t, args };
    const { acknowledge } = command;
    return {
      acknowledgement: () =>
        typeof acknowledge === 'string' ? Promise.resolve(acknowledge) : acknowledge(it),
      run: () => command.run(it),
    };
  };
  for (const command of commands) {
    if (
      command.kind === 'slash' &&
      interaction.isChatInputCommand() &&
      command.data.name === interaction.commandName
    )
      return use(command, interaction);
    if (
      command.kind === 'message' &&
      interaction.isMessageContextMenuCommand() &&
      command.data.name === interaction.commandName
    )
      return use(command, interaction);
    if (command.kind === 'button' && interaction.isButton() && command.name === name)
      return use(command, interaction);
    if (command.kind === 'select' && interaction.isStringSelectMenu() && command.name === name)
      return use(command, interaction);
  }
  // A command or button of an older version: it is answered too.
  return {
    acknowledgement: () => Promise.resolve('private'),
    run: () => Promise.reject(new MoodringError('outdated')),
  };
}

async function acknowledge(interaction: Answerable, { acknowledgement }: Doing): Promise<Acknowledgement> {
  const decided = new AbortController();
  const unseen = () => 'private' as const;
  const late = sleep(ACKNOWLEDGE_WITHIN, 'private' as const, { signal: decided.signal }).catch(unseen);
  const kind = await Promise.race([acknowledgement().catch(unseen), late]);
  decided.abort();
  if (kind === 'update' && interaction.isMessageComponent()) await interaction.deferUpdate();
  else await interaction.deferReply(kind === 'public' ? {} : { flags: MessageFlags.Ephemeral });
  return kind;
}

async function answer(
  interaction: Answerable,
  acknowledged: Acknowledgement,
  run: () => Promise<Card>,
  log: Log,
  name: string,
): Promise<void> {
  try {
    await interaction.editReply(await run());
  } catch (cause) {
    const error = asMoodringError(cause);
    log[error.code === 'unexpected' ? 'error' : 'info'](
      { name, code: error.code, err: error },
      'answered with an error',
    );
    const card = errorCard(error, wordsFor(interaction.locale));
    // An error never replaces the card that a button stands under.
    if (acknowledged === 'update') await interaction.followUp({ ...card, flags: MessageFlags.Ephemeral });
    else await interaction.editReply(card);
  }
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu()
  );
}

/** For the log: what was used, without ids. */
function nameOf(interaction: Answerable): string {
  return 'customId' in interaction ? parseCustomId(interaction.customId).name : interaction.commandName;
}
