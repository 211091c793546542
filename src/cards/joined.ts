import type { Words } from './words.ts';

/** Texts one after the other, parted as the language parts what is listed, or the clauses of a sentence. */
export function joined(texts: readonly string[], as: 'list' | 'clauses', t: Words): string {
  return texts.join(t(`join.${as}`, { before: '', after: '' }));
}
