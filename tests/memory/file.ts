import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/memory/store.ts';

/** A folder of the running test's own, gone after it. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed after the running test; without a file, on one of its own. */
export async function testStore(file?: string): Promise<Store> {
  const store = await openStore(file ?? join(await testFolder(), 'test.sqlite'));
  onTestFinished(() => store.close());
  return store;
}
