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

/** How many games are tried to find a shorter one that goes wrong too. */
const MOST_SHRINKS = 60;

/** How long the bot may be busy with what went wrong before the next game, in milliseconds. */
const CALM = 500;

export interface FuzzOptions {
  /** How many random ones there are to be answered, at least; those that frame a game do not count. */
  readonly interactions: number;
  /** How long the bot's last word on an interaction may take, in milliseconds. */
  readonly patience: number;
  /** Whether to look for a shorter game that goes wrong too. */
  readonly shrink?: boolean;
  /** Random games of one's own, or one game to play again: `SEED`, `SEED PATH` or `SEED PATH REPLAYPATH`. */
  readonly replay?: string | undefined;
  /** Told what went wrong first, before the search for a shorter game. */
  readonly onWrong?: (error: unknown) => void;
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
  const [seed = String(Date.now() % 1_000_000_000), path, replayPath] = options.replay?.split(' ') ?? [];
  let answered = 0;
  const told = new Map<string, number>();
  let games = 0;
  let searching = false;
  const isEnough = () => (path === undefined ? answered >= options.interactions : games > 0);
  const onAnswer = (says: string): void => {
    answered += 1;
    told.set(says, (told.get(says) ?? 0) + 1);
  };

  const photos = await photoPool();
  const commands = fc.limitShrink(commandsOf(photos, LONGEST_GAME, replayPath), MOST_SHRINKS);

  const game = fc.asyncProperty(starts, commands, async (started, played) => {
    if (isEnough() && !searching) return;
    const model = new Game(subject, (games += 1));
    const real: Table = { watch: new Watch(subject), patience: options.patience, onAnswer };
    const frame: Table = { ...real, onAnswer: () => undefined };
    try {
      await begin(frame, model, started, photos);
      await fc.asyncModelRun(() => ({ model, real }), played);
      await end(frame, model);
    } catch (error) {
      searching = true;
      await sleep(CALM);
      throw error;
    } finally {
      model.end();
    }
    options.onGame?.(answered);
  });
  const result = await fc.check(game, {
    seed: Number(seed),
    ...(path === undefined ? {} : { path }),
    numRuns: options.interactions,
    endOnFailure: options.shrink === false,
  });
  return { answered, told, wrong: result.failed ? described(result) : undefined };
}

function described<T>(result: fc.RunDetails<T>): string {
  const { seed, counterexamplePath, counterexample, errorInstance } = result;
  const [, replayPath = ''] = /replayPath="([^"]*)"/.exec(fc.stringify(counterexample)) ?? [];
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${what}\n\nTo play it again: FUZZ='${[seed, counterexamplePath, replayPath].join(' ').trim()}'`;
}
