import type { Lexicon, Role } from './lexicon.ts';
import type { Span, Token } from './tokens.ts';

/** A token or several that make one phrase, and what it does in its sentence. */
export type Phrase = Span &
  ((Role & { readonly loud: boolean }) | Exclude<Token, { kind: 'word' }> | { readonly kind: 'other' });

type Word = Extract<Token, { kind: 'word' }>;

/** A text's tokens as phrases: at every word the longest phrase that the lexicon knows. */
export function phrasesIn(tokens: readonly Token[], { roles, longest }: Lexicon): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index];
    if (token === undefined) break;
    const words = wordsFrom(tokens, index, longest);
    const found = longestMatch(words, roles);
    if (found) {
      const span = { from: token.from, to: found.words.at(-1)?.to ?? token.to };
      phrases.push({ ...found.meaning, ...span, loud: found.words.some(({ loud }) => loud) });
    } else {
      phrases.push(token.kind === 'word' ? { kind: 'other', from: token.from, to: token.to } : token);
    }
    index += found?.words.length ?? 1;
  }
  return phrases;
}

/** The phrases of concern in a text, wherever fillers stand in them; one that only sounds like it hides those within. */
export function concernsIn(tokens: readonly Token[], lexicon: Lexicon): readonly Span[] {
  const { concerns, harmlessTails, fillers, longest } = lexicon;
  const said = tokens.filter((token) => token.kind !== 'word' || !fillers.has(token.word));
  const found: Span[] = [];
  for (let index = 0; index < said.length;) {
    const match = longestMatch(wordsFrom(said, index, longest), concerns);
    const [first, last] = [match?.words[0], match?.words.at(-1)];
    index += match?.words.length ?? 1;
    const meant = match?.meaning === true && !longestMatch(wordsFrom(said, index, longest), harmlessTails);
    if (meant && first && last) found.push({ from: first.from, to: last.to });
  }
  return found;
}

/** The words in a row from `start` on, up to `most`; anything else ends them. */
function wordsFrom(tokens: readonly Token[], start: number, most: number): readonly Word[] {
  const words: Word[] = [];
  for (const token of tokens.slice(start, start + most)) {
    if (token.kind !== 'word') break;
    words.push(token);
  }
  return words;
}

function longestMatch<T>(
  words: readonly Word[],
  meanings: ReadonlyMap<string, T>,
): { readonly words: readonly Word[]; readonly meaning: T } | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    const tried = words.slice(0, length);
    const meaning = meanings.get(tried.map(({ word }) => word).join(' '));
    if (meaning !== undefined) return { words: tried, meaning };
  }
  return undefined;
}
