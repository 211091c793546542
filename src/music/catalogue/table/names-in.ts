/** A list begins with a quote; "[bsd.u]" is a name. */
const LIST = /^\[\s*(?:['"].*)?\]$/s;

/** One text of a list as Python writes it: `'Sting'`, or `"Guns N' Roses"`. */
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;

/** What stands between the names of a cell; a comma may also stand within a name ("Tyler, The Creator"). */
export type Separator = ';' | ',' | ', ';

const SEPARATORS: Readonly<Record<Separator, RegExp>> = {
  ';': /;/,
  // None of "10,000 Maniacs".
  ',': /(?<!\d),(?=\S)|,(?=[^\s\d])/,
  ', ': /(?<!\\),/,
};

/** The names in a cell: `['A', 'B']` as Python writes a list, `A;B`, or one name. */
export function namesIn(cell: string, separator: Separator = ';'): readonly string[] {
  const text = cell.trim();
  const names = LIST.test(text)
    ? [...text.matchAll(QUOTED)].map(([, single, double]) => unescaped(single ?? double ?? ''))
    : text.split(SEPARATORS[text.includes(';') ? ';' : separator]);
  return names.map((name) => name.trim().replaceAll('\\,', ',')).filter((name) => name !== '');
}

/**
 * What stands between the names in the cells of a playlist that Exportify wrote: semicolons since the summer of 2025,
 * commas without a blank before; commas with one at watsonbox.github.io, those within names after a backslash. Where one
 * of the first two is seen, a comma with a blank is part of a name.
 */
export function separatorIn(cells: readonly string[]): Separator {
  if (cells.some((cell) => cell.includes(';'))) return ';';
  return cells.some((cell) => namesIn(cell, ',').length > 1) ? ',' : ', ';
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi,
    (_, byte?: string, unit?: string, as = '') => {
      const code = byte ?? unit;
      return code === undefined ? String(as) : String.fromCharCode(parseInt(code, 16));
    },
  );
}
