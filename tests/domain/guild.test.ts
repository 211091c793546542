import { describe, expect, it } from 'vitest';

import { isQuiet, isTimeZone, mayUse, type QuietHours, UNSET, watchedIn } from '../../src/domain/guild.ts';

const quietAt = (quiet: QuietHours, at: string) => isQuiet({ ...UNSET, quiet }, new Date(at));

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60, zone: 'Europe/Berlin' };

  it.each([
    ['21:59', '2026-01-15T20:59:59Z', false],
    ['22:00', '2026-01-15T21:00:00Z', true],
    ['midnight', '2026-01-15T23:00:00Z', true],
    ['6:59', '2026-01-16T05:59:59Z', true],
    ['7:00', '2026-01-16T06:00:00Z', false],
    ['22:00 in summer', '2026-07-15T20:00:00Z', true],
    ['21:59 in summer', '2026-07-15T19:59:00Z', false],
  ])('over midnight, in their own time zone: %s', (_, at, quiet) => {
    expect(quietAt(night, at)).toBe(quiet);
  });

  it('within a day', () => {
    const siesta = { from: 13 * 60, to: 14 * 60 + 30, zone: 'UTC' };
    expect(
      ['12:59', '13:00', '14:29', '14:30'].map((time) => quietAt(siesta, `2026-01-01T${time}:00Z`)),
    ).toEqual([false, true, true, false]);
  });

  it('are never where there are none', () => {
    expect(isQuiet(UNSET, new Date())).toBe(false);
  });
});

it('watches channels only after the confirmation', () => {
  const settings = { ...UNSET, channels: ['1', '2'] };
  expect(watchedIn(settings)).toEqual([]);
  expect(watchedIn({ ...settings, confirmed: '2026-01-01T00:00:00.000Z' })).toEqual(['1', '2']);
});

it('may be used by everyone, or by whoever has one of the roles', () => {
  expect(mayUse(UNSET, [])).toBe(true);
  expect(mayUse({ ...UNSET, roles: ['1', '2'] }, ['3', '2'])).toBe(true);
  expect(mayUse({ ...UNSET, roles: ['1', '2'] }, ['3'])).toBe(false);
});

it('knows time zones', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
