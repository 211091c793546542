import { OPTION } from '../wire/command.ts';
import type { CommandOption } from '../wire/command.ts';
import { choiceWordFaults, wordFaults } from './command-words.ts';
import { fault, outside, repeated, tooLong, tuple } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

const ALL: readonly number[] = Object.values(OPTION);
const VALUES = ALL.filter((type) => type > OPTION.group);
const SUGGEST: readonly number[] = [OPTION.string, OPTION.integer, OPTION.number];

/** What is wrong with the options of a slash command. */
export const optionsFaults = (options: readonly CommandOption[], path: Path): FormFault[] =>
  listFaults(options, [...path, 'options'], ALL);

function listFaults(options: readonly CommandOption[], path: Path, types: readonly number[]): FormFault[] {
  const branches = options.filter((option) => option.type <= OPTION.group).length;
  const mixed = branches > 0 && branches < options.length;
  const late = options.findIndex((it, at) => it.required && options.slice(0, at).some((o) => !o.required));
  const order = fault(
    'command-option-order',
    [...path, late],
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    'Required options must be placed before non-required options',
  );
  const mixture = fault(
    'command-option-kind',
    path,
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    'Sub-command and sub-command group option types are mutually exclusive to all other types',
  );
  return [
    ...tooLong('command-options', path, options, LIMITS.commandOptions),
    ...(mixed ? [mixture] : []),
    ...(late < 0 || branches > 0 ? [] : [order]),
    ...repeated(options.map((option) => option.name)).map((twice) =>
      fault(
        'command-name-unique',
        [...path, twice.at],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      ),
    ),
    ...options.flatMap((option, at) => oneFaults(option, [...path, at], types)),
  ];
}

function oneFaults(option: CommandOption, path: Path, types: readonly number[]): FormFault[] {
  if (!types.includes(option.type)) {
    const rule = ALL.includes(option.type) ? 'command-nesting' : 'command-option-type';
    const words = `Value of field "type" must be one of ${tuple(types)}.`;
    return [fault(rule, [...path, 'type'], 'UNION_TYPE_CHOICES', words)];
  }
  return [
    ...wordFaults(option, path),
    ...innerFaults(option, path),
    ...typeFaults(option, path),
    ...rangeFaults(option, path),
    ...choiceFaults(option, path),
  ];
}

function innerFaults({ type, options }: CommandOption, path: Path): FormFault[] {
  const inner = options ?? [];
  if (type === OPTION.group) return listFaults(inner, [...path, 'options'], [OPTION.subcommand]);
  if (type === OPTION.subcommand) return listFaults(inner, [...path, 'options'], VALUES);
  if (inner.length === 0) return [];
  const words = 'Only sub-commands and groups have options';
  return [fault('command-nesting', [...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', words)];
}

function typeFaults({ type, channel_types }: CommandOption, path: Path): FormFault[] {
  if (type === OPTION.channel || !channel_types?.length) return [];
  return [
    fault(
      'command-option-type',
      [...path, 'channel_types'],
      'APPLICATION_COMMAND_OPTIONS_CHANNEL_TYPES_INVALID',
      'Channel types can only be set for channel options',
    ),
  ];
}

function rangeFaults(option: CommandOption, path: Path): FormFault[] {
  const { type, min_value, max_value, min_length, max_length } = option;
  const numbers = [min_value, max_value].filter((it) => typeof it === 'number');
  const isNumber = type === OPTION.integer || type === OPTION.number;
  const wrong =
    (numbers.length > 0 && !isNumber) ||
    (type === OPTION.integer && numbers.some((it) => !Number.isInteger(it))) ||
    ((min_length ?? max_length ?? null) !== null && type !== OPTION.string) ||
    isUpsideDown(min_value, max_value) ||
    isUpsideDown(min_length, max_length);
  const misfit = fault(
    'command-option-range',
    path,
    'APPLICATION_COMMAND_OPTIONS_RANGE_INVALID',
    'The least and the most do not fit the option',
  );
  return [
    ...(wrong ? [misfit] : []),
    ...outside('command-option-range', [...path, 'min_length'], min_length, 0, LIMITS.optionTextLength),
    ...outside('command-option-range', [...path, 'max_length'], max_length, 1, LIMITS.optionTextLength),
  ];
}

const isUpsideDown = (least: number | null | undefined, most: number | null | undefined): boolean =>
  typeof least === 'number' && typeof most === 'number' && least > most;

function choiceFaults({ type, autocomplete, choices }: CommandOption, at: Path): FormFault[] {
  const path = [...at, 'choices'];
  const offered = choices ?? [];
  const wanted = type === OPTION.string ? 'string' : 'number';
  const misfit = offered.some((choice) => !SUGGEST.includes(type) || typeof choice.value !== wanted);
  const suggests = autocomplete && (!SUGGEST.includes(type) || offered.length > 0);
  const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID';
  return [
    ...(misfit
      ? [fault('command-option-kind', path, code, 'Choices do not fit the type of the option')]
      : []),
    ...(suggests
      ? [fault('command-autocomplete', path, code, 'Text and numbers suggest choices, or have fixed ones')]
      : []),
    ...tooLong('command-choices', path, offered, LIMITS.commandChoices),
    ...repeated(offered.map((choice) => choice.name)).map((twice) =>
      fault(
        'command-choices',
        [...path, twice.at],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      ),
    ),
    ...offered.flatMap((choice, n) => [
      ...choiceWordFaults(choice, [...path, n]),
      ...(typeof choice.value === 'string'
        ? tooLong('command-choices', [...path, n, 'value'], choice.value, LIMITS.choiceText)
        : []),
    ]),
  ];
}
