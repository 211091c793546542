import { expect, it } from 'vitest';
import { row } from '../../../bench/row.ts';
import { chartOf } from '../../../bench/vision/chart.ts';
import { tablesOf } from '../../../bench/vision/tables.ts';

const ROWS = [
  row('vision on wasm: one face of 1920 px', 'ms', 40, { 'face-api tiny': 80, human: 50 }),
  row('vision on wasm: peak memory', 'MB', 250, { 'face-api tiny': 300, human: 200 }),
  row('vision on wasm: clear faces missed', 'of 27', 0, { 'face-api tiny': 3, human: 0 }),
  row('vision on wasm: hard faces missed', 'of 43', 2, { 'face-api tiny': 15, human: 0 }),
  row('vision on wasm: false alarms', 'of 119', 1, { 'face-api tiny': 4 }),
];

it('stand in a table for each engine, ratios behind the times alone', () => {
  expect(tablesOf(ROWS)).toBe(
    [
      '## On wasm',
      '',
      '|  | Moodring | face-api, Tiny | human |',
      '| --- | ---: | ---: | ---: |',
      '| one face of 1920 px (ms) | 40 | 80 (0.50) | 50 (0.80) |',
      '| peak memory (MB) | 250 | 300 | 200 |',
      '| clear faces missed (of 27) | 0 | 3 | 0 |',
      '| hard faces missed (of 43) | 2 | 15 | 0 |',
      '| false alarms (of 119) | 1 | 4 |  |',
    ].join('\n'),
  );
});

it('are drawn as bars as long as they are large, and not at all where a figure is missing', () => {
  const svg = chartOf(ROWS);
  const widths = [...svg.matchAll(/<rect x="\d+" y="\d+" width="(\d+)"/g)].map((bar) => Number(bar[1]));
  // Three times, the mistakes of two (of the third one kind was not counted), three peaks.
  expect(widths).toEqual([108, 216, 135, 29, 216, 180, 216, 144]);
  expect(svg).toContain('>22</text>');
});
