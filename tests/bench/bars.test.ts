import { expect, it } from 'vitest';
import { missedBars } from '../../bench/bars.ts';
import { row } from '../../bench/row.ts';

const ROWS = [
  row('load 1: acknowledged', 'ms', 12, { bare: 4 }),
  row('load 50: acknowledged', 'ms', 1001, { bare: 4 }),
  row('load 50: let down', 'uses', 0),
];

it('names every row that misses its bar, and no other', () => {
  expect(missedBars(ROWS, [{ rows: /acknowledged$/, atMost: 1000 }])).toEqual([
    'load 50: acknowledged: 1001 ms, at most 1000',
  ]);
  expect(missedBars(ROWS, [{ rows: /let down$/, atMost: 0 }])).toEqual([]);
});

it('compares with a peer where it is told to', () => {
  expect(missedBars(ROWS, [{ rows: /^load 1: acknowledged/, against: 'bare', atMost: 2.5 }])).toEqual([
    'load 1: acknowledged: 3 times bare, at most 2.5 times',
  ]);
  expect(missedBars(ROWS, [{ rows: /^load 1: acknowledged/, against: 'bare', atMost: 3 }])).toEqual([]);
});

it('does not take for reached what was not measured', () => {
  expect(missedBars(ROWS, [{ rows: /memory/, atMost: 1 }])).toEqual(['nothing was measured for memory']);
});

it('compares with nobody who measured zero', () => {
  expect(row('late', 'ms', 3, { bare: 0 })).toMatchObject({ peers: { bare: 0 }, ratios: {} });
});
