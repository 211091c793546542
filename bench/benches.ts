import { engines } from './engines/engines.ts';
import { load } from './load/load.ts';
import type { Bench } from './row.ts';

/** Every bench, by the name under which `npm run bench` knows it. */
export const BENCHES: readonly Bench[] = [load, engines];
