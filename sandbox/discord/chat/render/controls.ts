import { isSelect, KIND, STYLE } from '../../wire/component.ts';
import type { Component } from '../../wire/component.ts';
import { escapeHtml } from './escape.ts';

const STYLES: Readonly<Record<number, string>> = {
  [STYLE.primary]: 'primary',
  [STYLE.success]: 'success',
  [STYLE.danger]: 'danger',
};

const OPENS =
  '<svg class="opens" viewBox="0 0 24 24"><path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"/></svg>';
const ARROW = '<svg class="arrow" viewBox="0 0 24 24"><path d="M6 9l6 6 6-6"/></svg>';

/** A button or a select. */
export function controlHtml(component: Component): string {
  if (component.type === KIND.button) return buttonHtml(component);
  return isSelect(component) ? selectHtml(component) : '';
}

function buttonHtml(button: Component): string {
  const emoji = button.emoji?.name ? `<span class="emoji">${escapeHtml(button.emoji.name)}</span>` : '';
  const names = ['button', STYLES[button.style ?? 0] ?? 'secondary', ...(button.disabled ? ['off'] : [])];
  const opens = button.style === STYLE.link ? OPENS : '';
  return `<span class="${names.join(' ')}">${emoji}${escapeHtml(button.label ?? button.sku_id ?? '')}${opens}</span>`;
}

function selectHtml(select: Component): string {
  const chosen = (select.options ?? []).filter((option) => option.default).map((option) => option.label);
  const words = chosen.length > 0 ? chosen.join(', ') : (select.placeholder ?? 'Make a selection');
  const names = ['select', ...(chosen.length > 0 ? ['chosen'] : []), ...(select.disabled ? ['off'] : [])];
  return `<span class="${names.join(' ')}"><span>${escapeHtml(words)}</span>${ARROW}</span>`;
}
