/**
 * A process that races for claims: `node claimer.ts FILE COUNT` opens the store, waits for a line on its standard input,
 * asks for that many claims in an order of its own, and prints those that it got as JSON.
 */
import { once } from 'node:events';

import { claimsIn } from '../../src/memory/claims.ts';
import { openStore } from '../../src/memory/store.ts';

const [file = '', count = '', order = ''] = process.argv.slice(2);
const store = await openStore(file);
const claims = claimsIn(store);
const names = Array.from({ length: Number(count) }, (_, index) => `race:${index}`);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const won: string[] = [];
// One after the other: a thousand at once would be one long turn at the file, and no race.
for (const name of order === 'backwards' ? names.toReversed() : names)
  if (await claims.claim(name, 60_000)) won.push(name);
process.stdout.write(`${JSON.stringify(won)}\n`);
await store.close();
process.exit();
