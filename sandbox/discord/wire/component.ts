import { z } from 'zod';

const emoji = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
});

/** A unicode emoji by its name, or one of a guild by its id. */
export type Emoji = z.infer<typeof emoji>;

const option = z.object({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});

/** One thing to pick in a select, a radio group or a checkbox group. */
export type Option = z.infer<typeof option>;

const media = z.object({ url: z.string() });

const galleryItem = z.object({
  media,
  description: z.string().nullish(),
  spoiler: z.boolean().nullish(),
});

const defaultValue = z.object({ id: z.string(), type: z.string() });

/** Discord's numbers for the components. */
export const KIND = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** The styles of a button that behave differently: it links, or it sells. */
export const STYLE = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const;

/** Any component; which fields make sense is a matter of its type and of the rules. */
export const componentShape = z.object({
  type: z.int(),
  id: z.int().nullish(),
  custom_id: z.string().nullish(),
  style: z.int().nullish(),
  label: z.string().nullish(),
  description: z.string().nullish(),
  content: z.string().nullish(),
  emoji: emoji.nullish(),
  url: z.string().nullish(),
  sku_id: z.string().nullish(),
  disabled: z.boolean().nullish(),
  options: z.array(option).nullish(),
  channel_types: z.array(z.int()).nullish(),
  default_values: z.array(defaultValue).nullish(),
  placeholder: z.string().nullish(),
  min_values: z.int().nullish(),
  max_values: z.int().nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  required: z.boolean().nullish(),
  value: z.string().nullish(),
  default: z.boolean().nullish(),
  media: media.nullish(),
  file: media.nullish(),
  items: z.array(galleryItem).nullish(),
  accent_color: z.int().nullish(),
  spoiler: z.boolean().nullish(),
  divider: z.boolean().nullish(),
  spacing: z.int().nullish(),
  get components() {
    return z.array(componentShape).nullish();
  },
  get component() {
    return componentShape.nullish();
  },
  get accessory() {
    return componentShape.nullish();
  },
});

/** A component as a bot sends it. */
export type Component = z.infer<typeof componentShape>;

/** Whether the component is a select of any sort. */
export const isSelect = (component: Component): boolean =>
  component.type === KIND.stringSelect ||
  (component.type >= KIND.userSelect && component.type <= KIND.channelSelect);

/** What a component holds directly, in the order in which it is shown. */
export const innerOf = ({ components, component, accessory }: Component): readonly Component[] => [
  ...(components ?? []),
  ...(component ? [component] : []),
  ...(accessory ? [accessory] : []),
];

/** A component and all that it holds. */
export const withInner = (component: Component): readonly Component[] => [
  component,
  ...innerOf(component).flatMap(withInner),
];

/** The component changed by `change`, and then all that it holds. */
export function mapTree(component: Component, change: (component: Component) => Component): Component {
  const own = change(component);
  const deeper = (it: Component): Component => mapTree(it, change);
  return {
    ...own,
    ...(own.components ? { components: own.components.map(deeper) } : {}),
    ...(own.component ? { component: deeper(own.component) } : {}),
    ...(own.accessory ? { accessory: deeper(own.accessory) } : {}),
  };
}

/** The components with a number each: those that they came with, and the next free ones for the rest. */
export function numbered(components: readonly Component[]): Component[] {
  const given = new Set(components.flatMap(withInner).map((component) => component.id));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (given.has(last));
    return last;
  };
  return components.map((it) =>
    mapTree(it, (component) => ({
      ...component,
      id: component.id === 0 ? next() : (component.id ?? next()),
    })),
  );
}

/** Every link to a picture or file that the component itself shows, with where it stands in the component. */
export function mediaOf({ media, file, items }: Component): readonly MediaLink[] {
  return [
    ...(media ? [{ url: media.url, path: ['media', 'url'] }] : []),
    ...(file ? [{ url: file.url, path: ['file', 'url'] }] : []),
    ...(items ?? []).map((item, at) => ({ url: item.media.url, path: ['items', at, 'media', 'url'] })),
  ];
}

/** A link to a picture or file, and where it stands in its component. */
export interface MediaLink {
  readonly url: string;
  readonly path: readonly (string | number)[];
}
