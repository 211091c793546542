import englishRealWords from '../../data/feelings/real-words.en.json' with { type: 'json' };
import englishValences from '../../data/feelings/valences.en.json' with { type: 'json' };
import englishWords from '../../data/feelings/words.en.json' with { type: 'json' };
import { type Lexicon, lexiconOf } from './lexicon.ts';

const ENGLISH = lexiconOf(englishWords, englishValences, englishRealWords);

/** By the language's own subtag. A new language is a new line here and its files in `data/feelings/`. */
const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([['en', ENGLISH]]);

/** The lexicon of a language (a BCP 47 tag; its region does not matter), English where there is none yet. */
export function lexiconFor(language: string): Lexicon {
  return LEXICONS.get(language.toLowerCase().split('-')[0] ?? '') ?? ENGLISH;
}
