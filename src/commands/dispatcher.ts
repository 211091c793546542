import type { Interaction } from 'discord.js';

import { parseCustomId } from '../cards/custom-ids.ts';
import { asMoodringError, MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';
import { bind, type Bound, refusal } from './bind.ts';
import type { Command, Context } from './command.ts';
import { acknowledge, answer, type Answerable, openForm } from './respond.ts';
import { suggest } from './suggest.ts';
import { within } from './within.ts';

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
      const found = bind(commands, interaction, context);
      const bound = found.form && !draining ? await opened(interaction, found.form) : found;
      if (!bound) return;
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

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isChannelSelectMenu() ||
    interaction.isRoleSelectMenu() ||
    interaction.isModalSubmit()
  );
}

/** @returns nothing once the form is open, or how to say why it cannot be */
async function opened(interaction: Answerable, form: NonNullable<Bound['form']>): Promise<Bound | undefined> {
  try {
    const filled = await form();
    await openForm(interaction, filled);
    return undefined;
  } catch (error) {
    return refusal(asMoodringError(error));
  }
}

/** For the log: what was used, without ids. */
function nameOf(interaction: Answerable): string {
  return 'customId' in interaction ? parseCustomId(interaction.customId).name : interaction.commandName;
}
