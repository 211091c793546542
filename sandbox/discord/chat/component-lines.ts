import { isSelect, KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';

/** Components as plain lines, in the order in which they are shown. */
export function componentLines(component: Component): readonly string[] {
  switch (component.type) {
    case KIND.container:
      return innerLines(component).map((line) => `│ ${line}`);
    case KIND.section:
      return [...innerLines(component), ...(component.accessory ? componentLines(component.accessory) : [])];
    case KIND.text:
      return (component.content ?? '').split('\n').filter(Boolean);
    case KIND.thumbnail:
      return [pictureLine(component.media?.url, component.description)];
    case KIND.gallery:
      return (component.items ?? []).map((item) => pictureLine(item.media.url, item.description));
    case KIND.file:
      return [`[file ${named(component.file?.url)}]`];
    case KIND.separator:
      return (component.divider ?? true) ? ['───'] : [];
    case KIND.row:
      return [(component.components ?? []).map(controlLine).join(' ')];
    default:
      return [controlLine(component)];
  }
}

/** A picture in words: the name of the file or its link, and what it is said to show. */
export const pictureLine = (url: string | undefined, description?: string | null): string =>
  `[picture ${named(url)}${description ? `: ${description}` : ''}]`;

const innerLines = (component: Component): readonly string[] =>
  (component.components ?? []).flatMap(componentLines);

const named = (url: string | undefined): string => (url ?? '').replace('attachment://', '');

function controlLine(component: Component): string {
  const off = component.disabled ? ' (disabled)' : '';
  if (isSelect(component)) {
    const options = (component.options ?? []).map((option) => option.label).join(' | ');
    return `[${`${component.placeholder ?? 'Make a selection'} ▾ ${options}`.trim()}]${off}`;
  }
  const sold = component.sku_id ? `SKU ${component.sku_id}` : undefined;
  const label = [component.emoji?.name, component.label, sold].filter(Boolean).join(' ');
  return `[ ${label}${component.url ? ` <${component.url}>` : ''} ]${off}`;
}
