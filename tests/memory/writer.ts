/**
 * A second process for the tests of the store: `node writer.ts FILE NAME COUNT` opens the store and writes that many
 * values under its own name.
 */
import { openStore } from '../../src/memory/store.ts';

const [file = '', name = '', count = ''] = process.argv.slice(2);
const store = await openStore(file);
for (let index = 0; index < Number(count); index += 1) await store.set(`${name}:${index}`, { name, index });
await store.close();
