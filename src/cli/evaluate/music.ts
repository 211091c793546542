import type { z } from 'zod';

import { loadCatalogue } from '../../music/catalogue/load.ts';
import { missedByLists } from '../../music/measure/bars.ts';
import { occasions } from '../../music/measure/grid.ts';
import { measureLists } from '../../music/measure/measure-lists.ts';
import { byChoosing, byLabel, byNearness, type Way } from '../../music/measure/ways.ts';
import { measureMap } from '../../music/mood-map/fit/measure.ts';
import { embeddedWeights } from '../../music/mood-map/weights.ts';
import type { musicContract } from '../contract.ts';
import { readMoodMapTables } from '../mood-map-tables.ts';
import type { Outcome } from '../program.ts';
import { listsText } from './music-lists.ts';
import { mapText } from './music-map.ts';

export type MusicJson = z.infer<typeof musicContract>;

export interface MusicOptions {
  /** The tables that the map was fitted to and is measured on; without them, what the fit measured is told. */
  readonly folder?: string | undefined;
  /** Whether to hold the lists against their bars; where one is missed the exit code becomes 1. */
  readonly check?: boolean;
  /** Lists for each mood and intent of the grid. */
  readonly listsEach?: number;
}

/** The mood map against people's tags and labels, and the lists of the embedded catalogue against plainer ones. */
export async function evaluateMusic({ folder, check = false, listsEach }: MusicOptions = {}): Promise<
  Outcome<MusicJson>
> {
  const map = await mapFigures(folder);
  const catalogue = await loadCatalogue();
  const grid = occasions(listsEach);
  const measured = (way: Way) => measureLists(catalogue, grid.map(way));
  const lists = measured(byChoosing(catalogue));
  const baselines = { label: measured(byLabel(catalogue)), nearest: measured(byNearness(catalogue)) };
  const json = { map, lists, baselines };
  const text = `${mapText(map)}\n${listsText(json)}`;
  if (!check) return { json, text };

  const missed = missedByLists(lists, baselines.label);
  if (missed.length > 0) process.exitCode = 1;
  const verdict = missed.length > 0 ? missed.map((line) => `Missed: ${line}`) : ['Every bar was reached.'];
  return { json: { ...json, missed }, text: `${text}\n${verdict.join('\n')}\n` };
}

async function mapFigures(folder: string | undefined): Promise<MusicJson['map']> {
  const { places, figures } = embeddedWeights();
  return folder === undefined
    ? { measured: 'when fitted', ...figures }
    : { measured: 'now', ...measureMap((await readMoodMapTables(folder)).people, places) };
}
