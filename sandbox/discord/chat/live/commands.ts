import { commandsAt } from '../../members/offered.ts';
import type { Place } from '../../members/offered.ts';
import type { OptionValue } from '../../members/slash.ts';
import { COMMAND, OPTION } from '../../wire/command.ts';
import type { CommandOption, RegisteredCommand } from '../../wire/command.ts';
import type { World } from '../../world/world.ts';
import { channelChoices, peopleChoices, roleChoices } from './choices.ts';
import type { Choice, CommandOffered, MenuOffered, OptionOffered } from './protocol.ts';

const TYPES: Readonly<Record<number, string>> = {
  [OPTION.string]: 'text',
  [OPTION.integer]: 'whole number',
  [OPTION.number]: 'number',
  [OPTION.boolean]: 'true or false',
  [OPTION.user]: 'person',
  [OPTION.channel]: 'channel',
  [OPTION.role]: 'role',
  [OPTION.mentionable]: 'person or role',
  [OPTION.attachment]: 'file',
};

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', label: 'True' },
  { value: 'false', label: 'False' },
];

type Names = Record<string, string> | null | undefined;

/** The commands that a person can type here, those with subcommands taken apart. */
export function typedAt(world: World, place: Place): readonly CommandOffered[] {
  return commandsAt(world, place)
    .filter((it) => it.type === COMMAND.slash)
    .flatMap((it) =>
      branches(world, place, it, `/${it.name}`, `/${local(it.name, it.name_localizations, place)}`),
    )
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** The commands in the menu of a message or a person. */
export const menusAt = (world: World, place: Place, type: number): readonly MenuOffered[] =>
  commandsAt(world, place)
    .filter((it) => it.type === type)
    .map((it) => ({ name: it.name, label: local(it.name, it.name_localizations, place) }));

/** What was filled in for a command's options, as what the options take. A file is named by its id. */
export function valueOf(
  option: CommandOption | undefined,
  value: string,
  file: (id: string) => OptionValue,
): OptionValue {
  if (!option) return value;
  switch (option.type) {
    case OPTION.attachment:
      return file(value);
    case OPTION.boolean:
      return value === 'true' ? true : value === 'false' ? false : value;
    case OPTION.integer:
    case OPTION.number:
      return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
    case OPTION.user:
    case OPTION.channel:
    case OPTION.role:
    case OPTION.mentionable:
      return { id: value };
    default:
      return value;
  }
}

/** The options of the command that a line names. */
export function optionsOf(world: World, line: string, place: Place): readonly CommandOption[] {
  const [name = '', ...path] = line.replace(/^\//, '').split(' ');
  const command = commandsAt(world, place).find((it) => it.type === COMMAND.slash && it.name === name);
  return path.reduce<readonly CommandOption[]>(
    (options, word) => options.find((it) => it.name === word)?.options ?? [],
    command?.options ?? [],
  );
}

function branches(
  world: World,
  place: Place,
  it: RegisteredCommand | CommandOption,
  line: string,
  label: string,
): readonly CommandOffered[] {
  const options = it.options ?? [];
  const inner = options.filter((option) => option.type <= OPTION.group);
  if (inner.length > 0)
    return inner.flatMap((sub) => {
      const said = local(sub.name, sub.name_localizations, place);
      return branches(world, place, sub, `${line} ${sub.name}`, `${label} ${said}`);
    });
  const about = local(it.description ?? '', it.description_localizations, place);
  return [{ line, label, about, options: options.map((option) => offered(world, place, option)) }];
}

function offered(world: World, place: Place, option: CommandOption): OptionOffered {
  return {
    name: option.name,
    label: local(option.name, option.name_localizations, place),
    about: local(option.description ?? '', option.description_localizations, place),
    type: TYPES[option.type] ?? 'text',
    required: option.required ?? false,
    isFile: option.type === OPTION.attachment,
    choices: choicesFor(world, place, option),
    suggests: option.autocomplete ?? false,
  };
}

function choicesFor(world: World, place: Place, option: CommandOption): readonly Choice[] | null {
  const { channel, user } = place;
  switch (option.type) {
    case OPTION.boolean:
      return YES_OR_NO;
    case OPTION.user:
      return peopleChoices(channel, world.bot);
    case OPTION.role:
      return roleChoices(channel);
    case OPTION.mentionable:
      return [...peopleChoices(channel, world.bot), ...roleChoices(channel)];
    case OPTION.channel:
      return channelChoices(channel, user, option.channel_types);
    default:
      return option.choices?.length
        ? option.choices.map((it) => ({
            value: String(it.value),
            label: local(it.name, it.name_localizations, place),
          }))
        : null;
  }
}

/** What Discord's client shows to somebody with this language. */
const local = (plain: string, names: Names, { user }: Place): string => names?.[user.locale] ?? plain;
