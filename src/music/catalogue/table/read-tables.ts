import { basename } from 'node:path';
import { Growing } from '../growing.ts';
import type { Listings } from './listing.ts';
import { PackedListings } from './packed-listings.ts';
import { readListings } from './read-listings.ts';
import { Tally, type Origin, type Reason } from './tally.ts';

export interface ReadFile {
  readonly file: string;
  /** Without the header. */
  readonly rows: number;
  readonly refused: number;
}

/** The rows of several tables as one, and where each came from. */
export interface ReadTables {
  readonly listings: Listings;
  readonly originOf: (listing: number) => Origin;
  readonly files: readonly ReadFile[];
  /** Rows that are not right. */
  readonly refused: readonly Reason[];
}

/**
 * Reads tables of audio features, one after the other.
 * @param progress told how many bytes of which file have been read
 * @throws MoodringError as `readListings` does, for the first file that is not right
 */
export async function readTables(
  paths: readonly string[],
  progress: (path: string, bytes: number) => void = () => undefined,
): Promise<ReadTables> {
  const listings = new PackedListings();
  const lines = new Growing((length) => new Uint32Array(length));
  const refused = new Tally();
  const files: ReadFile[] = [];
  const ends: number[] = [];
  for (const path of paths) {
    const file = basename(path);
    const [before, refusedBefore] = [listings.length, refused.rows];
    await readListings(path, {
      take: (listing, line) => {
        listings.push(listing);
        lines.push(line);
      },
      refuse: (reason, line) => refused.add(reason, { file, line }),
      progress: (bytes) => progress(path, bytes),
    });
    const wrong = refused.rows - refusedBefore;
    files.push({ file, rows: listings.length - before + wrong, refused: wrong });
    ends.push(listings.length);
  }
  return {
    listings,
    originOf: (listing) => ({
      file: files[ends.findIndex((end) => listing < end)]?.file ?? '',
      line: lines.at(listing),
    }),
    files,
    refused: refused.reasons(),
  };
}
