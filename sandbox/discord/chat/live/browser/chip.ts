import type { Choice, OptionOffered } from '../protocol.ts';
import { el, icon, iconButton, onPress, set } from './dom.ts';
import { hand } from './files.ts';
import type { Attached } from './files.ts';
import { ListBox, matching } from './list-box.ts';
import type { Store } from './store.ts';

/** After the last letter, in milliseconds, before the bot is asked what it suggests. */
const PAUSE_MS = 150;

/** What a chip needs of the line that it stands in. */
export interface ChipHost {
  readonly store: Store;
  /** Everything that is filled in now, for suggestions. */
  values(): Record<string, string>;
  readonly line: string;
  /** The value is there: on to what comes next. */
  next(): void;
  /** Away with it. */
  drop(chip: Chip): void;
  send(): void;
  say(words: string): void;
}

/** One option of a command, to be filled in. */
export interface Chip {
  readonly option: OptionOffered;
  readonly element: HTMLElement;
  /** What is filled in, or null while there is nothing that Discord would take. */
  readonly value: string | null;
  focus(): void;
  /** Takes a file, if it takes files. */
  take(file: File): Promise<void>;
  close(): void;
}

/** The chip of an option. */
export const chipFor = (option: OptionOffered, host: ChipHost): Chip =>
  option.isFile ? fileChip(option, host) : wordChip(option, host);

function frame(option: OptionOffered, kind: string): HTMLElement {
  return el('span', {
    class: `chip ${kind}`,
    'data-option': option.name,
    'data-tour': `option:${option.name}`,
  });
}

function fileChip(option: OptionOffered, host: ChipHost): Chip {
  let attached: Attached | null = null;
  const element = frame(option, 'file-chip');
  const choose = el('button', { type: 'button', class: 'chip-file' });
  const remove = iconButton('close', `Remove ${option.label}`);
  element.append(el('span', { class: 'chip-name' }, option.label), choose, remove);
  const show = (): void => {
    const picture = attached?.picture ? el('img', { src: attached.picture, alt: '' }) : icon('picture');
    choose.replaceChildren(picture, attached?.name ?? 'Choose a file');
    set(choose, 'aria-label', `${option.label}: ${attached?.name ?? 'choose a file'}`);
    set(element, 'data-tour', attached ? `filled:${option.name}` : `option:${option.name}`);
    element.classList.toggle('filled', attached !== null);
  };
  show();
  onPress(remove, () => host.drop(chip));
  onPress(choose, () => choose.dispatchEvent(new CustomEvent('wants-file', { bubbles: true, detail: chip })));
  choose.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' || event.key === 'Delete') host.drop(chip);
  });
  const chip: Chip = {
    option,
    element,
    get value() {
      return attached?.id ?? null;
    },
    focus: () => choose.focus(),
    async take(file) {
      attached = (await hand(host.store, file)) ?? attached;
      show();
      if (attached) host.next();
    },
    close: () => undefined,
  };
  return chip;
}

function wordChip(option: OptionOffered, host: ChipHost): Chip {
  const element = frame(option, 'word-chip');
  const id = `option-${option.name}`;
  const lists = option.choices !== null || option.suggests;
  const combo = lists
    ? { role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' }
    : {};
  const input = el('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    size: '6',
    ...combo,
  });
  element.append(el('label', { class: 'chip-name', for: id }, option.label), input);
  let picked: Choice | null = null;
  let timer = 0;
  let asked = 0;
  const box = new ListBox({
    ...{ label: option.label, anchor: element, field: input, above: true },
    onPick: (choice) => {
      picked = choice;
      input.value = choice.label;
      fit();
      box.hide();
      host.next();
    },
    tourName: (choice) => `pick:${choice.label}`,
  });
  const fit = (): void => set(input, 'size', Math.max(6, Math.min(28, input.value.length + 1)));
  const valueNow = (): string | null => {
    const typed = input.value.trim();
    if (picked?.label === input.value) return picked.value;
    if (option.choices)
      return option.choices.find((it) => it.label.toLowerCase() === typed.toLowerCase())?.value ?? null;
    return typed === '' ? null : typed;
  };
  const suggest = async (): Promise<void> => {
    const own = ++asked;
    const values = { ...host.values(), [option.name]: input.value };
    const outcome = await host.store.act({ do: 'suggest', line: host.line, values, typing: option.name });
    // Answers to what was typed before come too late.
    if (own !== asked || document.activeElement !== input) return;
    box.show(outcome?.choices ?? [], { at: input.value ? 0 : -1, title: option.label });
  };
  const offer = (): void => {
    host.say(option.about);
    if (option.choices)
      box.show(matching(option.choices, picked?.label === input.value ? '' : input.value), {
        title: option.label,
      });
    else if (option.suggests) {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void suggest(), PAUSE_MS);
    }
  };
  input.addEventListener('focus', offer);
  input.addEventListener('click', offer);
  input.addEventListener('input', () => {
    picked = null;
    element.classList.remove('wrong');
    fit();
    offer();
  });
  input.addEventListener('blur', () => {
    asked += 1;
    box.hide();
    element.classList.toggle('wrong', input.value.trim() !== '' && valueNow() === null);
  });
  input.addEventListener('keydown', (event) => {
    if (box.key(event)) return;
    if (event.key === 'Enter' && !event.isComposing) host.send();
    else if (event.key === 'Backspace' && input.value === '') host.drop(chip);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const chip: Chip = {
    option,
    element,
    get value() {
      return valueNow();
    },
    focus: () => input.focus(),
    take: () => Promise.resolve(),
    close: () => box.hide(),
  };
  return chip;
}
