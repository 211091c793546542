import { attachmentJson } from '../wire/message.ts';
import { COMMAND, OPTION } from '../wire/command.ts';
import type { CommandOption, RegisteredCommand } from '../wire/command.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { isFile, upload } from './files.ts';
import type { LocalFile } from './files.ts';
import { resolveEntity } from './resolve.ts';
import type { Resolved } from './resolve.ts';
import { checkValue } from './values.ts';

/** What a person types or picks for one option. */
export type OptionValue = string | number | boolean | LocalFile | { readonly id: string };

/** What a person fills in, by the options' names. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** The command a person can choose here, or the reason why they cannot. */
export function commandFor(
  world: World,
  type: number,
  name: string,
  channel: ChannelRecord,
): RegisteredCommand {
  const here = world.commands.filter(
    (it) =>
      it.type === type &&
      it.name === name &&
      (it.guild_id === undefined || it.guild_id === channel.guild?.id),
  );
  const command = here.find((it) => it.guild_id !== undefined) ?? here[0];
  if (!command) {
    const known = world.commands.map((it) => (it.type === COMMAND.slash ? `/${it.name}` : it.name));
    throw new Error(`Discord knows no command "${name}" here. It knows: ${known.join(', ') || 'none'}`);
  }
  const context = channel.guild ? 0 : 1;
  if (command.contexts && !command.contexts.includes(context))
    throw new Error(
      `The command "${name}" is not offered in ${channel.guild ? 'guilds' : 'direct messages'}`,
    );
  return command;
}

/** A command line such as `/playlist save`, resolved to the data of an interaction. */
export async function slashData(
  world: World,
  line: string,
  values: OptionValues,
  channel: ChannelRecord,
): Promise<{ readonly commandName: string; readonly data: object }> {
  const path = line.replace(/^\//, '').trim().split(/\s+/);
  const command = commandFor(world, COMMAND.slash, path[0] ?? '', channel);
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
  const resolved: Resolved = {};
  const given = await fillIn(world, line, offered, values, channel, resolved);
  const options = branches.reduceRight<readonly object[]>(
    (inner, branch) => [{ type: branch.type, name: branch.name, options: inner }],
    given,
  );
  const guild = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const data = { id: command.id, name: command.name, type: COMMAND.slash, ...guild, options, resolved };
  return { commandName: path.join(' '), data };
}

async function fillIn(
  world: World,
  line: string,
  offered: readonly CommandOption[],
  values: OptionValues,
  channel: ChannelRecord,
  resolved: Resolved,
): Promise<readonly object[]> {
  const unknown = Object.keys(values).find((name) => !offered.some((option) => option.name === name));
  if (unknown !== undefined)
    throw new Error(
      `${line} has no option "${unknown}". It has: ${offered.map((it) => it.name).join(', ') || 'none'}`,
    );
  const given: object[] = [];
  for (const option of offered) {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required) throw new Error(`${line} needs the option "${option.name}"`);
      continue;
    }
    given.push({
      type: option.type,
      name: option.name,
      value: await wireValue(world, option, value, channel, resolved),
    });
  }
  return given;
}

async function wireValue(
  world: World,
  option: CommandOption,
  value: OptionValue,
  channel: ChannelRecord,
  resolved: Resolved,
): Promise<string | number | boolean> {
  if (option.type === OPTION.attachment) {
    if (!isFile(value)) throw new Error(`The option "${option.name}" takes a file`);
    const file = await upload(world, value, world.bot.id, true);
    (resolved.attachments ??= {})[file.id] = attachmentJson(world, file);
    return file.id;
  }
  if (isFile(value)) throw new Error(`The option "${option.name}" takes no file`);
  if (typeof value === 'object') return resolveEntity(world, option, value.id, channel.guild, resolved);
  return checkValue(option, value);
}
