import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { starts } from './acts.ts';
import { commandsOf } from './commands.ts';
import { begin, end } from './frame.ts';
import { Game } from './game.ts';
import { photoPool } from './photos.ts';
import type { Table } from './play.ts';
import type { Subject } from './subject.ts';
import { Watch } from './watch.ts';

/** Commands in a game, at most; half as many on average. */
const LONGEST_GAME = 100;

/** How long one looks for a shorter game that goes wrong too, in milliseconds. */
const SEARCH = 90_000;

/** How long the bot may be busy with what went wrong before the next game, in milliseconds. */
const CALM = 500;

/** The game to play again, from the environment; see {@link FuzzOptions.replay}. */
export const REPLAY = process.env['FUZZ'];

export interface FuzzOptions {
  /** How many random ones there are to be answered, at least; those that frame a game do not count. */
  readonly interactions: number;
  /** How long the bot's last word on an interaction may take, in milliseconds. */
  readonly patience: number;
  /** Whether to look for a shorter game that goes wrong too. */
  readonly shrink?: boolean;
  /** Random games of one's own, or one game to play again: `SEED`, `SEED PATH` or `SEED PATH REPLAYPATH`. */
  readonly replay?: string | undefined;
  /** Told how many are answered, after each game. */
  readonly onGame?: (answered: number) => void;
}

export interface Fuzzed {
  readonly answered: number;
  /** How many were answered with what; see `Outcome.says`. */
  readonly told: ReadonlyMap<string, number>;
  /** What went wrong in the shortest game that was found, and how to play it again; nothing if nothing did. */
  readonly wrong: string | undefined;
}

/** Lets people do at random whatever people can do, and watches that everyone is answered rightly. */
export async function fuzz(subject: Subject, options: FuzzOptions): Promise<Fuzzed> {
  const [seed = String(randomInt(1_000_000_000)), path, replayPath] = options.replay?.split(' ') ?? [];
  let answered = 0;
  const told = new Map<string, number>();
  let games = 0;
  let first: unknown;
  let searchUntil = 0;
  const isOver = (): boolean => {
    if (searchUntil > 0) return performance.now() > searchUntil;
    return path === undefined ? answered >= options.interactions : games > 0;
  };
  const onAnswer = (says: string): void => {
    answered += 1;
    told.set(says, (told.get(says) ?? 0) + 1);
  };

  const photos = await photoPool();
  const game = fc.asyncProperty(
    starts,
    commandsOf(photos, LONGEST_GAME, replayPath),
    async (begun, played) => {
      if (isOver()) return;
      const model = new Game(subject, (games += 1));
      const real: Table = { watch: new Watch(subject), patience: options.patience, onAnswer };
      const frame: Table = { ...real, onAnswer: () => undefined };
      try {
        await begin(frame, model, begun, photos);
        await fc.asyncModelRun(() => ({ model, real }), played);
        await end(frame, model);
        await model.end();
      } catch (error) {
        first ??= error;
        searchUntil ||= performance.now() + SEARCH;
        await sleep(CALM);
        await model.end().catch(() => undefined);
        throw error;
      }
      options.onGame?.(answered);
    },
  );
  const result = await fc.check(game, {
    seed: Number(seed),
    ...(path === undefined ? {} : { path }),
    numRuns: options.interactions,
    endOnFailure: options.shrink === false,
  });
  return { answered, told, wrong: result.failed ? described(result, first) : undefined };
}

function described<T>(result: fc.RunDetails<T>, first: unknown): string {
  const { seed, counterexamplePath, counterexample, errorInstance } = result;
  const [, replayPath = ''] = /replayPath="([^"]*)"/.exec(fc.stringify(counterexample)) ?? [];
  const again = [seed, counterexamplePath, replayPath].join(' ').trim();
  return [
    messageOf(errorInstance),
    `What went wrong first: ${messageOf(first).split('\n')[0]}`,
    `To play it again: FUZZ='${again}'`,
  ].join('\n\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
