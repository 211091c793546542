import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MoodringError } from '../../errors.ts';
import type { Track } from '../../domain/playlist.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { readLines } from './lines.ts';

/** The catalogue that comes with the program: one JSON object a line. */
export const EMBEDDED_CATALOGUE = fileURLToPath(
  new URL('../../../data/catalogue/tracks.jsonl', import.meta.url),
);

/**
 * The tracks of a catalogue file, each checked.
 * @throws MoodringError `file-unreadable` (details: `file`, its base name) if it cannot be read or is damaged
 */
export async function readTracks(file = EMBEDDED_CATALOGUE): Promise<readonly Track[]> {
  try {
    return readLines(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
}

/**
 * Loads a catalogue file, by default the embedded one. Takes some 30 ms; load it once and pass it on.
 * @throws MoodringError `file-unreadable` if it cannot be read or is damaged, `catalogue-empty` if it holds no track
 */
export async function loadCatalogue(file = EMBEDDED_CATALOGUE): Promise<Catalogue> {
  return catalogueOf(await readTracks(file));
}
