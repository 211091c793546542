import type { AutocompleteInteraction } from 'discord.js';

import { wordsFor } from '../cards/words.ts';
import type { Log } from '../log.ts';
import type { Command, Context, Suggestion } from './command.ts';

/** Discord shows so many choices at most, each of so many characters. */
const MOST = 25;
const LONGEST = 100;

/**
 * Offers what a command's option can hold to somebody who types into it; nothing where anything goes wrong. What they
 * type is not logged. Never throws.
 */
export async function suggest(
  commands: readonly Command[],
  interaction: AutocompleteInteraction,
  context: Context,
  log: Log,
): Promise<void> {
  const { commandName } = interaction;
  try {
    await interaction.respond(suggestionsFor(commands, interaction, context, log));
  } catch (error) {
    // Somebody who types on has asked anew before the answer came.
    log.info({ name: commandName, err: error }, 'suggestions came too late');
  }
}

function suggestionsFor(
  commands: readonly Command[],
  interaction: AutocompleteInteraction,
  context: Context,
  log: Log,
): readonly Suggestion[] {
  try {
    const command = commands.find(
      (each) => each.kind === 'slash' && each.data.name === interaction.commandName,
    );
    const { name, value } = interaction.options.getFocused(true);
    const typing = { context, t: wordsFor(interaction.locale), option: name, text: value };
    const all = command?.kind === 'slash' ? (command.suggest?.(typing) ?? []) : [];
    return all.filter(isShowable).slice(0, MOST);
  } catch (error) {
    log.error({ name: interaction.commandName, err: error }, 'could not suggest');
    return [];
  }
}

function isShowable({ name, value }: Suggestion): boolean {
  return [name, value].every((text) => text.trim() !== '' && text.length <= LONGEST);
}
