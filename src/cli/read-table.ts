import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { MoodringError } from '../errors.ts';
import { readInput } from './program.ts';

/**
 * The records of a CSV file, plain or gzipped, by column name.
 * @throws MoodringError `file-unreadable` with its name
 */
export async function readTable(file: string): Promise<readonly unknown[]> {
  try {
    const bytes = await readInput(file);
    return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
  } catch (cause) {
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
}
