import { z } from 'zod';
import type { MoodPlace } from '../domain/mood.ts';
import { spelledOut, type Spellings } from './spelling.ts';

const unit = z.number().min(-1).max(1);
const phrases = z.array(z.string().min(1));
const factors = z.record(z.string(), z.number().positive());
const group = z.object({ valence: unit, arousal: unit, words: phrases });

/** A language's `data/feelings/words.*.json`; `data/README.md` says what each list does. */
const wordsSchema = z.object({
  language: z.string(),
  feelings: z.array(group),
  things: z.array(group),
  concern: group,
  harmless: phrases,
  harmlessTails: phrases,
  fillers: phrases,
  negators: phrases,
  joiners: phrases,
  stops: phrases,
  turns: phrases,
  ignored: phrases,
  degrees: factors,
  degreesAfter: factors,
  endings: z.array(z.tuple([z.string(), z.string()])),
  spellings: z.record(z.string(), z.string()),
});

const valencesSchema = z.record(z.string(), unit);

/**
 * How much a word or an emoji says of a mood: it names a feeling, it is a thing that goes with one ("beach"), or all
 * we know is how it was rated.
 */
export type Sureness = 'named' | 'thing' | 'rated';

/** What a word or phrase does in a sentence. */
export type Role =
  /** It says how somebody feels, for sure or less so. */
  | { readonly kind: 'feeling'; readonly place: MoodPlace; readonly sureness: Sureness }
  /** It makes the feeling that follows (`before`) or precedes it (`after`) stronger or weaker, by this factor. */
  | { readonly kind: 'degree'; readonly before?: number; readonly after?: number }
  | { readonly kind: 'negator' | 'joiner' | 'stop' | 'turn' | 'ignored' };

/** The words of one language, by their normal form: lower case, spelled out, words joined by one space. */
export interface Lexicon {
  readonly roles: ReadonlyMap<string, Role>;
  /** Phrases that speak of death or self-harm (true), and longer ones that only sound like it (false). */
  readonly concerns: ReadonlyMap<string, boolean>;
  /** What makes a phrase of concern a manner of speaking when it follows ("of laughter"). */
  readonly harmlessTails: ReadonlyMap<string, true>;
  readonly concernPlace: MoodPlace;
  /** Words that may stand anywhere within a phrase of concern. */
  readonly fillers: ReadonlySet<string>;
  /** Words in the longest phrase. */
  readonly longest: number;
  readonly spellings: Spellings;
}

/**
 * A lexicon from its files.
 * @param words a `words.*.json`
 * @param valences word → valence in [−1, 1], from word lists that know no more
 * @param realWords words that look like misspelt feelings and are not
 * @throws ZodError if a file is not what it should be
 */
export function lexiconOf(words: unknown, valences: unknown, realWords: unknown): Lexicon {
  const file = wordsSchema.parse(words);
  const rated = Object.entries(valencesSchema.parse(valences));
  const groups = [...file.feelings, ...file.things, file.concern];
  const spellings: Spellings = {
    variants: new Map(Object.entries(file.spellings)),
    endings: file.endings,
    feelings: new Map(
      groups.flatMap((each) =>
        each.words.filter((phrase) => !phrase.includes(' ')).map((word) => [word, each]),
      ),
    ),
    // What is understood as it stands is no misspelling of something else.
    known: new Set([...everyWordOf(file), ...rated.map(([word]) => word), ...phrases.parse(realWords)]),
  };
  const normal = (phrase: string): string => spelledOut(phrase, spellings).join(' ');
  const roles = new Map<string, Role>([
    ...rated.map(([word, valence]) => [word, feeling(ratedPlace(valence), 'rated')] as const),
    ...(['things', 'feelings'] as const).flatMap((list) =>
      file[list].flatMap(({ valence, arousal, words: all }) =>
        all.map(
          (phrase) =>
            [normal(phrase), feeling({ valence, arousal }, list === 'things' ? 'thing' : 'named')] as const,
        ),
      ),
    ),
    ...degreesOf(file.degrees, file.degreesAfter).map(([phrase, role]) => [normal(phrase), role] as const),
    ...(['ignored', 'negator', 'joiner', 'stop', 'turn'] as const).flatMap((kind) =>
      file[LISTS[kind]].map((phrase) => [normal(phrase), { kind }] as const),
    ),
  ]);
  const fillers = new Set(file.fillers);
  const withoutFillers = (phrase: string): string =>
    spelledOut(phrase, spellings)
      .filter((word) => !fillers.has(word))
      .join(' ');
  const concerns = new Map([
    ...file.concern.words.map((phrase) => [withoutFillers(phrase), true] as const),
    ...file.harmless.map((phrase) => [withoutFillers(phrase), false] as const),
  ]);
  return {
    roles,
    concerns,
    harmlessTails: new Map(file.harmlessTails.map((tail) => [withoutFillers(tail), true])),
    concernPlace: file.concern,
    fillers,
    longest: Math.max(...[...roles.keys(), ...concerns.keys()].map((phrase) => phrase.split(' ').length)),
    spellings,
  };
}

const LISTS = {
  ignored: 'ignored',
  negator: 'negators',
  joiner: 'joiners',
  stop: 'stops',
  turn: 'turns',
} as const;

/**
 * Lists that rate valence alone say something of arousal too: the more pleasant or unpleasant a word, the more arousing
 * (the U shape in Bradley and Lang 1999 and in Warriner et al. 2013).
 */
function ratedPlace(valence: number): MoodPlace {
  return { valence, arousal: 0.4 * valence ** 2 };
}

function feeling(place: MoodPlace, sureness: Sureness): Role {
  return { kind: 'feeling', place, sureness };
}

function degreesOf(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): readonly (readonly [string, Role])[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((phrase) => [
    phrase,
    { kind: 'degree', ...optional('before', before[phrase]), ...optional('after', after[phrase]) },
  ]);
}

function optional<K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> {
  const entry: Partial<Record<K, number>> = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}

function everyWordOf(file: z.infer<typeof wordsSchema>): readonly string[] {
  return [
    ...[...file.feelings, ...file.things].flatMap(({ words }) => words),
    ...file.concern.words,
    ...file.harmless,
    ...file.harmlessTails,
    ...file.fillers,
    ...[file.negators, file.joiners, file.stops, file.turns, file.ignored].flat(),
    ...Object.keys({ ...file.degrees, ...file.degreesAfter }),
  ].flatMap((phrase) => phrase.split(' '));
}
