import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createTurns, type Turns } from '../../src/commands/turns.ts';
import { MoodringError } from '../../src/errors.ts';

/** Work that lasts until it is let go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<string>((resolve) => (open = () => resolve('done')));
  return { open, work: () => opened };
}

setFlagsFromString('--expose-gc');
const collectGarbage = z.function({ output: z.unknown() }).implement(runInNewContext('gc'));

const places = { all: 6, guild: 3, person: 2 };

/** What became of it: the work's result, or the code of the error. */
const outcome = (taken: Promise<string>): Promise<string> =>
  taken.catch((error: unknown) => (error instanceof MoodringError ? error.code : String(error)));

/** Asks for as many turns as there are askers, each written `person@guild`; without a guild it is a direct message. */
function ask(turns: Turns, askers: readonly string[], work: () => Promise<string>): Promise<string>[] {
  return askers.map((asker) => {
    const [person = '', guild] = asker.split('@');
    return outcome(turns.take({ person, guild: guild ?? null }, work));
  });
}

describe('taking turns', () => {
  it('gives one person a few places, and the next one when one of them is done', async () => {
    const turns = createTurns({ places });
    const { open, work } = gate();
    const asked = ask(turns, ['ada@a', 'ada@b', 'ada'], work);
    expect(await asked[2]).toBe('busy-with-yours');
    open();
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'busy-with-yours']);
    expect(await Promise.all(ask(turns, ['ada@a', 'ada@b', 'ada'], work))).toEqual([
      'done',
      'done',
      'busy-with-yours',
    ]);
  });

  it('leaves half of the places to other guilds, and direct messages count for themselves', async () => {
    const turns = createTurns({ places });
    const { open, work } = gate();
    const asked = ask(turns, ['a@x', 'b@x', 'c@x', 'd@x', 'e@y', 'f', 'g', 'h'], work);
    expect(await Promise.all([asked[3], asked[7]])).toEqual(['busy', 'busy']);
    open();
    expect(await Promise.all(asked)).toEqual([
      'done',
      'done',
      'done',
      'busy',
      'done',
      'done',
      'done',
      'busy',
    ]);
  });

  it('works in the order of asking, a few at a time', async () => {
    const turns = createTurns({ places, held: 2 });
    const { open, work } = gate();
    const begun: string[] = [];
    const asked = ['a', 'b', 'c', 'd'].map((person) =>
      turns.take({ person, guild: null }, () => {
        begun.push(person);
        return work();
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);
    open();
    await Promise.all(asked);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place back when the work fails', async () => {
    const turns = createTurns({ places });
    const fails = () => Promise.reject(new MoodringError('no-face'));
    for (let n = 0; n < 10; n += 1)
      expect(await outcome(turns.take({ person: 'ada', guild: 'a' }, fails))).toBe('no-face');
  });

  it('says after how many seconds to try again, by how long the last ones took', async () => {
    const turns = createTurns({ places: { all: 1, guild: 1, person: 1 }, held: 1 });
    for (let n = 0; n < 50; n += 1)
      await turns.take({ person: 'ada', guild: 'a' }, () => Promise.resolve('quick'));
    const { open, work } = gate();
    const held = turns.take({ person: 'ada', guild: 'a' }, work);
    await expect(turns.take({ person: 'ben', guild: 'b' }, work)).rejects.toMatchObject({
      code: 'busy',
      details: { seconds: 1 },
    });
    open();
    await held;
  });

  it('holds no result once it is handed over', async () => {
    const turns = createTurns({ places });
    const results: WeakRef<object>[] = [];
    for (let n = 0; n < 100; n += 1) {
      const result = await turns.take({ person: 'ada', guild: 'a' }, () => Promise.resolve({ n }));
      results.push(new WeakRef(result));
      await setImmediate();
    }
    collectGarbage();
    // The last one may still stand on the stack.
    expect(results.filter((result) => result.deref() !== undefined).length).toBeLessThan(5);
  });

  it('gives up what waits and what runs when it closes, and takes no more', async () => {
    const turns = createTurns({ places, held: 1 });
    const { work } = gate();
    const asked = ask(turns, ['a', 'b'], work);
    turns.close();
    expect(await Promise.all([...asked, ...ask(turns, ['c'], work)])).toEqual([
      'restarting',
      'restarting',
      'restarting',
    ]);
  });
});
