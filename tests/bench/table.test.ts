import { expect, it } from 'vitest';
import { row } from '../../bench/row.ts';
import { tableOf } from '../../bench/table.ts';

it('prints ours beside each peer, and leaves empty what a peer has not', () => {
  const machine = { cpu: 'Some CPU', cores: 2, memoryGb: 8, node: 'v24.0.0' };
  const rows = [row('acknowledged', 'ms', 12, { bare: 5 }), row('let down', 'uses', 0)];
  expect(tableOf({ machine, rows })).toBe(
    [
      'Some CPU, 2 cores, 8 GB, Node v24.0.0',
      '',
      '                   ours  bare  ÷ bare',
      'acknowledged (ms)    12     5     2.4',
      'let down (uses)       0',
      '',
    ].join('\n'),
  );
});
