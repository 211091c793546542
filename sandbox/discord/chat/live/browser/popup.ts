const GAP = 6;

/** Where popups are put: within the page's main part, so that a reader finds them. */
export const popupHost = (): Element => document.querySelector('main') ?? document.body;

/** Puts a popup beside what it belongs to: below it where there is room, otherwise above. */
export function placeBy(popup: HTMLElement, anchor: Element, { above = false } = {}): void {
  const at = anchor.getBoundingClientRect();
  const { innerHeight: height, innerWidth: width } = window;
  const below = height - at.bottom - GAP * 2;
  const over = at.top - GAP * 2;
  const goesUp = above
    ? over > 160 || over > below
    : below < Math.min(popup.scrollHeight, 280) && over > below;
  popup.style.minWidth = `${Math.min(at.width, width - 16)}px`;
  popup.style.maxHeight = `${Math.min(goesUp ? over : below, 420)}px`;
  popup.style.left = `${Math.max(8, Math.min(at.left, width - popup.offsetWidth - 8))}px`;
  popup.style.top = goesUp ? 'auto' : `${at.bottom + GAP}px`;
  popup.style.bottom = goesUp ? `${height - at.top + GAP}px` : 'auto';
}

/** Puts a popup where the pointer is, within the window. */
export function placeAt(popup: HTMLElement, x: number, y: number): void {
  popup.style.left = `${Math.max(8, Math.min(x, window.innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = `${Math.max(8, Math.min(y, window.innerHeight - popup.offsetHeight - 8))}px`;
}

/** Calls `then` once somebody presses or goes outside of these. Gives what stops to watch. */
export function onOutside(inside: readonly Element[], then: () => void): () => void {
  const look = (event: Event): void => {
    if (
      event.target instanceof Node &&
      inside.some((it) => event.target instanceof Node && it.contains(event.target))
    )
      return;
    then();
  };
  document.addEventListener('pointerdown', look, true);
  document.addEventListener('focusin', look, true);
  return () => {
    document.removeEventListener('pointerdown', look, true);
    document.removeEventListener('focusin', look, true);
  };
}
