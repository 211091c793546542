import type { z } from 'zod';

import type { benchContract } from '../src/cli/contract.ts';
import type { Bar } from './bars.ts';

export type BenchJson = z.infer<typeof benchContract>;

/** One thing that was measured, of ours and of others. */
export type Row = BenchJson['rows'][number];

export interface BenchOptions {
  /** How many people ask at once, one level after the other. */
  readonly levels: readonly number[];
  /** How many photos of each set are read at most, instead of the usual number. */
  readonly photos: number | undefined;
  /** OpenCV's face cascade, where it is not in its usual place. */
  readonly cascade: string | undefined;
  /** How many tracks the catalogue of `music` has. */
  readonly tracks: number;
  /** Told what is going on. */
  readonly tell: (line: string) => void;
}

/** Something that can be measured. */
export interface Bench {
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<readonly Row[]>;
  /** What `--check` asks of its rows. */
  readonly bars: readonly Bar[];
}

/** A row with the ratios to its peers; a peer of zero has none. */
export function row(name: string, unit: string, ours: number, peers: Row['peers'] = {}): Row {
  const ratios = Object.entries(peers).flatMap(([peer, theirs]) =>
    theirs === 0 ? [] : [[peer, ours / theirs] as const],
  );
  return { name, unit, ours, peers, ratios: Object.fromEntries(ratios) };
}
