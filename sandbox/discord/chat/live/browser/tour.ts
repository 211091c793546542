import type { TourStep } from '../protocol.ts';
import { el, fill, iconButton, onPress } from './dom.ts';

const KEY = 'sandbox-tour-seen';
const GAP = 12;

/** What the tour has to know of the page. */
export interface TourPage {
  /** The newest message there is, so that what was there before does not count. */
  newest(): string;
}

/** A walk through the page, step by step: it shows where to press, and goes on when that was done. */
export class Tour {
  readonly #steps: readonly TourStep[];
  readonly #page: TourPage;
  readonly #ring = el('div', { class: 'tour-ring', 'aria-hidden': 'true' });
  readonly #card = el('section', { class: 'tour', 'aria-label': 'Guided tour', tabindex: '-1' });
  #at = -1;
  #since = '0';
  #frame = 0;

  constructor(steps: readonly TourStep[], page: TourPage) {
    this.#steps = steps;
    this.#page = page;
    this.#card.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.end();
    });
  }

  get isOn(): boolean {
    return this.#at >= 0;
  }

  /** Begins, unless this browser has seen it. */
  startOnce(): void {
    if (localStorage.getItem(KEY) === null) this.start();
  }

  start(): void {
    if (this.#steps.length === 0) return;
    this.#since = this.#page.newest();
    document.body.append(this.#ring, this.#card);
    this.#go(0);
    this.#card.focus();
    cancelAnimationFrame(this.#frame);
    this.#follow();
  }

  end(): void {
    localStorage.setItem(KEY, 'yes');
    cancelAnimationFrame(this.#frame);
    const hadFocus = this.#card.contains(document.activeElement);
    this.#at = -1;
    this.#ring.remove();
    this.#card.remove();
    if (hadFocus) document.getElementById('write')?.focus();
  }

  #go(at: number): void {
    const step = this.#steps[at];
    if (!step) {
      this.end();
      return;
    }
    this.#at = at;
    const isLast = at === this.#steps.length - 1;
    const next = onPress(
      el('button', { type: 'button', class: 'button primary' }, isLast ? 'Done' : 'Next'),
      () => this.#go(at + 1),
    );
    const back = onPress(el('button', { type: 'button', class: 'button secondary' }, 'Back'), () =>
      this.#go(at - 1),
    );
    const skip = onPress(iconButton('close', 'Skip the tour'), () => this.end());
    const hadFocus = this.#card.contains(document.activeElement);
    fill(
      this.#card,
      el('div', { class: 'tour-head' }, el('h2', {}, step.title), skip),
      el('p', { 'aria-live': 'polite' }, step.text),
      el(
        'div',
        { class: 'tour-foot' },
        el('span', { class: 'quiet' }, `${at + 1} of ${this.#steps.length}`),
        at > 0 ? back : null,
        next,
      ),
    );
    if (hadFocus) next.focus();
    this.#find(step.at)?.scrollIntoView({ block: 'nearest' });
  }

  /** Stays beside what it shows, wherever that moves, and sees when the step is done. */
  #follow(): void {
    const step = this.#steps[this.#at];
    if (!step) return;
    if (step.until && this.#find(step.until)) this.#go(this.#at + 1);
    else this.#draw(this.#find(step.at)?.getBoundingClientRect());
    this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #draw(target: DOMRect | undefined): void {
    const ring = this.#ring.style;
    ring.display = target ? 'block' : 'none';
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const place = { left: (innerWidth - width) / 2, top: 64 };
    if (target) {
      ring.left = `${target.left - 4}px`;
      ring.top = `${target.top - 4}px`;
      ring.width = `${target.width + 8}px`;
      ring.height = `${target.height + 8}px`;
      Object.assign(place, this.#beside(target, width, height));
    }
    this.#card.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
    this.#card.style.top = `${Math.max(8, Math.min(place.top, innerHeight - height - 8))}px`;
  }

  /** A place near the target that leaves it, and a list that is open, in sight. */
  #beside(target: DOMRect, width: number, height: number): { left: number; top: number } {
    const popup = document.querySelector('.popup')?.getBoundingClientRect();
    const top = Math.min(target.top, popup?.top ?? target.top);
    const right = Math.max(target.right, popup?.right ?? target.right);
    if (right + GAP + width < innerWidth - 8) return { left: right + GAP, top: target.top - height / 3 };
    if (top - GAP - height > 8) return { left: target.left, top: top - GAP - height };
    return { left: innerWidth - width - 8, top: Math.max(target.bottom, popup?.bottom ?? 0) + GAP };
  }

  #find(name: string): Element | null {
    const [kind = '', words = ''] = name.split(/:(.*)/s);
    const selectors: Readonly<Record<string, string>> = {
      button: 'button.button[data-press]:not(:disabled)',
      link: 'a.button, .embed .title a',
      select: '[data-select]:not(:disabled)',
      message: '.body',
    };
    const selector = selectors[kind];
    if (selector === undefined) return inSight(`[data-tour="${CSS.escape(name)}"]`);
    const slots = [...document.querySelectorAll<HTMLElement>('.slot')].filter(({ dataset }) =>
      isLater(dataset['id'] ?? '0', this.#since),
    );
    const found = slots.flatMap((slot) => [...slot.querySelectorAll(selector)]);
    return found.findLast((it) => it.textContent.includes(words)) ?? null;
  }
}

const isLater = (id: string, since: string): boolean => BigInt(id) > BigInt(since);

/** What the selector names; what leads to it, where it slides in only when it is wanted. */
function inSight(selector: string): Element | null {
  const found = [...document.querySelectorAll(selector)];
  const seen = found.find((it) => it.checkVisibility({ visibilityProperty: true }));
  if (seen || found.length === 0) return seen ?? null;
  return found[0]?.closest('.left') ? document.querySelector('.only-small') : null;
}
