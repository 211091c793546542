import type { z } from 'zod';

import { errorText } from '../../cards/error-card.ts';
import { wordsFor } from '../../cards/words.ts';
import type { Track } from '../../domain/playlist.ts';
import { MoodringError } from '../../errors.ts';
import { type Checked, checkCatalogue } from '../../flows/check-catalogue.ts';
import { columnsOf } from '../../music/catalogue/columns-of.ts';
import { writeLines } from '../../music/catalogue/lines.ts';
import { type CatalogueFormat, formatOf, loadCatalogue, readTracks } from '../../music/catalogue/load.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { PATIENCE } from '../../spotify/patience.ts';
import { Spotify } from '../../spotify/spotify.ts';
import type { checkedContract } from '../contract.ts';
import type { Outcome } from '../program.ts';
import { progressBar } from './progress-bar.ts';
import { writeWhole } from './write-whole.ts';

/** Nobody waits for a single answer here. */
const PATIENT = { ...PATIENCE, call: 120_000, tries: 5 };

export interface CheckOptions {
  /** Where the checked catalogue goes, in the format that it had; the file itself if undefined. */
  readonly out: string | undefined;
  readonly skip: number | undefined;
  readonly limit: number | undefined;
  readonly silent: boolean;
}

/**
 * `catalog check`: replaces or retires the tracks that Spotify no longer has. Ctrl-C, or a Spotify that does not answer
 * any more, ends it early, and what was learnt until then is kept.
 */
export async function check(
  file: string,
  { out = file, skip = 0, limit = Infinity, silent }: CheckOptions,
): Promise<Outcome<z.infer<typeof checkedContract>>> {
  const spotify = new Spotify(appIn(readSettings()), PATIENT);
  const format = await formatOf(file);
  const tracks = await readAll(file, format);
  const bar = progressBar(silent);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const checked = await checkCatalogue(spotify, tracks, {
      skip,
      limit,
      signal: stop.signal,
      onProgress: (done, of) => bar.show(`${done} of ${of} tracks asked for`, done / of),
    });
    const { replaced, retired } = checked;
    if (checked.tracks.length === 0) throw new MoodringError('catalogue-empty');
    if (out !== file || replaced.length + retired.length > 0) await writeAll(out, format, checked.tracks);
    return { json: jsonOf(out, checked), text: textOf(out, checked) };
  } finally {
    bar.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function appIn({ spotify: { clientId, clientSecret, ...where } }: Settings) {
  if (clientId === undefined || clientSecret === undefined)
    throw new MoodringError('spotify-credentials-missing');
  return { clientId, clientSecret, ...where };
}

/** The tracks of a catalogue: of lines, or what `catalog import` made. */
async function readAll(file: string, format: CatalogueFormat): Promise<readonly Track[]> {
  if (format === 'lines') return readTracks(file);
  const { size, trackAt } = await loadCatalogue(file);
  return Array.from({ length: size }, (_, row) => trackAt(row));
}

async function writeAll(file: string, format: CatalogueFormat, tracks: readonly Track[]): Promise<void> {
  if (format === 'lines') return writeWhole(file, writeLines(tracks));
  const { writeColumns } = await import('../../music/catalogue/arrow.ts');
  return writeWhole(file, writeColumns(columnsOf(tracks)));
}

function jsonOf(file: string, checked: Checked): z.infer<typeof checkedContract> {
  const { alive, replaced, retired, unknown, next, stopped } = checked;
  return {
    file,
    alive,
    replaced: replaced.map(({ track: { id, title, artists }, id: to }) => ({ id, to, title, artists })),
    retired: retired.map(({ id, title, artists }) => ({ id, title, artists })),
    unknown,
    next: next ?? null,
    stopped: stopped ? { code: stopped.code, message: sentenceFor(stopped) } : null,
  };
}

function textOf(file: string, { alive, replaced, retired, unknown, next, stopped }: Checked): string {
  return [
    `${file}: ${alive} alive, ${replaced.length} replaced, ${retired.length} retired, ${unknown} not asked for.`,
    ...replaced.map(({ track, id }) => `replaced  ${nameOf(track)}: ${track.id} is now ${id}`),
    ...retired.map((track) => `retired   ${nameOf(track)}: ${track.id}`),
    ...(stopped ? [`It stopped early: ${sentenceFor(stopped)}`] : []),
    ...(next === undefined ? [] : [`To go on from there: npm run catalog -- check ${file} --skip ${next}`]),
    '',
  ].join('\n');
}

const nameOf = ({ title, artists }: Track): string => `${title} by ${artists.join(', ')}`;

const sentenceFor = (error: MoodringError): string => errorText(error, wordsFor('en'));
