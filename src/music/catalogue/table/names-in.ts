/** A list begins with a quote; "[bsd.u]" is a name. */
const LIST = /^\[\s*(?:['"].*)?\]$/s;

/** One text of a list as Python writes it: `'Sting'`, or `"Guns N' Roses"`. */
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;

/** The names in a cell: `['A', 'B']` as Python writes a list, `A;B`, or one name. */
export function namesIn(cell: string): readonly string[] {
  const text = cell.trim();
  const names = LIST.test(text)
    ? [...text.matchAll(QUOTED)].map(([, single, double]) => unescaped(single ?? double ?? ''))
    : text.split(';');
  return names.map((name) => name.trim()).filter((name) => name !== '');
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
