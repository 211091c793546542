import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import type { z } from 'zod';

import { writeColumns } from '../../music/catalogue/arrow.ts';
import { coverageOf, coverageText } from '../../music/catalogue/coverage.ts';
import { type ImportReport, importTables } from '../../music/catalogue/import.ts';
import type { Reason } from '../../music/catalogue/table/tally.ts';
import type { importContract } from '../contract.ts';
import type { Outcome } from '../program.ts';
import { progressBar } from './progress-bar.ts';
import { writeWhole } from './write-whole.ts';

/** `catalog import`: a catalogue of one's own from public tables of audio features. */
export async function importFiles(
  files: readonly string[],
  out: string,
  silent: boolean,
): Promise<Outcome<z.infer<typeof importContract>>> {
  const bar = progressBar(silent);
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, await sizeOf(file)] as const)));
  try {
    const { columns, report } = await importTables(files, {
      reading: (file, bytes) => bar.show(`reading ${basename(file)}`, bytes / (sizes.get(file) ?? Infinity)),
      choosing: (share) => bar.show('choosing the songs', share),
    });
    bar.show(`writing ${basename(out)}`, 1);
    await writeWhole(out, writeColumns(columns));
    const coverage = coverageOf(columns);
    return { json: { file: out, ...report, ...coverage }, text: textOf(out, report, coverageText(coverage)) };
  } finally {
    bar.end();
  }
}

/** Reading says what is wrong with a file that is not there. */
function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => Infinity,
  );
}

function textOf(out: string, { files, refused, leftOut, clusters }: ImportReport, coverage: string): string {
  const { silhouette, agreement, named, genresGiven } = clusters;
  return [
    ...files.map(({ file, rows, refused }) => `${file}: ${rows} rows, ${refused} refused`),
    ...section('Refused', refused),
    ...section('Left out', leftOut),
    '',
    `Clusters of tracks that sound alike (silhouette ${silhouette.toFixed(3)}):`,
    ...named.map(({ name, tracks }) => `${counted(tracks)}  ${name}`),
    agreement
      ? `Agreement with the genres given: adjusted Rand index ${agreement.adjustedRand.toFixed(3)}, ` +
        `normalised mutual information ${agreement.mutualInformation.toFixed(3)}.`
      : 'The tables give no genres to compare them with.',
    `${genresGiven} tracks without a genre have the name of their cluster.`,
    '',
    `${out}: ${coverage}`,
    `The bot takes it with CATALOGUE=${out} in .env.`,
    '',
  ].join('\n');
}

function section(title: string, reasons: readonly Reason[]): readonly string[] {
  if (reasons.length === 0) return [];
  return [
    '',
    `${title}:`,
    ...reasons.map(
      ({ reason, rows, first }) => `${counted(rows)}  ${reason} (first: ${first.file}, line ${first.line})`,
    ),
  ];
}

function counted(rows: number): string {
  return String(rows).padStart(9);
}
