import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lengthText } from '../../src/cards/length-text.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { lengthsLike, readLength } from '../../src/flows/read-length.ts';

const t = wordsFor('en');

describe('readLength', () => {
  it.each([
    ['20', { tracks: 20 }],
    [' 20 tracks ', { tracks: 20 }],
    ['1 track', { tracks: 1 }],
    ['7 Songs', { tracks: 7 }],
    ['100', { tracks: 100 }],
    ['45 min', { minutes: 45 }],
    ['45m', { minutes: 45 }],
    ['90 minutes', { minutes: 90 }],
    ['1 h', { minutes: 60 }],
    ['1 hour', { minutes: 60 }],
    ['1h30', { minutes: 90 }],
    ['1 h 30 min', { minutes: 90 }],
    ['1.5 hours', { minutes: 90 }],
    ['1,5 h', { minutes: 90 }],
    ['5 h', { minutes: 300 }],
    ['1:30', { minutes: 90 }],
    ['0:45', { minutes: 45 }],
    ['half an hour', { minutes: 30 }],
    ['Half hour', { minutes: 30 }],
    ['an hour', { minutes: 60 }],
    ['one hour', { minutes: 60 }],
    ['an hour and a half', { minutes: 90 }],
    ['1 and a half hours', { minutes: 90 }],
    ['1 hour and 30 minutes', { minutes: 90 }],
    ['90m', { minutes: 90 }],
    ['2 hours', { minutes: 120 }],
    ['two hours', { minutes: 120 }],
    ['one track', { tracks: 1 }],
  ])('understands %j', (text, length) => {
    expect(readLength(text)).toEqual(length);
  });

  it.each([
    '',
    '0',
    '101',
    '-5',
    '1.5',
    'x',
    '20 cats',
    '301 min',
    '6 h',
    '0 min',
    'h',
    '1e2',
    '٣',
    'NaN',
    '1:60',
    '1:3',
    '6:00',
    'half',
    'an',
  ])('refuses %j, and says how long lists are', (text) => {
    expect(() => readLength(text)).toThrow(
      expect.objectContaining({ code: 'length-unknown', details: { tracks: 100, minutes: 300 } }),
    );
  });
});

describe('lengthsLike', () => {
  it('offers usual lengths before anything is typed, and what a number may mean', () => {
    expect(lengthsLike('')).toContainEqual({ tracks: 20 });
    expect(lengthsLike('30')).toEqual([{ tracks: 30 }, { minutes: 30 }]);
    expect(lengthsLike('200')).toEqual([{ minutes: 200 }]);
    expect(lengthsLike('1 h')).toEqual([{ minutes: 60 }]);
    expect(lengthsLike('soon')).toEqual([]);
  });

  it('offers nothing that is not understood when it is sent as it is shown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat(400).map(String)), (text) => {
        for (const length of lengthsLike(text)) expect(readLength(lengthText(length, t))).toEqual(length);
      }),
    );
  });
});
