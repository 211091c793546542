import type { Entry, View } from '../protocol.ts';
import { closest, drawn, el, fill, iconButton, onPress, set } from './dom.ts';
import { dress, tellTimes } from './dress.ts';
import { dayText } from './times.ts';

/** Nearer than this to the end, in pixels, new messages are followed. */
const NEAR = 120;

/** What a person does to a message. */
export interface MessageDeeds {
  press(message: Entry, button: string, element: HTMLElement): void;
  select(message: Entry, select: string, element: HTMLElement): void;
  react(message: Entry, emoji: string): void;
  dismiss(message: Entry): void;
  reply(message: Entry): void;
  menu(message: Entry, place: HTMLElement | { x: number; y: number; back: HTMLElement }): void;
  enlarge(picture: HTMLImageElement): void;
  earlier(): void;
}

/** The messages of a place. */
export class Messages {
  readonly element = el('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': 'Messages' });
  readonly #deeds: MessageDeeds;
  readonly #shown = new Map<string, { readonly entry: Entry; readonly element: HTMLElement }>();
  readonly #pending = new Map<string, string>();
  readonly #earlier: HTMLElement;
  #at = '';

  constructor(deeds: MessageDeeds) {
    this.#deeds = deeds;
    this.#earlier = el('button', { type: 'button', class: 'earlier' }, 'Show earlier messages');
    onPress(this.#earlier, () => deeds.earlier());
    this.element.addEventListener('click', (event) => this.#pressed(event));
    this.element.addEventListener('contextmenu', (event) => this.#menu(event));
    this.element.addEventListener('keydown', (event) => this.#key(event));
    // What comes late, such as a picture, must not push the newest out of sight.
    this.element.addEventListener('load', () => this.#follow(), true);
    setInterval(() => tellTimes(this.element), 20_000);
  }

  /** Shows what the sandbox tells of the place. */
  show(view: View, welcome: Node): void {
    const isOther = view.at !== this.#at;
    if (isOther) this.#shown.clear();
    this.#at = view.at;
    const follows = isOther || this.#isAtEnd;
    const focus = this.#focused();
    for (const entry of view.entries) this.#shown.set(entry.id, { entry, element: this.#draw(entry) });
    for (const id of [...this.#shown.keys()]) if (!view.order.includes(id)) this.#shown.delete(id);
    this.#lay(view, welcome);
    this.#focus(focus);
    if (follows) this.#toEnd();
  }

  /** Says of a button or select that the bot has not answered yet, or what went wrong with it. */
  mark(message: string, control: string, what: 'waiting' | 'done' | { readonly failed: string }): void {
    const key = `${message} ${control}`;
    if (what === 'waiting') this.#pending.set(key, '');
    else if (what === 'done') this.#pending.delete(key);
    else this.#pending.set(key, what.failed);
    const shown = this.#shown.get(message);
    if (shown) this.#markIn(shown.element, message);
  }

  /** A message by its id. */
  entry(id: string): Entry | undefined {
    return this.#shown.get(id)?.entry;
  }

  /** A person's newest message that they may still change. */
  get newestOwn(): Entry | undefined {
    return [...this.#shown.values()].findLast(({ entry }) => entry.words !== null)?.entry;
  }

  #lay({ order, more }: View, welcome: Node): void {
    const nodes: Node[] = [more ? this.#earlier : welcome];
    let day = '';
    for (const id of order) {
      const shown = this.#shown.get(id);
      if (!shown) continue;
      const own = dayText(shown.entry.at);
      if (own !== day) nodes.push(el('div', { class: 'day', role: 'separator' }, own));
      day = own;
      nodes.push(shown.element);
    }
    const isSame =
      nodes.length === this.element.childNodes.length &&
      nodes.every((it, n) => it === this.element.childNodes[n]);
    // A screen reader reads what is put in; what stays is left where it is.
    if (!isSame) this.#swap(nodes);
  }

  #swap(nodes: readonly Node[]): void {
    const kept = new Set(nodes);
    for (const old of [...this.element.childNodes]) if (!kept.has(old)) old.remove();
    for (const [n, node] of nodes.entries())
      if (this.element.childNodes[n] !== node)
        this.element.insertBefore(node, this.element.childNodes[n] ?? null);
  }

  #draw(entry: Entry): HTMLElement {
    const old = this.#shown.get(entry.id)?.element;
    const element = old ?? el('article', { class: 'slot', 'data-id': entry.id });
    fill(element, drawn(entry.html), entry.usable || entry.removable ? this.#tools(entry) : null);
    const name = element.querySelector('.name')?.textContent ?? 'Message';
    set(element, 'aria-label', name);
    dress(element);
    this.#markIn(element, entry.id);
    return element;
  }

  #tools(entry: Entry): HTMLElement {
    const more = iconButton('more', 'More', { 'aria-haspopup': 'menu', 'data-tour': 'menu' });
    onPress(more, () => this.#deeds.menu(entry, more));
    const reply = iconButton('reply', 'Reply');
    onPress(reply, () => this.#deeds.reply(entry));
    const thumb = el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'React with 👍', title: 'React with 👍' },
      '👍',
    );
    onPress(thumb, () => this.#deeds.react(entry, '👍'));
    return el('div', { class: 'tools' }, ...(entry.usable ? [thumb, reply] : []), more);
  }

  #markIn(element: HTMLElement, message: string): void {
    for (const failed of element.querySelectorAll('.went-wrong')) failed.remove();
    for (const control of element.querySelectorAll<HTMLElement>('[data-press], [data-select]')) {
      const id = control.dataset['press'] ?? control.dataset['select'] ?? '';
      const state = this.#pending.get(`${message} ${id}`);
      control.classList.toggle('waiting', state === '');
      set(control, 'aria-busy', state === '' ? 'true' : null);
      if (state)
        element.querySelector('.body')?.append(el('div', { class: 'went-wrong', role: 'alert' }, state));
    }
  }

  #pressed(event: MouseEvent): void {
    const slot = closest(event, '.slot');
    const entry = this.#shown.get(slot?.dataset['id'] ?? '')?.entry;
    if (!entry) return;
    const press = closest(event, '[data-press]');
    const select = closest(event, '[data-select]');
    const react = closest(event, '[data-react]');
    const veil = closest(event, '.spoiler, .veiled');
    const picture = closest(event, '.photo img, .big img, .gallery img');
    if (veil && !veil.classList.contains('open')) veil.classList.add('open');
    else if (press) this.#deeds.press(entry, press.dataset['press'] ?? '', press);
    else if (select) this.#deeds.select(entry, select.dataset['select'] ?? '', select);
    else if (react) this.#deeds.react(entry, react.dataset['react'] ?? '');
    else if (closest(event, '[data-dismiss]')) this.#deeds.dismiss(entry);
    else if (picture instanceof HTMLImageElement) this.#deeds.enlarge(picture);
  }

  #menu(event: MouseEvent): void {
    const entry = this.#shown.get(closest(event, '.slot')?.dataset['id'] ?? '')?.entry;
    if (!entry || closest(event, 'a')) return;
    event.preventDefault();
    this.#deeds.menu(entry, { x: event.clientX, y: event.clientY, back: this.element });
  }

  #key(event: KeyboardEvent): void {
    const acts = closest(event, '.spoiler, .veiled, img[tabindex]');
    if (!acts || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    acts.click();
  }

  /** What is in focus, in words that hold when the message is drawn anew. */
  #focused(): { readonly id: string; readonly control: string } | null {
    const { activeElement: active } = document;
    const slot = active?.closest<HTMLElement>('.slot');
    if (!(active instanceof HTMLElement) || !slot) return null;
    const control = active.dataset['press'] ?? active.dataset['select'] ?? active.dataset['react'] ?? '';
    return { id: slot.dataset['id'] ?? '', control };
  }

  #focus(was: { readonly id: string; readonly control: string } | null): void {
    if (!was || document.activeElement?.closest('.slot')) return;
    const slot = this.#shown.get(was.id)?.element;
    const controls = [
      ...(slot?.querySelectorAll<HTMLElement>('[data-press], [data-select], [data-react]') ?? []),
    ];
    const same = controls.find(({ dataset }) => Object.values(dataset).includes(was.control));
    (same ?? this.element).focus({ preventScroll: true });
  }

  get #isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #follow(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    if (scrollHeight - scrollTop - clientHeight < NEAR + 450) this.#toEnd();
  }

  #toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }
}
