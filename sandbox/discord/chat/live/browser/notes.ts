import { el, iconButton, onPress } from './dom.ts';

const SHOWN_MS = 8_000;

const shelf = el('div', { class: 'notes', role: 'status' });

/** Where notes stand. */
export const noteShelf = (): HTMLElement => shelf;

/** Says something small for a while: mostly why Discord would not let one do something. */
export function note(words: string): void {
  const close = iconButton('close', 'Close');
  const paper = el('div', { class: 'note' }, el('span', {}, words), close);
  onPress(close, () => paper.remove());
  shelf.append(paper);
  while (shelf.children.length > 3) shelf.firstElementChild?.remove();
  setTimeout(() => paper.remove(), SHOWN_MS);
}
