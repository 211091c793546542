import { checkCommands } from '../rules/commands.ts';
import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import type { CommandForm, RegisteredCommand } from '../wire/command.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;

/** The commands of one guild, or those for everyone. */
export class CommandScope {
  readonly #world: World;
  readonly #guild: string | null;

  constructor(world: World, guild: string | null) {
    this.#world = world;
    this.#guild = guild;
  }

  /** What is registered here. */
  get commands(): readonly RegisteredCommand[] {
    return this.#world.commands.filter((command) => (command.guild_id ?? null) === this.#guild);
  }

  /** The command with this id, or Discord's refusal. */
  one(id: string): RegisteredCommand {
    const command = this.commands.find((it) => it.id === id);
    if (!command) throw new Refusal('command-known');
    return command;
  }

  /** Registers exactly these; a command that keeps its name keeps its id. */
  replaceAll(forms: readonly CommandForm[]): readonly RegisteredCommand[] {
    checkCommands(forms);
    const before = this.commands;
    this.#countCreations(forms, before);
    const after = forms.map((form): RegisteredCommand => ({
      ...form,
      id: before.find((it) => it.id === form.id || isSame(it, form))?.id ?? this.#world.nextId(),
      application_id: this.#world.bot.id,
      version: this.#world.nextId(),
      description: form.description ?? '',
      ...(this.#guild === null ? {} : { guild_id: this.#guild }),
    }));
    this.#world.commands = [...this.#world.commands.filter((it) => !before.includes(it)), ...after];
    this.#world.changed();
    return after;
  }

  #countCreations(forms: readonly CommandForm[], before: readonly RegisteredCommand[]): void {
    const { clock, commandCreations } = this.#world;
    const now = clock.now();
    const recent = (commandCreations.get(this.#guild ?? '') ?? []).filter((at) => now - at < DAY_MS);
    const isNew = (form: CommandForm): boolean => !before.some((it) => it.id === form.id || isSame(it, form));
    const all = [...recent, ...forms.filter(isNew).map(() => now)];
    if (all.length > LIMITS.commandCreations) throw new Refusal('command-creations');
    commandCreations.set(this.#guild ?? '', all);
  }
}

const isSame = (one: CommandForm, other: CommandForm): boolean =>
  one.name === other.name && one.type === other.type;
