import type { FeltMood, FeltPart } from '../domain/feeling.ts';
import { mixtureOf } from '../domain/mood.ts';
import { MoodringError } from '../errors.ts';
import { concernsInOtherLanguages } from './concern.ts';
import { lexiconFor } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import { mixtureOfTold } from './mixture.ts';
import { concernsIn, phrasesIn } from './phrases.ts';
import { toldIn, type Told } from './sentence.ts';
import { emojisIn, type Span, tokensIn } from './tokens.ts';

/** Longer texts are read this far, in UTF-16 code units. A line says how somebody feels; a letter says too much. */
export const LONGEST_FEELING = 500;

/** Next to this the rest of the line is small talk. */
const CONCERN_WEIGHT = 2;

/**
 * The mood of the emojis in a text: every emoji of Unicode has a place, several mix by how often they stand there.
 * Words beside them go unread.
 * @returns undefined if there is no emoji in it
 */
export function moodOfEmoji(text: string): FeltMood | undefined {
  const read = beginningOf(text);
  return feltMood(read, toldIn(emojisIn(read).map((emoji) => ({ ...emoji, kind: 'emoji' }))), false);
}

/**
 * The mood that a line of words tells, by a lexicon: words and idioms of feeling with what grades or turns them, and the
 * emojis and emoticons among them. Mixed feelings give a mood of several points; what follows "but" weighs more.
 * @param language a BCP 47 tag; English where there is no lexicon for it
 * @returns undefined if nothing in it is understood
 */
export function moodOfWords(text: string, language = 'en'): FeltMood | undefined {
  const read = beginningOf(text);
  const lexicon = lexiconFor(language);
  const tokens = tokensIn(read, lexicon.spellings);
  const concerns = [...concernsIn(tokens, lexicon), ...concernsInOtherLanguages(read)];
  const told = toldIn(phrasesIn(tokens, lexicon)).filter(
    (each) => !concerns.some((concern) => overlap(concern, each)),
  );
  const all = [...told, ...concerns.map((span) => concernTold(span, lexicon))];
  return feltMood(
    read,
    all.toSorted((a, b) => a.from - b.from),
    concerns.length > 0,
  );
}

/**
 * The mood that somebody tells in an emoji, in words, or both, each then counting half; words in place of an emoji are
 * read too (`:)`, `:sob:`, the name of a server's own emoji).
 * @throws MoodringError `feeling-unknown`, or `emoji-unknown` where there was only an emoji, if nothing is understood
 */
export function readFeeling(
  { emoji = '', words = '' }: { readonly emoji?: string | undefined; readonly words?: string | undefined },
  language = 'en',
): FeltMood {
  const [shown, said] = [moodOfWords(emoji, language), moodOfWords(words, language)];
  if (shown && said)
    return {
      mood: mixtureOf([shown.mood, said.mood]),
      parts: [...shown.parts, ...said.parts],
      concern: shown.concern || said.concern,
    };
  const felt = shown ?? said;
  if (!felt) throw new MoodringError(words.trim() === '' ? 'emoji-unknown' : 'feeling-unknown');
  return felt;
}

function feltMood(text: string, told: readonly Told[], concern: boolean): FeltMood | undefined {
  const [first, ...rest] = told;
  if (!first) return undefined;
  const part = ({ from, to, place }: Told): FeltPart => ({ ...place, text: text.slice(from, to), from, to });
  return { mood: mixtureOfTold([first, ...rest]), parts: [part(first), ...rest.map(part)], concern };
}

/** Spoken of death, a feeling is taken at its word whatever stands around it. */
function concernTold({ from, to }: Span, { concernPlace: { valence, arousal } }: Lexicon): Told {
  return { from, to, place: { valence, arousal }, weight: CONCERN_WEIGHT, spread: 0.15 };
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Half of a character that the cut split is left out. */
function beginningOf(text: string): string {
  return text.slice(0, LONGEST_FEELING).replace(/[\uD800-\uDBFF]$/, '');
}
