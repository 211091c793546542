import { KIND, innerOf, mediaOf, withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { attachedName } from '../wire/file-name.ts';
import { charactersIn } from './characters.ts';
import { fault, repeated, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { componentFaultsAt, TOP_LEVEL } from './layout.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

const AT: Path = ['components'];

/** What is wrong with the components of one message; `v2` says that it has the flag for all their kinds. */
export function componentFaults(components: readonly Component[], v2: boolean): FormFault[] {
  return [
    ...(v2 ? totalFaults(components) : tooLong('row-count', AT, components, LIMITS.rows)),
    ...components.flatMap((it, n) => {
      const kinds: readonly number[] = v2 ? TOP_LEVEL.v2 : TOP_LEVEL.legacy;
      const early = !v2 && TOP_LEVEL.v2.some((kind) => kind === it.type);
      return componentFaultsAt(it, [...AT, n], kinds, early ? 'v2-flag' : 'component-kind');
    }),
    ...idFaults(components),
  ];
}

/** What is wrong with the ids of a message or a form: custom ids and numbers occur once. */
export function idFaults(components: readonly Component[]): FormFault[] {
  const all = components.flatMap((it, n) => withPaths(it, [...AT, n]));
  const named = all.filter(({ component }) => component.custom_id);
  const numbered = all.filter(({ component }) => component.id);
  return [
    ...repeated(named.map((it) => it.component.custom_id)).map(({ at }) =>
      fault(
        'custom-id-unique',
        [...(named[at]?.path ?? AT), 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
    ...repeated(numbered.map((it) => it.component.id)).map(({ at }) =>
      fault(
        'component-id-unique',
        [...(numbered[at]?.path ?? AT), 'id'],
        'COMPONENT_ID_DUPLICATED',
        'Component id cannot be duplicated',
      ),
    ),
  ];
}

/** What is wrong with the `attachment://` links of components, where the message has files of these names. */
export function attachedFaults(components: readonly Component[], names: readonly string[]): FormFault[] {
  const all = components.flatMap((it, n) => withPaths(it, [...AT, n]));
  return all.flatMap(({ component, path }) =>
    mediaOf(component).flatMap((link) => {
      const name = attachedName(link.url);
      if (name === undefined || names.includes(name)) return [];
      const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
      const message = `The referenced attachment ("${link.url}") was not found`;
      return [fault('media-attached', [...path, ...link.path], code, message)];
    }),
  );
}

/** All texts that the components show, in order. */
export const textsOf = (components: readonly Component[]): readonly string[] =>
  components
    .flatMap(withInner)
    .flatMap((it) => (it.type === KIND.text && it.content ? [it.content.trim()] : []));

function totalFaults(components: readonly Component[]): FormFault[] {
  const count = components.flatMap(withInner).length;
  const characters = charactersIn(textsOf(components).join(''));
  const [most, longest] = [LIMITS.components, LIMITS.componentText];
  return [
    ...(count > most
      ? [
          fault(
            'v2-count',
            AT,
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            `Total number of components exceeds the maximum of ${most}`,
          ),
        ]
      : []),
    ...(characters > longest
      ? [
          fault(
            'v2-text-total',
            AT,
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `Components displayable text size exceeds maximum size of ${longest}`,
          ),
        ]
      : []),
  ];
}

interface Placed {
  readonly component: Component;
  readonly path: Path;
}

function withPaths(component: Component, path: Path): Placed[] {
  const listed = component.components?.length ?? 0;
  return [
    { component, path },
    ...innerOf(component).flatMap((inner, n) => {
      const alone = component.component ? 'component' : 'accessory';
      return withPaths(inner, n < listed ? [...path, 'components', n] : [...path, alone]);
    }),
  ];
}
