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
import type { Acknowledgement, Command, Context, Doing, Use } from './command.ts';

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction;

/** Discord waits three seconds for the first sign; we give it within one, whatever else is slow. */
const ACKNOWLEDGE_WITHIN = 800;

/** How long a stop waits for answers under way: a little less than process managers wait before they kill. */
const DRAIN_WITHIN = 8_000;

export interface Dispatcher {
  /** Answers an interaction; never throws. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  /** Answers whatever comes from now on with "restarting", and resolves once what runs is answered, or time is up. */
  readonly drain: () => Promise<void>;
}

/**
 * The one way in for every interaction: finds the command, acknowledges it, runs it, and answers with its card or with
 * the sentence for what went wrong.
 */
export function createDispatcher(commands: readonly Command[], context: Context, log: Log): Dispatcher {
  const running = new Set<Promise<void>>();
  let draining = false;

  const respond = async (interaction: Answerable): Promise<void> => {
    const started = performance.now();
    const name = nameOf(interaction);
    try {
      const bound = bind(commands, interaction, context);
      const acknowledged = await acknowledge(interaction, bound);
      const run = draining
        ? () => Promise.reject(new MoodringError('restarting'))
        : () => bound.run(acknowledged);
      await answer(interaction, acknowledged, run, log, name);
      log.info({ name, ms: Math.round(performance.now() - started) }, 'answered');
    } catch (error) {
      // Nothing reaches the person any more: Discord's token has expired, or Discord cannot be reached.
      log.warn({ name, err: error }, 'could not be answered');
    }
  };

  return {
    handle: async (interaction) => {
      if (!isAnswerable(interaction)) return;
      const response = respond(interaction);
      running.add(response);
      await response;
      running.delete(response);
    },
    drain: async () => {
      draining = true;
      const late = new AbortController();
      await Promise.race([
        Promise.all(running),
        sleep(DRAIN_WITHIN, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
    },
  };
}

/** A command with one use of it filled in. */
interface Bound {
  readonly acknowledgement: () => Promise<Acknowledgement>;
  readonly run: (acknowledged: Acknowledgement) => Promise<Card>;
}

function bind(commands: readonly Command[], interaction: Answerable, context: Context): Bound {
  const t = wordsFor(interaction.locale);
  const { name, args } =
    'customId' in interaction ? parseCustomId(interaction.customId) : { name: '', args: [] };
  const bound = <I>({ acknowledge, run }: Doing<I>, own: I): Bound => {
    const use: Use<I> = { interaction: own, context, t, args };
    return {
      acknowledgement: () =>
        typeof acknowledge === 'string' ? Promise.resolve(acknowledge) : acknowledge(use),
      run: (acknowledged) => run({ ...use, acknowledged }),
    };
  };
  const commandName = 'commandName' in interaction ? interaction.commandName : undefined;
  for (const command of commands) {
    if ('data' in command ? command.data.name !== commandName : command.name !== name) continue;
    if (command.kind === 'slash' && interaction.isChatInputCommand()) return bound(command, interaction);
    if (command.kind === 'message' && interaction.isMessageContextMenuCommand())
      return bound(command, interaction);
    if (command.kind === 'button' && interaction.isButton()) return bound(command, interaction);
    if (command.kind === 'select' && interaction.isStringSelectMenu()) return bound(command, interaction);
  }
  // A command or button of an older version: it is answered too.
  return {
    acknowledgement: () => Promise.resolve('private'),
    run: () => Promise.reject(new MoodringError('outdated')),
  };
}

async function acknowledge(interaction: Answerable, { acknowledgement }: Bound): Promise<Acknowledgement> {
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
    // What went wrong is for the person alone, and never replaces the card that a button stands under. A public
    // "thinking…" cannot turn private, so it goes.
    if (acknowledged === 'private') {
      await interaction.editReply(card);
      return;
    }
    // If it cannot go (someone deleted it, say), the person is told all the same.
    if (acknowledged === 'public') await interaction.deleteReply().catch(() => undefined);
    await interaction.followUp({ ...card, flags: MessageFlags.Ephemeral });
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
