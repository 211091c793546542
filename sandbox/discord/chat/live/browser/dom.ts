type Attribute = string | number | boolean | null | undefined;
type Attributes = Readonly<Record<string, Attribute>>;
type Content = Node | string | null | undefined | false;

/** An element with attributes (`true` is an empty one, `false` and nothing are none) and what is in it. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  fill(element, ...contents);
  return element;
}

/** Sets an attribute, or takes it away. */
export function set(element: Element, name: string, value: Attribute): void {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Puts these into the element, in place of what was there. */
export function fill(element: Element, ...contents: readonly Content[]): void {
  element.replaceChildren(...contents.filter((it): it is Node | string => Boolean(it)));
}

/** Runs `then` when the element is pressed, by whatever means. */
export function onPress<E extends HTMLElement>(element: E, then: (event: MouseEvent) => void): E {
  element.addEventListener('click', then);
  return element;
}

/** What the sandbox drew, as nodes. Its words are escaped there, and the page's policy runs nothing. */
export function drawn(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const ICONS = {
  hash: 'M5 9h15M4 15h15M10 3 8 21M16 3l-2 18',
  thread: 'M4 5h16M4 11h10M4 17h6M15 15l5 3-5 3z',
  forum: 'M4 5h16v11H9l-4 4v-4H4z',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12 3 4l18 8-18 8 1-8zm0 0h9',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  close: 'M6 6l12 12M18 6 6 18',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2 21a7 7 0 0 1 14 0M17 4a4 4 0 0 1 0 7.5M22 21a7 7 0 0 0-4-6.3',
  menu: 'M4 6h16M4 12h16M4 18h16',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  file: 'M6 2h8l5 5v15H6zM14 2v5h5',
  picture: 'M4 4h16v16H4zM4 16l5-5 4 4 3-3 4 4M15.5 8.5h.01',
  tour: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM15.5 8.5l-2 5-5 2 2-5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  bin: 'M4 7h16M10 11v6M14 11v6M6 7l1 14h10l1-14M9 7V4h6v3',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  down: 'M6 9l6 6 6-6',
  check: 'M5 13l4 4L19 7',
} as const;

/** The name of a little drawing. */
export type IconName = keyof typeof ICONS;

/** A little drawing; it says nothing to a screen reader. */
export const icon = (name: IconName): Node =>
  drawn(
    `<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`,
  );

/** A button with a drawing on it, and its name for those who do not see it. */
export const iconButton = (name: IconName, label: string, attributes: Attributes = {}): HTMLButtonElement =>
  el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...attributes },
    icon(name),
  );

/** The element with this attribute that holds the target of an event. */
export const closest = (event: Event, selector: string): HTMLElement | null => {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
};
