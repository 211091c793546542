import { expect, it } from 'vitest';
import { nameKey, songKey } from '../../src/music/names.ts';

it.each([
  ['Beyoncé', 'BEYONCE'],
  ['The Beatles', 'Beatles'],
  ['A$AP Rocky', 'ASAP Rocky'],
  ['P!nk', 'Pink'],
  ['Simon & Garfunkel', 'Simon and Garfunkel'],
  ['AC/DC', 'ACDC'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

it.each([
  ['Дельфин', 'Земфира'],
  ['オメガトライブ', '山下達郎'],
  ['!!!', '???'],
])('%s and %s are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

it('a song is its title without brackets, and its main artist', () => {
  const song = (title: string, ...artists: [string, ...string[]]) => songKey({ title, artists });
  expect(song('Hello (Remix)', 'Adele', 'Somebody')).toBe(song('hello', 'Adele'));
  expect(song('Hello', 'Adele')).not.toBe(song('Hello', 'Lionel Richie'));
  expect(song("(Don't Fear) The Reaper", 'BÖC')).not.toBe(song('The Reaper', 'BÖC'));
});
