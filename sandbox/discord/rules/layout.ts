import { attachedName } from '../wire/file-name.ts';
import { isSelect, KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { RefusalName } from '../rules.ts';
import { buttonFaults } from './buttons.ts';
import { fault, missing, noChoice, notSoMany, notWithin, outside, tooLong, tuple } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { linkFaults } from './links.ts';
import type { FormFault } from './refusal.ts';
import { selectFaults } from './selects.ts';

const SELECTS = [
  KIND.stringSelect,
  KIND.userSelect,
  KIND.roleSelect,
  KIND.mentionableSelect,
  KIND.channelSelect,
];
const CONTENT = [KIND.section, KIND.text, KIND.gallery, KIND.file, KIND.separator];

/** What may stand in a message by itself without components V2, with them, and in a container. */
export const TOP_LEVEL = {
  legacy: [KIND.row],
  v2: [KIND.row, ...CONTENT, KIND.container],
  container: [KIND.row, ...CONTENT],
} as const;

type Check = (component: Component, path: Path) => FormFault[];

const CHECKS: Readonly<Record<number, Check>> = {
  [KIND.row]: rowFaults,
  [KIND.button]: buttonFaults,
  [KIND.section]: sectionFaults,
  [KIND.text]: textFaults,
  [KIND.thumbnail]: thumbnailFaults,
  [KIND.gallery]: galleryFaults,
  [KIND.file]: fileFaults,
  [KIND.separator]: separatorFaults,
  [KIND.container]: containerFaults,
};

/** What is wrong with a component where only these kinds may stand, and with all that it holds. */
export function componentFaultsAt(
  component: Component,
  path: Path,
  kinds: readonly number[],
  rule: RefusalName = 'component-kind',
): FormFault[] {
  if (!kinds.includes(component.type)) return [wrongKind(rule, path, kinds)];
  return isSelect(component)
    ? selectFaults(component, path)
    : (CHECKS[component.type]?.(component, path) ?? []);
}

/** The fault of a component that may not stand where it does. */
export function wrongKind(rule: RefusalName, path: Path, kinds: readonly number[]): FormFault {
  return fault(rule, path, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of ${tuple(kinds)}.`);
}

/** What is wrong with a text. */
export function textFaults({ content }: Component, path: Path): FormFault[] {
  return notWithin('text-length', [...path, 'content'], content?.trim(), LIMITS.componentText);
}

function rowFaults({ components }: Component, path: Path): FormFault[] {
  const at = [...path, 'components'];
  const inner = components ?? [];
  const message = 'The specified component exceeds the maximum width';
  const beside = inner.some(isSelect) ? inner.slice(1) : [];
  return [
    ...notSoMany('row-shape', at, components, 1, LIMITS.buttonsInRow),
    ...beside.map((_, n) => fault('row-shape', [...at, n + 1], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)),
    ...inner.flatMap((it, n) => componentFaultsAt(it, [...at, n], [KIND.button, ...SELECTS])),
  ];
}

function containerFaults(container: Component, path: Path): FormFault[] {
  const inner = container.components ?? [];
  return [
    ...notSoMany('container-shape', [...path, 'components'], container.components, 1, LIMITS.components),
    ...outside('container-shape', [...path, 'accent_color'], container.accent_color, 0, 0xffffff),
    ...inner.flatMap((it, n) => componentFaultsAt(it, [...path, 'components', n], TOP_LEVEL.container)),
  ];
}

function sectionFaults(section: Component, path: Path): FormFault[] {
  const { components, accessory } = section;
  return [
    ...notSoMany('section-shape', [...path, 'components'], components, 1, LIMITS.sectionTexts),
    ...(components ?? []).flatMap((it, n) => componentFaultsAt(it, [...path, 'components', n], [KIND.text])),
    ...(accessory
      ? componentFaultsAt(accessory, [...path, 'accessory'], [KIND.button, KIND.thumbnail])
      : [missing('section-shape', [...path, 'accessory'])]),
  ];
}

function thumbnailFaults({ media, description }: Component, path: Path): FormFault[] {
  return [...mediaFaults(media, [...path, 'media']), ...describedFaults(description, path)];
}

function galleryFaults({ items }: Component, path: Path): FormFault[] {
  return [
    ...notSoMany('gallery-items', [...path, 'items'], items, 1, LIMITS.galleryItems),
    ...(items ?? []).flatMap((item, n) => [
      ...mediaFaults(item.media, [...path, 'items', n, 'media']),
      ...describedFaults(item.description, [...path, 'items', n]),
    ]),
  ];
}

function fileFaults({ file }: Component, path: Path): FormFault[] {
  if (!file) return [missing('file-attached', [...path, 'file'])];
  if (attachedName(file.url)) return [];
  const message = 'Only attachment:// references are supported';
  return [
    fault('file-attached', [...path, 'file', 'url'], 'UNFURLED_MEDIA_ITEM_ATTACHMENT_REQUIRED', message),
  ];
}

function separatorFaults({ spacing }: Component, path: Path): FormFault[] {
  return noChoice('separator-spacing', [...path, 'spacing'], spacing ?? 1, [1, 2]);
}

function mediaFaults(media: Component['media'], path: Path): FormFault[] {
  if (!media) return [missing('media-link', path)];
  return linkFaults('media-link', [...path, 'url'], media.url, ['http', 'https', 'attachment']);
}

function describedFaults(description: string | null | undefined, path: Path): FormFault[] {
  return tooLong('media-description', [...path, 'description'], description, LIMITS.fileDescription);
}
