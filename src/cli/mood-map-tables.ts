import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { Listing } from '../music/catalogue/table/listing.ts';
import { readListings } from '../music/catalogue/table/read-listings.ts';
import type { People } from '../music/mood-map/fit/measure.ts';
import { joinTags, readLabels } from '../music/mood-map/fit/people.ts';
import type { MoodMapWeights } from '../music/mood-map/weights.ts';
import { readInput } from './program.ts';
import { readTable } from './read-table.ts';

const SONGS = 'spotify_songs.csv.gz';
const TRAINING = 'deezer_valence_arousal_train.csv.gz';
const VALIDATION = 'deezer_valence_arousal_validation.csv.gz';
const LABELS = 'mood_labels_686.csv';

/** The tables that the mood map is fitted to and measured on, as one has them in a folder. */
export interface MoodMapTables {
  readonly rows: readonly Listing[];
  readonly people: People;
  /** How many rows of each were of use. */
  readonly sources: MoodMapWeights['fittedTo'];
}

/** @throws MoodringError `file-unreadable` if one of them is not there or damaged */
export async function readMoodMapTables(folder: string): Promise<MoodMapTables> {
  const table = (name: string) => readTable(join(folder, name));
  const rows: Listing[] = [];
  await readListings(join(folder, SONGS), {
    take: (listing) => rows.push(listing),
    refuse: () => undefined,
  });
  const people: People = {
    training: joinTags(rows, await table(TRAINING)),
    validation: joinTags(rows, await table(VALIDATION)),
    labelled: readLabels(await table(LABELS)),
  };
  const source = async (name: string, used: number) => ({
    table: name,
    sha256: createHash('sha256')
      .update(await readInput(join(folder, name)))
      .digest('hex'),
    rows: used,
  });
  return {
    rows,
    people,
    sources: [
      await source(SONGS, rows.length),
      await source(TRAINING, people.training.length),
      await source(LABELS, people.labelled.length),
    ],
  };
}
