import { button, many, option, row, select } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const refuseRows =
  (...components: object[]): Break =>
  ({ say }) =>
    say({ components });

export const components = {
  'row-count': refuseRows(...many(6, (n) => row(button({ custom_id: `${n}` })))),
  'row-shape': refuseRows(row(...many(6, (n) => button({ custom_id: `${n}` })))),
  'component-kind': refuseRows(button()),
  'components-v2': refuseRows({ type: 17, components: [] }),
  'button-shape': refuseRows(row(button({ custom_id: undefined }))),
  'button-label': refuseRows(row(button({ label: 'x'.repeat(81) }))),
  'custom-id-length': refuseRows(row(button({ custom_id: 'x'.repeat(101) }))),
  'custom-id-unique': refuseRows(row(button(), button())),
  'select-options': refuseRows(row(select({ options: many(26, (n) => option(`${n}`)) }))),
  'select-option-text': refuseRows(row(select({ options: [option('x'.repeat(101))] }))),
  'select-range': refuseRows(row(select({ max_values: 2 }))),
  'placeholder-length': refuseRows(row(select({ placeholder: 'x'.repeat(151) }))),
  'modal-shape': async ({ call, asked }) => {
    const input = row({ type: 4, custom_id: 'i', style: 1, label: 'Why' });
    const data = { title: 'x'.repeat(46), custom_id: 'm', components: [input] };
    await call('POST', (await asked()).callback, { type: 9, data });
  },
} satisfies Breaks;
