/** A part of a file: the first byte and the one behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The part that a Range header asks for: null for all of it, as for units and lists of ranges that a server may ignore
 * (RFC 9110, 14.2), and 'beyond' when it starts behind the end.
 */
export function spanOf(header: string | undefined, size: number): Span | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= size ? 'beyond' : { start, end };
}
