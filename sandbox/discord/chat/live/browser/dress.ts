import { set } from './dom.ts';
import { timeText } from './times.ts';

/** Gives what the sandbox drew what only a script may: colours, the reader's time, links that open beside the page. */
export function dress(message: HTMLElement): void {
  for (const tinted of message.querySelectorAll<HTMLElement>('[data-tint]'))
    tinted.style.setProperty('--tint', tinted.dataset['tint'] ?? '');
  for (const link of message.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  for (const veil of message.querySelectorAll('.spoiler, .veiled')) {
    set(veil, 'role', 'button');
    set(veil, 'tabindex', '0');
    set(veil, 'title', 'Spoiler: press to show');
  }
  for (const picture of message.querySelectorAll<HTMLImageElement>('.photo img, .big img, .gallery img')) {
    set(picture, 'tabindex', '0');
    set(picture, 'role', 'button');
    set(picture, 'aria-label', `${picture.alt}: enlarge`);
  }
  tellTimes(message);
}

/** Says all moments anew: those that are told from now change by themselves. */
export function tellTimes(inside: ParentNode): void {
  for (const time of inside.querySelectorAll('time')) {
    const moment = new Date(time.dateTime);
    time.textContent = timeText(moment, time.dataset['style'] ?? 'f');
    time.title = timeText(moment, 'F');
  }
}
