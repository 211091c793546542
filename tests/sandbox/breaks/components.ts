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
  'component-id-unique': refuseRows({ ...row(button({ id: 7 })), id: 7 }),
  'button-shape': refuseRows(row(button({ custom_id: undefined }))),
  'button-label': refuseRows(row(button({ label: 'x'.repeat(81) }))),
  'button-url': refuseRows(row({ type: 2, style: 5, label: 'Play', url: 'steam://run/730' })),
  'component-emoji': refuseRows(row(button({ emoji: { name: '▲' } }))),
  'custom-id-length': refuseRows(row(button({ custom_id: 'x'.repeat(101) }))),
  'custom-id-unique': refuseRows(row(button(), button())),
  'select-options': refuseRows(row(select({ options: many(26, (n) => option(`${n}`)) }))),
  'select-option-text': refuseRows(row(select({ options: [option('x'.repeat(101))] }))),
  'select-range': refuseRows(row(select({ max_values: 2 }))),
  'select-defaults': refuseRows(
    row({ type: 5, custom_id: 's', default_values: [{ id: '111111111111111111', type: 'role' }] }),
  ),
  'select-channel-types': refuseRows(row({ type: 8, custom_id: 's', channel_types: [99] })),
  'placeholder-length': refuseRows(row(select({ placeholder: 'x'.repeat(151) }))),
} satisfies Breaks;
