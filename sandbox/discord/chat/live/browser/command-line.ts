import type { Choice, CommandOffered } from '../protocol.ts';
import { chipFor } from './chip.ts';
import type { Chip, ChipHost } from './chip.ts';
import { el, set } from './dom.ts';
import { ListBox, matching } from './list-box.ts';
import type { Store } from './store.ts';

/** What stands around a command that is being written. */
export interface CommandHost {
  readonly store: Store;
  say(words: string): void;
  send(command: CommandOffered, values: Record<string, string>): void;
  /** Back to plain words. */
  leave(): void;
}

/** A command that is being written: its name, the options as chips, and a place for more options. */
export class CommandLine {
  readonly element: HTMLElement;
  readonly command: CommandOffered;
  readonly #host: CommandHost;
  readonly #chips: Chip[] = [];
  readonly #rest: HTMLInputElement;
  readonly #options: ListBox;

  constructor(command: CommandOffered, host: CommandHost) {
    this.command = command;
    this.#host = host;
    this.#rest = el('input', {
      ...{ type: 'text', class: 'rest', autocomplete: 'off', spellcheck: 'false', role: 'combobox' },
      ...{
        'aria-label': `More options of ${command.label}`,
        'aria-expanded': 'false',
        'aria-autocomplete': 'list',
      },
    });
    this.element = el(
      'div',
      { class: 'command-line', 'data-tour': 'line' },
      el('span', { class: 'command-name' }, command.label),
      this.#rest,
    );
    this.#options = new ListBox({
      ...{ label: 'Options', anchor: this.element, field: this.#rest, above: true },
      onPick: ({ value }) => this.#add(value)?.focus(),
      tourName: ({ value }) => `option:${value}`,
    });
    this.#rest.addEventListener('focus', () => this.#offer());
    this.#rest.addEventListener('click', () => this.#offer());
    this.#rest.addEventListener('input', () => this.#typed());
    this.#rest.addEventListener('blur', () => this.#options.hide());
    this.#rest.addEventListener('keydown', (event) => this.#key(event));
    for (const { name, required } of command.options) if (required) this.#add(name);
    set(this.#rest, 'placeholder', this.#left.length > 0 ? `+${this.#left.length} more` : '');
  }

  /** Puts the focus where something is to be filled in. */
  start(): void {
    const empty = this.#chips.find((chip) => chip.value === null);
    if (empty) empty.focus();
    else this.#rest.focus();
  }

  /** Takes a file into the first option that is free for one. Says whether there was one. */
  take(file: File): boolean {
    const free = this.#chips.find((chip) => chip.option.isFile && chip.value === null);
    const another = this.#left.find((option) => option.isFile);
    const chip = free ?? (another ? this.#add(another.name) : this.#chips.find((it) => it.option.isFile));
    if (!chip) return false;
    void chip.take(file);
    return true;
  }

  /** Sends it, or says what is missing. */
  send(): void {
    const wrong = this.#chips.find((chip) => chip.value === null);
    if (wrong) {
      const { label, required, isFile } = wrong.option;
      wrong.element.classList.add('wrong');
      wrong.focus();
      this.#host.say(
        required ? `“${label}” is required` : `“${label}” ${isFile ? 'needs a file' : 'is not filled in'}`,
      );
      return;
    }
    this.close();
    this.#host.send(this.command, this.#values);
  }

  close(): void {
    this.#options.hide();
    for (const chip of this.#chips) chip.close();
  }

  get #values(): Record<string, string> {
    return Object.fromEntries(this.#chips.map((chip) => [chip.option.name, chip.value ?? '']));
  }

  get #left(): CommandOffered['options'] {
    return this.command.options.filter((option) => !this.#chips.some((chip) => chip.option === option));
  }

  #offer(): void {
    this.#host.say(this.command.about);
    const left = this.#left.map((option): Choice => {
      return { value: option.name, label: option.label, about: `${option.about} · ${option.type}` };
    });
    const typed = this.#rest.value.replace(/:$/, '');
    this.#options.show(matching(left, typed), { at: typed ? 0 : -1, title: 'Options' });
  }

  #typed(): void {
    const name = /^(.+):$/.exec(this.#rest.value)?.[1];
    const option = this.#left.find(({ label }) => label === name);
    if (option) this.#add(option.name)?.focus();
    else this.#offer();
  }

  #add(name: string): Chip | undefined {
    const option = this.#left.find((it) => it.name === name);
    if (!option) return undefined;
    const chip = chipFor(option, this.#chipHost);
    this.#chips.push(chip);
    this.element.insertBefore(chip.element, this.#rest);
    this.#rest.value = '';
    set(this.#rest, 'placeholder', this.#left.length > 0 ? `+${this.#left.length} more` : '');
    this.#options.hide();
    return chip;
  }

  get #chipHost(): ChipHost {
    return {
      store: this.#host.store,
      line: this.command.line,
      values: () => this.#values,
      next: () => this.start(),
      drop: (chip) => this.#drop(chip),
      send: () => this.send(),
      say: (words) => this.#host.say(words),
    };
  }

  #drop(chip: Chip): void {
    if (chip.option.required) {
      this.#host.leave();
      return;
    }
    chip.close();
    this.#chips.splice(this.#chips.indexOf(chip), 1);
    chip.element.remove();
    set(this.#rest, 'placeholder', `+${this.#left.length} more`);
    this.#rest.focus();
  }

  #key(event: KeyboardEvent): void {
    if (this.#options.key(event)) return;
    if (event.key === 'Enter' && !event.isComposing) this.send();
    else if (event.key === 'Escape') this.#host.leave();
    else if (event.key === 'Backspace' && this.#rest.value === '') {
      const last = this.#chips.at(-1);
      if (last) this.#drop(last);
      else this.#host.leave();
    } else return;
    event.preventDefault();
  }
}
