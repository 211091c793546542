import { COMMAND } from '../wire/command.ts';
import type { CommandForm } from '../wire/command.ts';
import { optionsFaults } from './command-options.ts';
import { characters, menuWordFaults, wordFaults } from './command-words.ts';
import { fault, noChoice, notSoMany, repeated } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { Refusal, refuseAny } from './refusal.ts';
import type { FormFault } from './refusal.ts';

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
    ...commands.flatMap((command, at) => commandFaults(command, [at])),
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

/** Refuses a command that Discord would not register. */
export const checkCommand = (command: CommandForm): void => refuseAny(commandFaults(command, []));

function commandFaults(command: CommandForm, path: Path): FormFault[] {
  return [
    ...(command.type === COMMAND.slash ? slashFaults(command, path) : menuFaults(command, path)),
    ...listFaults(command.contexts, [...path, 'contexts'], [0, 1, 2]),
    ...listFaults(command.integration_types, [...path, 'integration_types'], [0, 1]),
    ...permissionFaults(command, path),
    ...handlerFaults(command, path),
  ];
}

function slashFaults(command: CommandForm, path: Path): FormFault[] {
  const tooLarge = fault(
    'command-size',
    path,
    'APPLICATION_COMMAND_TOO_LARGE',
    'Command exceeds maximum size (8000)',
  );
  return [
    ...wordFaults(command, path),
    ...optionsFaults(command.options ?? [], path),
    ...(characters(command) > LIMITS.commandCharacters ? [tooLarge] : []),
  ];
}

function menuFaults(command: CommandForm, path: Path): FormFault[] {
  const options = fault(
    'command-option-kind',
    [...path, 'options'],
    'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
    'Context menu commands cannot have options',
  );
  return [...menuWordFaults(command, path), ...(command.options?.length ? [options] : [])];
}

function listFaults(
  values: readonly number[] | null | undefined,
  path: Path,
  known: readonly number[],
): FormFault[] {
  if (!values) return [];
  return [
    ...notSoMany('command-context', path, values, 1, known.length),
    ...values.flatMap((value, at) => noChoice('command-context', [...path, at], value, known)),
    ...repeated(values).map(({ at }) =>
      fault(
        'command-context',
        [...path, at],
        'SET_TYPE_ALREADY_CONTAINS_VALUE',
        'The set already contains this value',
      ),
    ),
  ];
}

function permissionFaults({ default_member_permissions: bits }: CommandForm, path: Path): FormFault[] {
  if (bits === null || /^\d+$/.test(bits)) return [];
  const words = `Value "${bits}" is not a valid permission set.`;
  return [
    fault('command-permissions', [...path, 'default_member_permissions'], 'PERMISSIONS_TYPE_COERCE', words),
  ];
}

function handlerFaults({ type, handler }: CommandForm, path: Path): FormFault[] {
  if (type === COMMAND.entryPoint || typeof handler !== 'number') return [];
  const words = 'Only entry point commands have a handler';
  return [fault('command-handler', [...path, 'handler'], 'APPLICATION_COMMAND_INVALID_HANDLER', words)];
}
