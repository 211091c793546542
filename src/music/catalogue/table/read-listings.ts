import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { MoodringError } from '../../../errors.ts';
import { placesIn, playlistArtistsIn, type Place } from './header.ts';
import { listingSchema, type Field, type Listing } from './listing.ts';
import { namesIn, separatorIn, type Separator } from './names-in.ts';

/** A record this long is not one: somewhere a quote was opened and never closed. */
const LONGEST_RECORD = 64 * 2 ** 20;

/** The header lies within the first bytes of a file, and enough records to tell how it is written. */
const HEAD = 2 ** 16;

const CSV = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

export interface ListingReader {
  /** @param line where the record begins; the header is line 1 */
  readonly take: (listing: Listing, line: number) => void;
  /** What is wrong with a record, in words, and where it begins. */
  readonly refuse: (reason: string, line: number) => void;
  /** How many bytes of the file have been read so far. */
  readonly progress?: (bytes: number) => void;
}

/**
 * Reads a table of audio features record by record: CSV, TSV or semicolons, plain or gzipped; one record lies in memory
 * at a time. Records that are not right are refused one by one.
 * @throws MoodringError `file-unreadable` if the file is not there or damaged, `table-unknown` if its columns are not
 *   those of such a table, `table-useless` if no record is right
 */
export async function readListings(file: string, { take, refuse, progress }: ListingReader): Promise<void> {
  const name = basename(file);
  let places: readonly Place[] | undefined;
  let separator: Separator = ';';
  let columns = 0;
  let lines = 0;
  let taken = 0;
  const reasons = new Set<string>();
  const onRecord = (record: string[], context: { readonly lines: number }): null => {
    const line = lines + 1;
    lines = context.lines;
    if (!places) {
      places = placesIn(record, name);
      columns = record.length;
      return null;
    }
    const listing =
      record.length === columns
        ? listingIn(record, places, separator)
        : 'another number of columns than the header';
    if (typeof listing === 'string') {
      reasons.add(listing);
      refuse(listing, line);
    } else {
      taken += 1;
      take(listing, line);
    }
    return null;
  };
  try {
    const shape = await shapeOf(file);
    const { gzipped, delimiter } = shape;
    separator = shape.separator;
    const parser = parse({
      ...CSV,
      delimiter,
      max_record_size: LONGEST_RECORD,
      on_record: onRecord,
    });
    const source = createReadStream(file);
    source.on('data', () => progress?.(source.bytesRead));
    parser.resume();
    await (gzipped ? pipeline(source, createGunzip(), parser) : pipeline(source, parser));
    if (!places) throw new MoodringError('table-unknown', { file: name, columns: 'anything at all' });
  } catch (cause) {
    throw cause instanceof MoodringError
      ? cause
      : new MoodringError('file-unreadable', { file: name }, cause);
  }
  if (taken === 0)
    throw new MoodringError('table-useless', {
      file: name,
      reasons: [...reasons].join(', ') || 'it has no rows',
    });
}

/** The listing in a record, or what is wrong with it. */
function listingIn(
  record: readonly string[],
  places: readonly Place[],
  separator: Separator,
): Listing | string {
  const fields = Object.fromEntries(places.map(([field, column]) => [field, record[column]]));
  const parsed = listingSchema.safeParse({
    ...fields,
    artists: namesIn(fields['artists'] ?? '', separator).join(';'),
  });
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return WRONG[String(field)] ?? `${String(field)} is not a number that it can be`;
  }
  const { title, artists } = parsed.data;
  return [title, ...artists].some((name) => name.includes(LOST_LETTER)) ? NOT_UTF8 : parsed.data;
}

/** Stands for bytes that are no UTF-8: the name they were part of cannot be told any more. */
const LOST_LETTER = '\ufffd';

const NOT_UTF8 = 'letters of the title or the artist are lost: the table is not in UTF-8';

const WRONG: Readonly<Partial<Record<string, string>>> = {
  id: 'no id of Spotify',
  title: 'no title, or one too long',
  artists: 'no artist, or names too long',
  album: 'the album has too long a name',
  list: 'the playlist has too long a name',
  genre: 'the genre has too long a name',
  scene: 'the genre has too long a name',
  explicit: 'explicit is neither true nor false',
} satisfies Partial<Record<Field, string>>;

interface Shape {
  readonly gzipped: boolean;
  readonly delimiter: string;
  /** Between the names of artists. */
  readonly separator: Separator;
}

/** How a file is packed and written, told from how it begins rather than from its name. */
async function shapeOf(file: string): Promise<Shape> {
  const head = await headOf(file);
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  // The flush gives what there is of a text that goes on.
  const bytes = gzipped ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  const text = bytes.toString('utf8');
  const [first = ''] = text.split(/[\r\n]/, 1);
  const delimiter = [',', '\t', ';'].reduce((best, each) =>
    count(first, each) > count(first, best) ? each : best,
  );
  return { gzipped, delimiter, separator: separatorOf(text.slice(0, HEAD), delimiter) };
}

function separatorOf(head: string, delimiter: string): Separator {
  // The last record may be cut off in the middle.
  const [header = [], ...records] = parseAtOnce(head, { ...CSV, delimiter, skip_records_with_error: true });
  const column = playlistArtistsIn(header);
  return column < 0 ? ';' : separatorIn(records.map((record) => record[column] ?? ''));
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  return buffer.subarray(0, bytesRead);
}

function count(text: string, part: string): number {
  return text.split(part).length;
}
