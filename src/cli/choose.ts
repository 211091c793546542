import { wordsFor } from '../cards/words.ts';
import { arcOf, INTENTS } from '../domain/arc.ts';
import { moodAt } from '../domain/mood.ts';
import { MoodringError } from '../errors.ts';
import { LIST_LENGTH } from '../flows/answer-mood.ts';
import { loadCatalogue } from '../music/catalogue/load.ts';
import { choose, LONGEST_LIST } from '../music/choose.ts';
import { newSeed } from '../music/random.ts';
import { chooseContract } from './contract.ts';
import { listOutput, picksJson } from './list-output.ts';
import { runProgram } from './program.ts';

const USAGE = `npm run choose -- --valence V --arousal A (each -1 to 1) [--intent ${INTENTS.join('|')}] [--count 1–${LONGEST_LIST}] [--seed S] [--json]`;
const t = wordsFor('en');

await runProgram({
  usage: USAGE,
  options: {
    valence: { type: 'string' },
    arousal: { type: 'string' },
    intent: { type: 'string', default: 'match' },
    count: { type: 'string', default: String(LIST_LENGTH) },
    seed: { type: 'string' },
  },
  contract: chooseContract,
  run: async ({ values, positionals }) => {
    const intent = INTENTS.find((known) => known === values.intent);
    const valence = numberIn(values.valence, -1, 1);
    const arousal = numberIn(values.arousal, -1, 1);
    const count = numberIn(values.count, 1, LONGEST_LIST);
    const seed = values.seed === undefined ? newSeed() : numberIn(values.seed, 0, 2 ** 32 - 1);
    if (!intent || !Number.isInteger(count) || !Number.isInteger(seed) || positionals.length > 0)
      throw new MoodringError('usage', { usage: USAGE });

    const mood = moodAt({ valence, arousal });
    const playlist = choose(await loadCatalogue(), { mood, intent, count, seed });
    const arc = arcOf(mood, intent, count).map((slot) => ({ valence: slot.valence, arousal: slot.arousal }));
    return { json: { arc, picks: picksJson(playlist, t) }, text: listOutput(playlist, t) };
  },
});

function numberIn(text: string | undefined, least: number, most: number): number {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  if (!(value >= least && value <= most)) throw new MoodringError('usage', { usage: USAGE });
  return value;
}
