import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MoodringError } from '../../errors.ts';
import type { Track } from '../../domain/playlist.ts';
import { catalogueOn, type Catalogue } from './catalogue.ts';
import { columnsOf, type PackedColumns } from './columns-of.ts';
import { readLines } from './lines.ts';

/** The catalogue that comes with the program: one JSON object a line. */
export const EMBEDDED_CATALOGUE = fileURLToPath(
  new URL('../../../data/catalogue/tracks.jsonl', import.meta.url),
);

/**
 * The tracks of a catalogue of lines, each checked.
 * @throws MoodringError `file-unreadable` (details: `file`, its base name) if it cannot be read or is damaged
 */
export function readTracks(file = EMBEDDED_CATALOGUE): Promise<readonly Track[]> {
  return reading(file, async () => readLines(await readFile(file, 'utf8')));
}

/** How a catalogue file is written: lines of JSON, or as `catalog import` writes it. */
export type CatalogueFormat = 'lines' | 'arrow';

/** The first bytes of an Arrow file, whatever its name is. */
const ARROW_MAGIC = 'ARROW1';

/**
 * How a catalogue file is written.
 * @throws MoodringError `file-unreadable` (details: `file`, its base name) if it cannot be read
 */
export function formatOf(file: string): Promise<CatalogueFormat> {
  return reading(file, async () => {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ARROW_MAGIC.length));
    return formatIn(buffer.subarray(0, bytesRead));
  });
}

/**
 * The columns of a catalogue file: what `catalog import` made, or lines as in the embedded one.
 * @throws MoodringError `file-unreadable` (details: `file`, its base name) if it cannot be read or is damaged
 */
export function loadColumns(file = EMBEDDED_CATALOGUE): Promise<PackedColumns> {
  return reading(file, async () => {
    const bytes = await readFile(file);
    if (formatIn(bytes) === 'lines') return columnsOf(readLines(bytes.toString('utf8')));
    // Arrow is a large library, and the embedded catalogue needs none of it.
    const { readColumns } = await import('./arrow.ts');
    return readColumns(bytes);
  });
}

/**
 * Loads a catalogue file, by default the embedded one. Takes some 30 ms, or for a million tracks a second; load it once
 * and pass it on.
 * @throws MoodringError `file-unreadable` if it cannot be read or is damaged, `catalogue-empty` if it holds no track
 */
export async function loadCatalogue(file = EMBEDDED_CATALOGUE): Promise<Catalogue> {
  return catalogueOn(await loadColumns(file));
}

function formatIn(bytes: Buffer): CatalogueFormat {
  return bytes.toString('latin1', 0, ARROW_MAGIC.length) === ARROW_MAGIC ? 'arrow' : 'lines';
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
}
