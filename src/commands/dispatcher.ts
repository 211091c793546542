import { setTimeout as sleep } from 'node:timers/promises';

import type { Interaction } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { parseCustomId } from '../cards/custom-ids.ts';
import { wordsFor } from '../cards/words.ts';
import { MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Acknowledgement, Command, Context, Doing, Use } from './command.ts';
import { acknowledge, answer, type Answerable } from './respond.ts';
import { suggest } from './suggest.ts';

/** How long a stop waits for answers under way, and then for telling the rest; process managers kill after 10 s. */
const DRAIN_WITHIN = 7_000;
const TELL_WITHIN = 2_000;

export interface Dispatcher {
  /** Answers an interaction; never throws. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  /**
   * Answers whatever comes from now on with "restarting", and resolves once what runs is answered. What takes longer than
   * a few seconds is given up and answered so too.
   */
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
      const acknowledged = await acknowledge(interaction, bound.acknowledgement);
      const run = draining
        ? () => Promise.reject(new MoodringError('restarting'))
        : () => bound.run(acknowledged);
      await answer(interaction, acknowledged, run, { log, name });
      log.info({ name, ms: Math.round(performance.now() - started) }, 'answered');
    } catch (error) {
      // Nothing reaches the person any more: Discord's token has expired, or Discord cannot be reached.
      log.warn({ name, err: error }, 'could not be answered');
    }
  };

  return {
    handle: async (interaction) => {
      if (interaction.isAutocomplete()) return suggest(commands, interaction, context, log);
      if (!isAnswerable(interaction)) return;
      const response = respond(interaction);
      running.add(response);
      await response;
      running.delete(response);
    },
    drain: async () => {
      draining = true;
      await within(DRAIN_WITHIN, Promise.all(running));
      context.turns.close();
      await within(TELL_WITHIN, Promise.all(running));
    },
  };
}

/** Resolves with the work or when the time is up. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const timeUp = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([work, timeUp]);
  done.abort();
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
