import { MoodringError } from '../../errors.ts';
import { agreementOf, type Agreement } from './clusters/agreement.ts';
import { clustersOf, type Clusters } from './clusters/cluster.ts';
import { FeatureTable } from './clusters/features.ts';
import { nameClusters } from './clusters/name-clusters.ts';
import { ColumnsBuilder, type PackedColumns } from './columns-of.ts';
import { Growing } from './growing.ts';
import { songsIn } from './song.ts';
import type { Listing, Listings } from './table/listing.ts';
import { readTables, type ReadFile } from './table/read-tables.ts';
import { Tally, type Reason } from './table/tally.ts';
import { trackOf } from './track-of.ts';

export interface ImportReport {
  readonly files: readonly ReadFile[];
  /** Rows that are not right, most first. */
  readonly refused: readonly Reason[];
  /** Rows that are right and yet no track of their own, most first. */
  readonly leftOut: readonly Reason[];
  readonly clusters: ClusterReport;
}

export interface ClusterReport {
  /** How well tracks lie in their clusters, −1 to 1. */
  readonly silhouette: number;
  /** With the genres that the tables give; nothing where they give none. */
  readonly agreement: Agreement | undefined;
  readonly named: readonly { readonly name: string; readonly tracks: number }[];
  /** Tracks that no table gave a genre: theirs is the name of their cluster. */
  readonly genresGiven: number;
}

export interface ImportProgress {
  /** How many bytes of which file have been read. */
  readonly reading?: (path: string, bytes: number) => void;
  /** About how far choosing the songs is, 0 to 1. */
  readonly choosing?: (share: number) => void;
}

/**
 * A catalogue from public tables of audio features: read row by row, every song once, placed in mood space, and given
 * the name of a cluster where no table gives it a genre. The same files in the same order give the same catalogue.
 * @throws MoodringError `file-unreadable`, `table-unknown` or `table-useless` for the first file that is not right,
 *   `catalogue-empty` if no row becomes a track
 */
export async function importTables(
  files: readonly string[],
  { reading, choosing }: ImportProgress = {},
): Promise<{ readonly columns: PackedColumns; readonly report: ImportReport }> {
  const tables = await readTables(files, reading);
  const leftOut = new Tally();
  const songs = songsIn(watched(tables.listings, choosing), (reason, listing) =>
    leftOut.add(reason, tables.originOf(listing)),
  );
  const builder = new ColumnsBuilder();
  const features = new FeatureTable();
  const hadGenre = new Growing((length) => new Uint8Array(length));
  const arousal = new Growing((length) => new Float32Array(length));
  for (const song of songs) {
    const track = trackOf(song);
    builder.add({ ...track, genre: song.genre }, features.size);
    features.push(song);
    hadGenre.push(Number(song.genre !== undefined));
    arousal.push(track.arousal);
  }
  if (features.size === 0) throw new MoodringError('catalogue-empty');

  const clusters = clustersOf(features);
  const names = nameClusters(clusters.centres, meansBy(clusters, arousal.values()));
  const columns = builder.columns((row) => names[clusters.of[row] ?? 0] ?? '');
  return {
    columns,
    report: {
      files: tables.files,
      refused: tables.refused,
      leftOut: leftOut.reasons(),
      clusters: {
        silhouette: clusters.silhouette,
        agreement: agreementOf(divisions(clusters, columns, hadGenre.values())),
        named: names.map((name, cluster) => ({
          name,
          tracks: clusters.of.filter((each) => each === cluster).length,
        })),
        genresGiven: hadGenre.values().filter((had) => had === 0).length,
      },
    },
  };
}

/** How often `songsIn` looks at each listing. */
const LOOKS = 5;

/** The same listings; tells how far on one is with looking at them. */
function watched(listings: Listings, progress: ImportProgress['choosing']): Listings {
  let looks = 0;
  return {
    length: listings.length,
    at: (index): Listing | undefined => {
      looks += 1;
      if (looks % 1000 === 0) progress?.(Math.min(1, looks / (LOOKS * listings.length)));
      return listings.at(index);
    },
  };
}

function meansBy(clusters: Clusters, values: Float32Array): readonly number[] {
  const sums = clusters.centres.map(() => ({ sum: 0, count: 0 }));
  clusters.of.forEach((cluster, row) => {
    const own = sums[cluster];
    if (!own) return;
    own.sum += values[row] ?? 0;
    own.count += 1;
  });
  return sums.map(({ sum, count }) => sum / Math.max(1, count));
}

/** The cluster and the genre of each track that a table gives a genre. */
function* divisions(clusters: Clusters, { genre }: PackedColumns, hadGenre: Uint8Array) {
  for (let row = 0; row < genre.length; row += 1)
    if (hadGenre[row]) yield [clusters.of[row] ?? 0, genre[row] ?? 0] as const;
}
