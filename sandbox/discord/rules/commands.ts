import { COMMAND, OPTION } from '../wire/command.ts';
import type { CommandForm, CommandOption } from '../wire/command.ts';
import { fault, notWithin, repeated, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { Refusal, refuseAny } from './refusal.ts';
import type { FormFault } from './refusal.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Refuses a set of commands that cannot all be registered together. */
export function checkCommands(commands: readonly CommandForm[]): void {
  for (const [type, most] of [
    [COMMAND.slash, LIMITS.chatCommands],
    [COMMAND.user, LIMITS.contextCommands],
    [COMMAND.message, LIMITS.contextCommands],
  ] as const)
    if (commands.filter((command) => command.type === type).length > most) throw new Refusal('command-count');
  const names = commands.map((command) => `${command.type}:${command.name}`);
  refuseAny([
    ...commands.flatMap((command, at) => oneCommand(command, [at])),
    ...repeated(names).map(({ at }) =>
      fault(
        'command-name-unique',
        [at, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      ),
    ),
  ]);
}

function oneCommand(command: CommandForm, path: Path): FormFault[] {
  if (command.type !== COMMAND.slash)
    return [
      ...notWithin('command-name', [...path, 'name'], command.name, LIMITS.commandName),
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
  const size = characters(command);
  return [
    ...described(command, path),
    ...optionsFaults(command.options ?? [], path),
    ...(size > LIMITS.commandCharacters
      ? [fault('command-size', path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')]
      : []),
  ];
}

function described(part: CommandForm | CommandOption, path: Path): FormFault[] {
  const names = [part.name, ...Object.values(part.name_localizations ?? {})];
  const bad = names.some((name) => !NAME.test(name) || name !== name.toLowerCase());
  const words = [part.description, ...Object.values(part.description_localizations ?? {})];
  return [
    ...(bad
      ? [
          fault(
            'command-name',
            [...path, 'name'],
            'APPLICATION_COMMAND_INVALID_NAME',
            'Command name is invalid',
          ),
        ]
      : []),
    ...words.flatMap((text) =>
      notWithin('command-description', [...path, 'description'], text, LIMITS.commandDescription),
    ),
  ];
}

function optionsFaults(options: readonly CommandOption[], at: Path): FormFault[] {
  const path = [...at, 'options'];
  const branches = options.filter((option) => option.type <= OPTION.group).length;
  const late = options.findIndex(
    (option, i) => option.required && options.slice(0, i).some((o) => !o.required),
  );
  return [
    ...tooLong('command-options', path, options, LIMITS.commandOptions),
    ...(branches > 0 && branches < options.length
      ? [
          fault(
            'command-option-kind',
            path,
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-commands and options cannot be mixed',
          ),
        ]
      : []),
    ...(late < 0 || branches > 0
      ? []
      : [
          fault(
            'command-option-order',
            [...path, late],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]),
    ...repeated(options.map((option) => option.name)).map((twice) =>
      fault(
        'command-name-unique',
        [...path, twice.at],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      ),
    ),
    ...options.flatMap((option, i) => [
      ...described(option, [...path, i]),
      ...choiceFaults(option, [...path, i, 'choices']),
      ...optionsFaults(option.options ?? [], [...path, i]),
    ]),
  ];
}

function choiceFaults(option: CommandOption, path: Path): FormFault[] {
  const choices = option.choices ?? [];
  const wanted = option.type === OPTION.string ? 'string' : 'number';
  const takes =
    option.type === OPTION.string || option.type === OPTION.integer || option.type === OPTION.number;
  const wrong =
    choices.some((choice) => !takes || typeof choice.value !== wanted) ||
    (option.autocomplete && choices.length > 0);
  return [
    ...(wrong
      ? [
          fault(
            'command-option-kind',
            path,
            'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
            'Choices do not fit the type of the option',
          ),
        ]
      : []),
    ...tooLong('command-choices', path, choices, LIMITS.commandChoices),
    ...choices.flatMap((choice, at) => [
      ...notWithin('command-choices', [...path, at, 'name'], choice.name, LIMITS.choiceText),
      ...(typeof choice.value === 'string'
        ? tooLong('command-choices', [...path, at, 'value'], choice.value, LIMITS.choiceText)
        : []),
    ]),
  ];
}

function characters(part: CommandForm | CommandOption): number {
  const choices = 'choices' in part ? (part.choices ?? []) : [];
  const own = part.name.length + (part.description?.length ?? 0);
  const inner = (part.options ?? []).reduce((sum, option) => sum + characters(option), 0);
  return (
    own + inner + choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0)
  );
}
