import { attachmentJson } from '../wire/message.ts';
import { COMMAND, OPTION } from '../wire/command.ts';
import type { CommandOption, RegisteredCommand } from '../wire/command.ts';
import { fileBytesFor } from '../world/file-sizes.ts';
import type { World } from '../world/world.ts';
import { isFile, upload } from './files.ts';
import type { LocalFile } from './files.ts';
import { commandFor } from './offered.ts';
import type { Place } from './offered.ts';
import { resolveEntity } from './resolve.ts';
import type { Resolved } from './resolve.ts';
import { checkValue } from './values.ts';

/** What a person types or picks for one option. */
export type OptionValue = string | number | boolean | LocalFile | { readonly id: string };

/** What a person fills in, by the options' names. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** What is sent of a command line, and the command that it names. */
interface Line {
  readonly command: RegisteredCommand;
  readonly commandName: string;
  readonly data: object;
}

/** A command line such as `/playlist save`, resolved to the data of an interaction. */
export async function slashData(
  world: World,
  line: string,
  values: OptionValues,
  place: Place,
): Promise<Line> {
  const found = lineOf(world, line, place);
  const resolved: Resolved = {};
  const given: object[] = [];
  for (const option of optionsGiven(line, found.offered, values)) {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required) throw new Error(`${line} needs the option "${option.name}"`);
      continue;
    }
    const wired = await wireValue(world, option, value, place, resolved);
    given.push({ type: option.type, name: option.name, value: wired });
  }
  return wiredLine(found, given, resolved);
}

/** A command line that is still being written: the option that was typed into last wants choices. */
export function typedData(
  world: World,
  line: string,
  values: OptionValues,
  place: Place,
): Line & { readonly typing: CommandOption } {
  const found = lineOf(world, line, place);
  const given = optionsGiven(line, found.offered, values).filter((it) => values[it.name] !== undefined);
  const last = Object.keys(values).at(-1);
  const typing = given.find((option) => option.name === last);
  if (!typing?.autocomplete) throw new Error(`${line} suggests nothing for "${last ?? ''}"`);
  const wired = given.map((option) => {
    const value = values[option.name];
    if (typeof value === 'object') throw new Error(`"${option.name}" cannot be typed`);
    const text = option === typing ? { value: String(value), focused: true } : { value };
    return { type: option.type, name: option.name, ...text };
  });
  return { ...wiredLine(found, wired, {}), typing };
}

interface FoundLine {
  readonly path: readonly string[];
  readonly command: RegisteredCommand;
  readonly branches: readonly CommandOption[];
  readonly offered: readonly CommandOption[];
}

function lineOf(world: World, line: string, place: Place): FoundLine {
  const path = line.replace(/^\//, '').trim().split(/\s+/);
  const command = commandFor(world, COMMAND.slash, path[0] ?? '', place);
  const branches: CommandOption[] = [];
  let offered: readonly CommandOption[] = command.options ?? [];
  for (const word of path.slice(1)) {
    const branch = offered.find((option) => option.type <= OPTION.group && option.name === word);
    if (!branch) throw new Error(`/${command.name} has no subcommand "${word}"`);
    branches.push(branch);
    offered = branch.options ?? [];
  }
  if (offered.some((option) => option.type <= OPTION.group))
    throw new Error(`${line} needs a subcommand: ${offered.map((option) => option.name).join(', ')}`);
  return { path, command, branches, offered };
}

function wiredLine(
  { path, command, branches }: FoundLine,
  given: readonly object[],
  resolved: Resolved,
): Line {
  const options = branches.reduceRight<readonly object[]>(
    (inner, branch) => [{ type: branch.type, name: branch.name, options: inner }],
    given,
  );
  const guild = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const data = {
    id: command.id,
    name: command.name,
    type: COMMAND.slash,
    ...guild,
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
  return { command, commandName: path.join(' '), data };
}

function optionsGiven(
  line: string,
  offered: readonly CommandOption[],
  values: OptionValues,
): readonly CommandOption[] {
  const unknown = Object.keys(values).find((name) => !offered.some((option) => option.name === name));
  if (unknown === undefined) return offered;
  const known = offered.map((it) => it.name).join(', ') || 'none';
  throw new Error(`${line} has no option "${unknown}". It has: ${known}`);
}

async function wireValue(
  world: World,
  option: CommandOption,
  value: OptionValue,
  { channel, user }: Place,
  resolved: Resolved,
): Promise<string | number | boolean> {
  if (option.type === OPTION.attachment) {
    if (!isFile(value)) throw new Error(`The option "${option.name}" takes a file`);
    const file = await upload(world, value, world.bot.id, true, fileBytesFor(user, channel.guild));
    (resolved.attachments ??= {})[file.id] = attachmentJson(world, file);
    return file.id;
  }
  if (isFile(value)) throw new Error(`The option "${option.name}" takes no file`);
  if (typeof value === 'object') return resolveEntity(world, option, value.id, channel.guild, resolved);
  return checkValue(option, value);
}
