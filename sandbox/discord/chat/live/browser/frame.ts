import { el, fill, iconButton, onPress, set } from './dom.ts';
import { noteShelf } from './notes.ts';
import { nextTheme } from './theme.ts';

/** What the frame holds, and what its buttons do. */
export interface FramePlan {
  readonly rail: HTMLElement;
  readonly side: HTMLElement;
  readonly messages: HTMLElement;
  readonly composer: HTMLElement;
  onThread(): void;
  onTour(): void;
  onSkip(): void;
}

/** The page around its parts: the bar above, the sides, and what slides in on a narrow screen. */
export class Frame {
  readonly title = el('h1', { class: 'title-line' });
  readonly banner = el('div', { class: 'banner', role: 'status' });
  readonly people = el('aside', { class: 'people' });
  readonly threads = iconButton('thread', 'New thread');
  readonly sending = el('div', { class: 'sending', role: 'status' });
  readonly #element: HTMLElement;

  constructor(plan: FramePlan) {
    const skip = el('a', { class: 'skip', href: '#room' }, 'To the message box');
    skip.addEventListener('click', (event) => {
      // The address says who and where one is.
      event.preventDefault();
      plan.onSkip();
    });
    const left = el(
      'aside',
      { class: 'left', 'aria-label': 'Places and people to be' },
      plan.rail,
      plan.side,
    );
    const veil = onPress(el('div', { class: 'veil' }), () => this.closeSides());
    const room = el(
      'main',
      { class: 'room', id: 'room' },
      this.#top(plan),
      this.banner,
      plan.messages,
      this.sending,
      plan.composer,
    );
    this.#element = el('div', { class: 'client' }, skip, left, veil, room, this.people);
    const root = document.getElementById('app');
    if (root) fill(root, this.#element, noteShelf());
  }

  /** Sends away what slid in. */
  closeSides(): void {
    this.#element.classList.remove('side-open', 'people-open');
  }

  #top(plan: FramePlan): HTMLElement {
    const menu = iconButton('menu', 'Channels', { class: 'icon-button only-small', 'aria-controls': 'side' });
    onPress(menu, () => this.#element.classList.toggle('side-open'));
    const people = iconButton('people', 'Members', { 'aria-pressed': 'false' });
    onPress(people, () => set(people, 'aria-pressed', String(this.#element.classList.toggle('people-open'))));
    const theme = onPress(iconButton('sun', 'Light or dark'), nextTheme);
    const tour = onPress(iconButton('tour', 'Guided tour', { 'data-tour': 'help' }), () => plan.onTour());
    onPress(this.threads, () => plan.onThread());
    const tools = el('div', { class: 'top-tools' }, this.threads, tour, theme, people);
    return el('header', { class: 'top' }, menu, this.title, tools);
  }
}
