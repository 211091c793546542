import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the shared data lies, from the repository's root; a checkout need not have it. */
const SHARED = resolve(import.meta.dirname, '..', process.env['MOODRING_SHARED'] ?? '../shared', 'data');

/** What a test that needs the shared data says when it is skipped. */
export const NEEDS_SHARED_DATA = 'skipped without the shared data: set MOODRING_SHARED';

/** The path of a file or folder under the shared `data/`, or nothing where it is not there. */
export function sharedData(...parts: readonly string[]): string | undefined {
  const path = resolve(SHARED, ...parts);
  return existsSync(path) ? path : undefined;
}
