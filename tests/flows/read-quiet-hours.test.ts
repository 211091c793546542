import { expect, it } from 'vitest';

import { readQuietHours } from '../../src/flows/read-quiet-hours.ts';

it.each([
  ['22:00', '7:00', 'Europe/Berlin', { from: 1320, to: 420, zone: 'Europe/Berlin' }],
  [' 22 ', '7', 'europe/berlin', { from: 1320, to: 420, zone: 'Europe/Berlin' }],
  ['2200', '06.30', 'America/New York', { from: 1320, to: 390, zone: 'America/New_York' }],
  ['２２：００', '0:05', '', { from: 1320, to: 5, zone: 'UTC' }],
  ['', '  ', 'nowhere', undefined],
])('reads %s to %s in %s', (from, to, zone, hours) => {
  expect(readQuietHours({ from, to, zone })).toEqual(hours);
});

it.each([
  ['22:00', '', 'UTC', 'hours-unknown'],
  ['24:00', '7:00', 'UTC', 'hours-unknown'],
  ['22:60', '7:00', 'UTC', 'hours-unknown'],
  ['ten', 'seven', 'UTC', 'hours-unknown'],
  ['7:00', '07:00', 'UTC', 'hours-unknown'],
  ['22:00', '7:00', 'Mars/Olympus', 'zone-unknown'],
])('refuses %s to %s in %s', (from, to, zone, code) => {
  expect(() => readQuietHours({ from, to, zone })).toThrow(expect.objectContaining({ code }));
});
