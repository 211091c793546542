import type { CommandForm, CommandOption } from '../wire/command.ts';
import { charactersIn } from './characters.ts';
import { fault, notWithin } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { LOCALES } from './locales.ts';
import type { FormFault } from './refusal.ts';

// As Discord documents it, which knows the scripts by their short names.
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Translations = CommandForm['name_localizations'];
type Named = CommandForm | CommandOption;
type Choice = NonNullable<CommandOption['choices']>[number];

/** What is wrong with the words of a slash command or option. */
export const wordFaults = (part: Named, path: Path): FormFault[] => [
  ...nameFaults(part.name, [...path, 'name']),
  ...translationFaults(part.name_localizations, [...path, 'name_localizations'], nameFaults),
  ...descriptionFaults(part.description, [...path, 'description']),
  ...translationFaults(
    part.description_localizations,
    [...path, 'description_localizations'],
    descriptionFaults,
  ),
];

/** What is wrong with the words of a command in a menu: spaces and capitals are fine, descriptions are not. */
export const menuWordFaults = (command: CommandForm, path: Path): FormFault[] => [
  ...menuNameFaults(command.name, [...path, 'name']),
  ...translationFaults(command.name_localizations, [...path, 'name_localizations'], menuNameFaults),
  ...(command.description
    ? [
        fault(
          'command-description',
          [...path, 'description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
          'Context menu commands cannot have description',
        ),
      ]
    : []),
];

/** What is wrong with the words of a choice. */
export const choiceWordFaults = (choice: Choice, path: Path): FormFault[] => [
  ...choiceNameFaults(choice.name, [...path, 'name']),
  ...translationFaults(choice.name_localizations, [...path, 'name_localizations'], choiceNameFaults),
];

/** The characters that count towards a command's size; of translations, the longest does. */
export function characters(part: Named): number {
  const choices = 'choices' in part ? (part.choices ?? []) : [];
  const inner = (part.options ?? []).reduce((sum, option) => sum + characters(option), 0);
  const own =
    longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const chosen = choices.reduce(
    (sum, choice) =>
      sum + longest(choice.name, choice.name_localizations) + charactersIn(String(choice.value)),
    0,
  );
  return own + inner + chosen;
}

const longest = (text: string | null | undefined, translations: Translations): number =>
  Math.max(...[text ?? '', ...Object.values(translations ?? {})].map(charactersIn));

function nameFaults(name: string, path: Path): FormFault[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [fault('command-name', path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

const menuNameFaults = (name: string, path: Path): FormFault[] =>
  notWithin('command-name', path, name.trim(), LIMITS.commandName);

const choiceNameFaults = (name: string, path: Path): FormFault[] =>
  notWithin('command-choices', path, name, LIMITS.choiceText);

const descriptionFaults = (text: string | null | undefined, path: Path): FormFault[] =>
  notWithin('command-description', path, text, LIMITS.commandDescription);

function translationFaults(
  translations: Translations,
  path: Path,
  faultsOf: (text: string, path: Path) => FormFault[],
): FormFault[] {
  return Object.entries(translations ?? {}).flatMap(([locale, text]) =>
    LOCALES.includes(locale)
      ? faultsOf(text, [...path, locale])
      : [
          fault(
            'command-locale',
            [...path, locale],
            'ENUM_TYPE_COERCE',
            `Value "${locale}" is not a valid enum value.`,
          ),
        ],
  );
}
