import { many, option, select } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const label = (component: object, more: object = {}): object => ({
  type: 18,
  label: 'Why',
  component,
  ...more,
});
const input = (more: object = {}): object => ({ type: 4, custom_id: 'i', style: 1, ...more });

const refuseForm =
  (form: object): Break =>
  async ({ call, asked }) => {
    const data = { title: 'Taste', custom_id: 'm', components: [label(input())], ...form };
    await call('POST', (await asked()).callback, { type: 9, data });
  };
const refuseInput = (component: object): Break => refuseForm({ components: [label(component)] });

export const forms = {
  'modal-shape': refuseForm({ title: 'x'.repeat(46) }),
  'modal-parts': refuseForm({ components: [{ type: 1, components: [select()] }] }),
  'label-shape': refuseForm({ components: [label(input(), { label: 'x'.repeat(46) })] }),
  'text-input-shape': refuseInput(input({ max_length: 10, value: 'longer than ten' })),
  'input-enabled': refuseInput(select({ disabled: true })),
  'upload-range': refuseInput({ type: 19, custom_id: 'i', max_values: 11 }),
  'group-options': refuseInput({ type: 21, custom_id: 'i', options: many(1, () => option('only')) }),
} satisfies Breaks;
