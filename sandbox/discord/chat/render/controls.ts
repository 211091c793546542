import { isSelect, KIND, STYLE } from '../../wire/component.ts';
import type { Component } from '../../wire/component.ts';
import { escapeHtml, safeHref } from './escape.ts';
import type { Ink } from './ink.ts';

const STYLES: Readonly<Record<number, string>> = {
  [STYLE.primary]: 'primary',
  [STYLE.success]: 'success',
  [STYLE.danger]: 'danger',
};

const OPENS =
  '<svg class="opens" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"/></svg>';
const ARROW = '<svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 9l6 6 6-6"/></svg>';

/** A button or a select. On a live page it can be pressed: `data-press` and `data-select` hold its custom id. */
export function controlHtml(component: Component, ink: Ink): string {
  if (component.type === KIND.button) return buttonHtml(component, ink);
  return isSelect(component) ? selectHtml(component, ink) : '';
}

function buttonHtml(button: Component, { address }: Ink): string {
  const emoji = button.emoji?.name ? `<span class="emoji">${escapeHtml(button.emoji.name)}</span>` : '';
  const names = ['button', STYLES[button.style ?? 0] ?? 'secondary', ...(button.disabled ? ['off'] : [])];
  const isLink = button.style === STYLE.link;
  const inner = `${emoji}${escapeHtml(button.label ?? button.sku_id ?? '')}${isLink ? OPENS : ''}`;
  const start = `class="${names.join(' ')}"`;
  if (!address) return `<span ${start}>${inner}</span>`;
  const href = isLink && !button.disabled ? safeHref(button.url ?? '') : null;
  if (href !== null) return `<a ${start} href="${href}">${inner}</a>`;
  return `<button type="button" ${start}${pressed('press', button)}>${inner}</button>`;
}

function selectHtml(select: Component, { address, nameOf }: Ink): string {
  const chosen = [
    ...(select.options ?? []).filter((option) => option.default).map((option) => option.label),
    ...(select.default_values ?? []).map(({ id }) => nameOf(id) ?? id),
  ];
  const words = chosen.length > 0 ? chosen.join(', ') : (select.placeholder ?? 'Make a selection');
  const names = ['select', ...(chosen.length > 0 ? ['chosen'] : []), ...(select.disabled ? ['off'] : [])];
  const inner = `<span>${escapeHtml(words)}</span>${ARROW}`;
  const start = `class="${names.join(' ')}"`;
  if (!address) return `<span ${start}>${inner}</span>`;
  const popup = ' aria-haspopup="listbox" aria-expanded="false"';
  return `<button type="button" ${start}${pressed('select', select)}${popup}>${inner}</button>`;
}

const pressed = (how: 'press' | 'select', { custom_id: id, disabled }: Component): string =>
  ` data-${how}="${escapeHtml(id ?? '')}"${disabled ? ' disabled' : ''}`;
