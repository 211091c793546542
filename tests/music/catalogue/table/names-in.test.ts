import { expect, it } from 'vitest';
import { namesIn, separatorIn } from '../../../../src/music/catalogue/table/names-in.ts';

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

it.each([
  ['semicolons', ['Tyler, The Creator', 'A;B'], [['Tyler, The Creator'], ['A', 'B']]],
  [
    'tight commas',
    ['Tyler, The Creator,A$AP Rocky', '10,000 Maniacs'],
    [['Tyler, The Creator', 'A$AP Rocky'], ['10,000 Maniacs']],
  ],
  [
    'wide commas',
    ['Daft Punk, Nile Rodgers', 'Tyler\\, The Creator, Kali Uchis'],
    [
      ['Daft Punk', 'Nile Rodgers'],
      ['Tyler, The Creator', 'Kali Uchis'],
    ],
  ],
  ['one name a cell', ['Sting', 'Björk'], [['Sting'], ['Björk']]],
])('tells %s between names by the whole column', (_, cells, names) => {
  const separator = separatorIn(cells);
  expect(cells.map((cell) => namesIn(cell, separator))).toEqual(names);
});
