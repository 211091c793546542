import { expect, it } from 'vitest';
import { namesIn } from '../../../../src/music/catalogue/table/names-in.ts';

it.each([
  ['Sting', ['Sting']],
  [' Sting ; The Police;', ['Sting', 'The Police']],
  ["['Sting', 'The Police']", ['Sting', 'The Police']],
  [`["Guns N' Roses", 'A "B" C']`, ["Guns N' Roses", 'A "B" C']],
  [
    String.raw`['Sinéad O\'Connor', 'a\\b', 'x\xa0y', '\u00e9']`,
    ["Sinéad O'Connor", 'a\\b', 'x\u00a0y', 'é'],
  ],
  ["['Earth, Wind & Fire']", ['Earth, Wind & Fire']],
  ['[:SITD:]', ['[:SITD:]']],
  ['[]', []],
  ['', []],
])('finds the names in %s', (cell, names) => {
  expect(namesIn(cell)).toEqual(names);
});
