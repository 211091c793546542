import { fileURLToPath } from 'node:url';

import type { Words } from './words.ts';

/** The same sign is drawn otherwise in Japan than in China, so each language has a font of its own. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['ja', 'Noto Sans JP'],
  ['zh-CN', 'Noto Sans SC'],
]);

const LATIN = 'Nunito';

/** The files of the fonts that pictures are painted with, regular and bold. */
export const FONT_FILES: readonly string[] = [LATIN, ...FAMILIES.values()]
  .map((family) => family.replaceAll(' ', ''))
  .flatMap((family) => [`${family}-Regular.ttf`, `${family}-Bold.ttf`])
  .map((name) => fileURLToPath(new URL(`../../data/fonts/${name}`, import.meta.url)));

/** A letter is at most this wide on average, by its size; a Chinese or Japanese sign is a square. */
const LETTER = 0.56;
const SIGN = 1;

/** The name of the font that has every letter of a language. */
export function fontFor(t: Words): string {
  return FAMILIES.get(t('language.code')) ?? LATIN;
}

/** How wide a text becomes, at most. */
export function widthOf(text: string, size: number): number {
  const signs = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu)?.length ?? 0;
  return size * (signs * SIGN + (text.length - signs) * LETTER);
}
