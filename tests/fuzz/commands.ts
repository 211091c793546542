import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { type Act, type Pause, pauses, together } from './acts.ts';
import { deedOf } from './deeds.ts';
import type { Game } from './game.ts';
import type { Photo } from './photos.ts';
import { play, type Table } from './play.ts';

type Command = fc.AsyncCommand<Game, Table>;

/**
 * All commands: people do something, some of it at once, or time passes.
 * @param most commands there are
 * @param replayPath as fast-check gave it for a game that went wrong
 */
export function commandsOf(photos: readonly Photo[], most: number, replayPath?: string) {
  const some = together(photos).map((acts): Command => new Together(acts));
  const pause = pauses.map((one): Command => new Passing(one));
  const arbitrary = fc.oneof({ weight: 30, arbitrary: some }, { weight: 1, arbitrary: pause });
  return fc.commands([arbitrary], {
    maxCommands: most,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  });
}

class Together implements Command {
  readonly acts: readonly Act[];
  #words = '';

  constructor(acts: readonly Act[]) {
    this.acts = acts;
  }

  check(): boolean {
    return true;
  }

  async run(game: Game, table: Table): Promise<void> {
    const deeds = this.acts.flatMap((act) => deedOf(game, act) ?? []);
    this.#words = deeds.map(({ words }) => words).join(' and ');
    await play(table, game, deeds);
  }

  /** Its words are those of the last run, so each run has one of its own. */
  [fc.cloneMethod](): Together {
    return new Together(this.acts);
  }

  toString(): string {
    return this.#words || 'nothing';
  }
}

/** How long a bot is back before anything is done to its line again, in milliseconds. */
const RESUMED_FOR = 250;

class Passing implements Command {
  readonly pause: Pause;

  constructor(pause: Pause) {
    this.pause = pause;
  }

  check(): boolean {
    return true;
  }

  async run(game: Game, table: Table): Promise<void> {
    game.story.push(this.toString());
    const { clock, discord } = game.subject;
    // A bot that is away for so long, or whose session is void, misses what happens; that is Discord's doing, not the bot's.
    await discord.botIsOnline({ timeoutMs: table.patience });
    // Where a session is void in the very moment it was resumed, discord.js 14.28 ends with an error of its own.
    await sleep(RESUMED_FOR);
    if ('jumps' in this.pause) clock.jump(this.pause.jumps);
    else discord.gateway.invalidate();
    await discord.botIsOnline({ timeoutMs: table.patience });
  }

  toString(): string {
    return 'jumps' in this.pause ? `${this.pause.jumps / 60_000} minutes pass` : 'the session is void';
  }
}
