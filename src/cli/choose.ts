import { wordsFor } from '../cards/words.ts';
import { arcOf, INTENTS } from '../domain/arc.ts';
import { type Mood, moodAt } from '../domain/mood.ts';
import { type Length, LONGEST_LIST, POPULARITIES } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';
import { readFeeling } from '../feelings/feelings.ts';
import { intentFor } from '../flows/answer-feeling.ts';
import { LIST_LENGTH } from '../flows/answer-mood.ts';
import { readFilters } from '../flows/read-filters.ts';
import { loadCatalogue } from '../music/catalogue/load.ts';
import { choose } from '../music/choose.ts';
import { newSeed } from '../music/random.ts';
import { loadDotEnv, readSettings } from '../settings.ts';
import { chooseContract } from './contract.ts';
import { listOutput, picksJson } from './list-output.ts';
import { runProgram } from './program.ts';

const USAGE = [
  `npm run choose -- (--valence V --arousal A (each -1 to 1) | --emoji E | --feeling WORDS) [--intent ${INTENTS.join('|')}]`,
  `[--count 1–${LONGEST_LIST.tracks} | --minutes 1–${LONGEST_LIST.minutes}] [--genre G] [--decade 80s] [--artist A]`,
  `[--popularity ${POPULARITIES.join('|')}] [--seed S] [--json]`,
].join(' ');
const t = wordsFor('en');

await runProgram({
  usage: USAGE,
  options: {
    valence: { type: 'string' },
    arousal: { type: 'string' },
    emoji: { type: 'string' },
    feeling: { type: 'string' },
    intent: { type: 'string', default: 'match' },
    count: { type: 'string' },
    minutes: { type: 'string' },
    genre: { type: 'string' },
    decade: { type: 'string' },
    artist: { type: 'string' },
    popularity: { type: 'string', default: 'mixed' },
    seed: { type: 'string' },
  },
  contract: chooseContract,
  run: async ({ values, positionals }) => {
    const intent = INTENTS.find((known) => known === values.intent);
    const popularity = POPULARITIES.find((known) => known === values.popularity);
    if (!intent || !popularity || positionals.length > 0) throw misused();
    const { mood, concern } = moodIn(values);
    const length = lengthIn(values);
    const seed = values.seed === undefined ? newSeed() : wholeNumberIn(values.seed, 0, 2 ** 32 - 1);

    loadDotEnv();
    const catalogue = await loadCatalogue(readSettings().catalogue);
    const filters = readFilters(catalogue, { ...values, popularity });
    const playlist = choose(catalogue, {
      mood,
      intent: intentFor({ concern }, intent),
      length,
      filters,
      seed,
    });
    if (playlist.picks.length === 0) throw new MoodringError('nothing-fits');
    const slots = 'tracks' in length ? length.tracks : playlist.picks.length;
    const arc = arcOf(mood, playlist.intent, slots).map(({ valence, arousal }) => ({ valence, arousal }));
    const help = concern ? `${t('feeling.concern')}\n\n` : '';
    return { json: { arc, picks: picksJson(playlist, t) }, text: `${help}${listOutput(playlist, t)}` };
  },
});

type Values = Readonly<
  Partial<Record<'valence' | 'arousal' | 'emoji' | 'feeling' | 'count' | 'minutes', string>>
>;

/** A mood by its place, or as it is told; not by both. */
function moodIn({ valence, arousal, emoji, feeling }: Values): { mood: Mood; concern: boolean } {
  const told = emoji !== undefined || feeling !== undefined;
  if (told && (valence !== undefined || arousal !== undefined)) throw misused();
  if (told) return readFeeling({ emoji, words: feeling });
  const place = { valence: numberIn(valence, -1, 1), arousal: numberIn(arousal, -1, 1) };
  return { mood: moodAt(place), concern: false };
}

function lengthIn({ count, minutes }: Values): Length {
  if (minutes === undefined)
    return { tracks: count === undefined ? LIST_LENGTH : wholeNumberIn(count, 1, LONGEST_LIST.tracks) };
  if (count !== undefined) throw misused();
  return { minutes: numberIn(minutes, 1, LONGEST_LIST.minutes) };
}

function wholeNumberIn(text: string, least: number, most: number): number {
  const value = numberIn(text, least, most);
  if (!Number.isInteger(value)) throw misused();
  return value;
}

function numberIn(text: string | undefined, least: number, most: number): number {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  if (!(value >= least && value <= most)) throw misused();
  return value;
}

function misused(): MoodringError {
  return new MoodringError('usage', { usage: USAGE });
}
