/** A cell that a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;

/** A number below zero begins like one, and is to stay a number. */
const NUMBER = /^-\d+(?:\.\d+)?(?:e-?\d+)?$/;

/**
 * A table as RFC 4180 has it, in UTF-8 with a mark of that, without which spreadsheets take it for something else. A cell
 * that would be a formula begins with an apostrophe.
 * @param rows cells by the names of their columns; the columns stand in the order in which they first come
 */
export function csvOf(rows: readonly ReadonlyMap<string, string>[]): string {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return `\uFEFF${lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
