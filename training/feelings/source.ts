import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A file of an installed package as text. */
export async function readSource(file: string): Promise<string> {
  return readFile(require.resolve(file), 'utf8');
}
