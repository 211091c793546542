import type { Wish } from '../../src/music/choose.ts';
import { heldMemory } from '../memory.ts';
import type { Played } from './messages.ts';
import { type Kind, wishesOf } from './wishes.ts';

/** A catalogue that somebody loaded, and their way to choose from it. */
export interface Player {
  readonly size: number;
  readonly idAt: (row: number) => string;
  readonly choose: (wish: Wish) => unknown;
}

/**
 * Loads a catalogue, chooses lists from it, and tells the parent process how long it took and what is held at the end.
 * @param lists how many of each kind
 */
export async function play(load: () => Promise<Player>, lists: number, warmUp: number): Promise<void> {
  const loading = await timed(load);
  const { size, idAt, choose } = loading.result;
  const times = async (kind: Kind): Promise<number[]> => {
    const all: number[] = [];
    for (const wish of wishesOf(kind, warmUp + lists, idAt, size))
      all.push((await timed(() => Promise.resolve(choose(wish)))).ms);
    return all.slice(warmUp);
  };
  const played: Played = {
    load: loading.ms,
    lists: { any: await times('any'), filtered: await times('filtered'), heard: await times('heard') },
    memory: heldMemory(),
  };
  process.send?.(played);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}
