import { z } from 'zod';

const emoji = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
});

const option = z.object({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});

/** Discord's numbers for the components that the sandbox knows. */
export const KIND = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  text: 10,
  label: 18,
  fileUpload: 19,
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
  placeholder: z.string().nullish(),
  min_values: z.int().nullish(),
  max_values: z.int().nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  required: z.boolean().nullish(),
  value: z.string().nullish(),
  get components() {
    return z.array(componentShape).nullish();
  },
  get component() {
    return componentShape.nullish();
  },
});

/** A component as a bot sends it. */
export type Component = z.infer<typeof componentShape>;

/** Whether the component is a select of any sort. */
export const isSelect = (component: Component): boolean =>
  component.type === KIND.stringSelect ||
  (component.type >= KIND.userSelect && component.type <= KIND.channelSelect);

/** A component and all that it holds. */
export function withInner(component: Component): Component[] {
  const inner = [...(component.components ?? []), ...(component.component ? [component.component] : [])];
  return [component, ...inner.flatMap(withInner)];
}
