import type { Choice } from '../protocol.ts';
import { el, icon, set } from './dom.ts';
import { onOutside, placeBy, popupHost } from './popup.ts';

let lists = 0;

/** How a list is used. */
export interface ListBoxPlan {
  readonly label: string;
  /** What it belongs to, and stands beside. */
  readonly anchor: HTMLElement;
  /** The field that is typed into; it keeps the focus. Without one the list has it. */
  readonly field?: HTMLElement;
  readonly above?: boolean;
  /** Whether several can be picked. */
  readonly several?: boolean;
  readonly onPick: (choice: Choice) => void;
  readonly onClose?: () => void;
  /** The name of a choice for the tour. */
  readonly tourName?: (choice: Choice) => string;
}

/** A list to pick from, by pointer or keyboard, beside a field or a button. */
export class ListBox {
  readonly #plan: ListBoxPlan;
  readonly #id = `list-${++lists}`;
  readonly #element: HTMLElement;
  #choices: readonly Choice[] = [];
  #at = -1;
  #unwatch: (() => void) | null = null;

  constructor(plan: ListBoxPlan) {
    this.#plan = plan;
    const several = plan.several ? { 'aria-multiselectable': 'true' } : {};
    const focus = plan.field ? {} : { tabindex: '0' };
    this.#element = el('div', {
      class: 'popup list',
      role: 'listbox',
      id: this.#id,
      'aria-label': plan.label,
      ...several,
      ...focus,
    });
    // The field keeps its focus while the pointer picks.
    if (plan.field) this.#element.addEventListener('pointerdown', (event) => event.preventDefault());
    else this.#element.addEventListener('keydown', (event) => void this.key(event));
  }

  get isOpen(): boolean {
    return this.#unwatch !== null;
  }

  /** The choice that Enter would pick. */
  get active(): Choice | undefined {
    return this.#choices[this.#at];
  }

  /** Shows these; the one at `at` is the active one, none for -1. */
  show(choices: readonly Choice[], { at = 0, title = '' } = {}): void {
    this.#choices = choices;
    if (choices.length === 0) {
      this.hide();
      return;
    }
    const { anchor, field, above = false } = this.#plan;
    const head = title ? [el('div', { class: 'list-title', role: 'presentation' }, title)] : [];
    this.#element.replaceChildren(...head, ...choices.map((choice, n) => this.#row(choice, n)));
    if (!this.isOpen) {
      popupHost().append(this.#element);
      this.#unwatch = onOutside([this.#element, anchor, ...(field ? [field] : [])], () => this.hide());
      this.#expanded(true);
      if (field) set(field, 'aria-controls', this.#id);
    }
    placeBy(this.#element, anchor, { above });
    this.#go(at);
    if (!field) this.#element.focus();
  }

  hide(): void {
    if (!this.#unwatch) return;
    this.#unwatch();
    this.#unwatch = null;
    this.#element.remove();
    const { anchor, field, onClose } = this.#plan;
    this.#expanded(false);
    set(field ?? anchor, 'aria-activedescendant', null);
    if (field) set(field, 'aria-controls', null);
    onClose?.();
  }

  /** A plain text field has no state of that name (WAI-ARIA 1.2, textbox). */
  #expanded(now: boolean): void {
    const owner = this.#plan.field ?? this.#plan.anchor;
    if (owner.hasAttribute('aria-expanded')) set(owner, 'aria-expanded', String(now));
  }

  /** Takes a key that was pressed in the field; says whether it was for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false;
    const handled = this.#press(event.key);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
    return handled;
  }

  #press(key: string): boolean {
    const last = this.#choices.length - 1;
    if (key === 'ArrowDown') this.#go(this.#at >= last ? 0 : this.#at + 1);
    else if (key === 'ArrowUp') this.#go(this.#at <= 0 ? last : this.#at - 1);
    else if (key === 'Home' && !this.#plan.field) this.#go(0);
    else if (key === 'End' && !this.#plan.field) this.#go(last);
    else if (key === 'Escape') this.hide();
    else if (key === 'Tab' && !this.#plan.field) this.hide();
    else if (key === 'Enter' || key === 'Tab' || (key === ' ' && !this.#plan.field)) return this.#pick();
    else return this.#jump(key);
    return true;
  }

  #pick(): boolean {
    const choice = this.active;
    if (!choice) return false;
    this.#plan.onPick(choice);
    return true;
  }

  /** Goes to the next choice that begins with a letter. */
  #jump(key: string): boolean {
    if (this.#plan.field || key.length !== 1) return false;
    const isIt = ({ label }: Choice): boolean => label.toLowerCase().startsWith(key.toLowerCase());
    const later = this.#choices.findIndex((it, n) => n > this.#at && isIt(it));
    const found = later < 0 ? this.#choices.findIndex(isIt) : later;
    if (found >= 0) this.#go(found);
    return found >= 0;
  }

  #go(at: number): void {
    this.#at = at;
    const rows = [...this.#element.querySelectorAll('[role=option]')];
    for (const [n, row] of rows.entries()) row.classList.toggle('active', n === at);
    rows[at]?.scrollIntoView({ block: 'nearest' });
    const owner = this.#plan.field ?? this.#element;
    set(owner, 'aria-activedescendant', rows[at]?.id ?? null);
  }

  #row(choice: Choice, n: number): HTMLElement {
    const chosen = choice.chosen ?? false;
    const row = el(
      'div',
      {
        ...{ role: 'option', id: `${this.#id}-${n}`, 'aria-selected': String(chosen), class: 'option' },
        'data-value': choice.value,
        'data-tour': this.#plan.tourName?.(choice),
      },
      el('span', { class: 'option-label' }, choice.label),
      choice.about ? el('span', { class: 'option-about' }, choice.about) : null,
      chosen ? icon('check') : null,
    );
    row.addEventListener('click', () => this.#plan.onPick(choice));
    row.addEventListener('pointermove', () => this.#go(n));
    return row;
  }
}

/** The choices that what was typed is a part of, those that begin with it first. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices;
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  const begins = ({ label }: Choice): boolean =>
    label
      .toLowerCase()
      .replace(/^[/#@]/, '')
      .startsWith(wanted.replace(/^\//, ''));
  return [...found.filter(begins), ...found.filter((it) => !begins(it))];
}
