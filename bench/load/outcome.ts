import { LIMITS, type Message, type Use } from '../../sandbox/discord/index.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { ERROR_CODES, type ErrorCode } from '../../src/errors.ts';

/** What a person got: what they asked for, a word to come back later, or neither. */
export type Ending = 'answered' | 'told to wait' | 'let down';

/** What became of one `/mood`, in milliseconds since it was sent. */
export interface Outcome {
  readonly ending: Ending;
  readonly acknowledgedMs: number;
  readonly endedMs: number;
}

/** Discord itself gives an answer up after 15 minutes; a little later than that, all is known. */
const PATIENT = { timeoutMs: LIMITS.tokenMs + 10_000 };

/** Waits for the end of a `/mood`. One that is never acknowledged counts as the three seconds that Discord waits. */
export async function outcomeOf(use: Use): Promise<Outcome> {
  const ending = await endingOf(use);
  const { acknowledgedAfterMs, createdAt } = use.interaction;
  return {
    ending,
    acknowledgedMs: acknowledgedAfterMs ?? LIMITS.firstResponseMs,
    endedMs: Date.now() - createdAt,
  };
}

async function endingOf(use: Use): Promise<Ending> {
  if ((await use.settled(PATIENT)) === 'failed') return 'let down';
  // Where the public "thinking…" was taken away, the person is told in a message of their own.
  const last = await use.reply(PATIENT).catch(() => use.nextMessage(PATIENT));
  const code = ERROR_CODES.find((known) => says(last, known));
  if (code === undefined) return 'answered';
  return code.startsWith('busy') ? 'told to wait' : 'let down';
}

const t = wordsFor('en');

/** Whether a message is the sentence for an error, whatever is filled in. */
function says({ json }: Message, code: ErrorCode): boolean {
  const said = [json.content, ...json.embeds.map(({ description }) => description ?? '')].join('\n');
  const sentence = t(`error.${code}`, { skipInterpolation: true });
  return sentence.split(/\{\{.*?\}\}/).every((part) => said.includes(part));
}
