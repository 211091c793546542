import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';

import { csvOf } from '../../src/flows/csv.ts';

const read = (csv: string): unknown => parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

it('is read back as it was, whatever is in a cell', () => {
  const rows = [
    'plain',
    'a "quoted" word',
    'one, two',
    'two\nlines',
    'two\r\nlines',
    'ひと "夏", ok',
    '',
    ' ',
  ].map((text, n) => ({ n: `row ${n}`, text }));
  expect(read(csvOf(rows.map((row) => new Map(Object.entries(row)))))).toEqual(rows);
});

it('has the columns of all its rows, and nothing where a row has none', () => {
  const csv = csvOf([new Map([['a', '1']]), new Map([['b', '2']])]);
  expect(csv).toBe('\uFEFFa,b\r\n1,\r\n,2\r\n');
});

it('leaves numbers below zero what they are', () => {
  const numbers = ['-1', '-0.35', '-1.2e-7'];
  expect(csvOf(numbers.map((text) => new Map([['text', text]])))).toBe(
    `\uFEFFtext\r\n${numbers.map((text) => `${text}\r\n`).join('')}`,
  );
});

it('has no cell that a spreadsheet takes for a formula', () => {
  const sly = ['=1+1', '+1', '-1+1', '-', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'];
  const csv = csvOf(sly.map((text) => new Map([['text', text]])));
  expect(read(csv)).toEqual(sly.map((text) => ({ text: `'${text}` })));
});
