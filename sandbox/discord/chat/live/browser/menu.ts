import { el, icon } from './dom.ts';
import type { IconName } from './dom.ts';
import { onOutside, placeAt, placeBy, popupHost } from './popup.ts';

/** One line of a menu: something to do, or more lines behind it. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly about?: string;
  readonly danger?: boolean;
  readonly tourName?: string;
  readonly run?: () => void;
  readonly more?: readonly MenuItem[];
}

/** Where a menu opens: beside an element, or at a point. */
export type MenuPlace = HTMLElement | { readonly x: number; readonly y: number; readonly back: HTMLElement };

/** Opens a menu; the focus goes into it, and back when it closes. */
export function openMenu(label: string, items: readonly MenuItem[], place: MenuPlace): void {
  const back = place instanceof HTMLElement ? place : place.back;
  const menu = el('div', { class: 'popup menu', role: 'menu', 'aria-label': label });
  let unwatch = (): void => undefined;
  const close = (): void => {
    unwatch();
    menu.remove();
    if (place instanceof HTMLElement) place.setAttribute('aria-expanded', 'false');
  };
  const show = (shown: readonly MenuItem[]): void => {
    menu.replaceChildren(...shown.map((item) => rowOf(item)));
    if (place instanceof HTMLElement) placeBy(menu, place);
    else placeAt(menu, place.x, place.y);
    const [first] = menu.children;
    if (first instanceof HTMLElement) first.focus();
  };
  const rowOf = (item: MenuItem): HTMLElement => {
    const row = el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        class: item.danger ? 'item danger' : 'item',
        'data-tour': item.tourName,
        'aria-haspopup': item.more ? 'menu' : undefined,
      },
      item.icon ? icon(item.icon) : null,
      el('span', { class: 'item-label' }, item.label, item.about ? el('small', {}, item.about) : null),
      item.more ? el('span', { class: 'item-more', 'aria-hidden': 'true' }, '›') : null,
    );
    row.addEventListener('click', () => {
      if (item.more) {
        show(item.more);
        return;
      }
      close();
      back.focus();
      item.run?.();
    });
    return row;
  };
  menu.addEventListener('keydown', (event) => {
    const rows = [...menu.children].filter((it) => it instanceof HTMLElement);
    const at = rows.findIndex((it) => it === document.activeElement);
    const go = (to: number): void => rows[(to + rows.length) % rows.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'ArrowRight' && rows[at]?.getAttribute('aria-haspopup')) rows[at].click();
    else if (event.key === 'ArrowLeft') show(items);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      back.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  popupHost().append(menu);
  show(items);
  if (place instanceof HTMLElement) place.setAttribute('aria-expanded', 'true');
  unwatch = onOutside([menu], close);
}
