import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import opentype, { type Font } from 'opentype.js';
import { describe, expect, it } from 'vitest';

import { coverSvg } from '../../src/cards/cover.ts';
import { FONT_FILES, fontFor } from '../../src/cards/fonts.ts';
import { feltMoodSvg, moodSvg } from '../../src/cards/picture.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { emotionScores } from '../../src/domain/emotion.ts';
import { mixtureOf, moodAt, MOOD_NAMES, MOOD_PLACES } from '../../src/domain/mood.ts';
import { lettersOf } from '../../training/fonts/letters.ts';
import { listOfLength } from './lists.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const flat = emotionScores(() => 1);

function fontsOf(family: string) {
  return FONT_FILES.filter((file) => file.includes(`/${family.replaceAll(' ', '')}-`)).map((file) =>
    opentype.parse(new Uint8Array(readFileSync(file)).buffer),
  );
}

/** The signs that a font draws, by what its own table says. */
function drawnBy(font: Font): ReadonlySet<string> {
  const glyphs = Array.from({ length: font.glyphs.length }, (_, index) => font.glyphs.get(index));
  return new Set(glyphs.flatMap(({ unicodes }) => unicodes.map((unicode) => String.fromCodePoint(unicode))));
}

function wordsFileOf(language: string): unknown {
  return JSON.parse(readFileSync(`${ROOT}/data/languages/${language}.json`, 'utf8'));
}

/** Every word that some picture shows in a language. */
function painted(language: string): string {
  const t = wordsFor(language);
  const moods = MOOD_NAMES.map((name) => moodAt(MOOD_PLACES[name]));
  const group = mixtureOf([moodAt(MOOD_PLACES.happy), ...moods]);
  const svgs = [
    moodSvg(flat, group, 9, t, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ...moods.flatMap((mood) => [
      moodSvg(flat, mood, 1, t),
      feltMoodSvg(mood, t),
      coverSvg({ ...listOfLength(3), mood }, t),
    ]),
  ];
  return svgs
    .flatMap((svg) => [...svg.matchAll(/<text .*?<\/text>/gs)].map(([element]) => element))
    .join('')
    .replaceAll(/<[^>]*>/g, '');
}

describe.each(LANGUAGES)('the font for %s', (language) => {
  it('is there, regular and bold, and draws every word of every picture', () => {
    const fonts = fontsOf(fontFor(wordsFor(language)));
    expect(fonts).toHaveLength(2);
    const letters = [...new Set(painted(language).match(/\S/gu))];
    expect(letters.length).toBeGreaterThan(30);
    for (const font of fonts) {
      const drawn = drawnBy(font);
      expect(letters.filter((letter) => !drawn.has(letter))).toEqual([]);
      for (const letter of letters)
        expect(font.charToGlyph(letter).getPath(0, 0, 10).commands.length, letter).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ['ja', 'Noto Sans JP'],
  ['zh-CN', 'Noto Sans SC'],
])('the font that is cut for %s', (language, family) => {
  it('has the shapes of its own country, and names itself', () => {
    expect(fontFor(wordsFor(language))).toBe(family);
    for (const font of fontsOf(family)) expect(font.getEnglishName('fontFamily')).toContain(family);
  });

  it('holds what the language file says and no more; `npm run fonts` cuts it anew', () => {
    const wanted = [...lettersOf(wordsFileOf(language))].toSorted();
    for (const font of fontsOf(family)) expect([...drawnBy(font)].toSorted()).toEqual(wanted);
  });
});

it('fonts weigh little', () => {
  const bytes = FONT_FILES.map((file) => statSync(file).size);
  expect(Math.max(...bytes)).toBeLessThan(300_000);
});

it('a sign that Japan and China draw differently is drawn differently', () => {
  const [japanese, chinese] = ['Noto Sans JP', 'Noto Sans SC'].map(
    (family) => (letter: string) => fontsOf(family)[0]?.charToGlyph(letter).getPath(0, 0, 100).toPathData(1),
  );
  expect(japanese?.('骨')).not.toBe(chinese?.('骨'));
});
