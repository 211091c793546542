import { z } from 'zod';

import { KEPT_NAMES } from '../domain/kept.ts';
import type { KeptKind } from '../memory/kept.ts';
import type { Listeners, ToldThing } from '../memory/listeners.ts';
import { csvOf } from './csv.ts';

const FORMAT = 'moodring-export/1';

/** More than a table has: an empty cell is a comma. */
const MOST_COLUMNS = 100;

/** What stands around the things, in bytes. */
const AROUND = 10_000;

/** What the JSON of an export holds. */
export function exportShape(kinds: readonly KeptKind[]) {
  return z.strictObject({
    format: z.literal(FORMAT),
    exportedAt: z.iso.datetime(),
    /** Discord's id of the person. */
    person: z.string(),
    /** Which of all things are in this part, counted from 1, and whether others follow. */
    part: z.strictObject({ from: z.int(), to: z.int(), more: z.boolean() }),
    kept: z.strictObject(Object.fromEntries(kinds.map(({ name, shape }) => [name, z.array(shape)]))),
  });
}

/** Everything that is kept about a person, or as much of it as fits into two files. */
export interface ExportedPart {
  readonly json: string;
  /** The same as a table: a row for each track of a list, and one for everything else. */
  readonly csv: string;
  /** The first thing and the last one, counted from 1. */
  readonly from: number;
  readonly to: number;
  /** Whether others follow. */
  readonly more: boolean;
}

/**
 * What is kept about a person, from one thing on.
 * @param from counted from 1
 * @param most how large each file may be, in bytes; one thing is always in
 * @returns undefined where there is nothing any more
 */
export async function exportKept(
  listeners: Listeners,
  person: string,
  from: number,
  most: number,
): Promise<ExportedPart | undefined> {
  const things: ToldThing[] = [];
  let [index, size, more] = [0, AROUND, false];
  for await (const thing of listeners.told(person)) {
    index += 1;
    if (index < from) continue;
    size += sizeOf(thing);
    more = things.length > 0 && size > most;
    if (more) break;
    things.push(thing);
  }
  if (things.length === 0) return undefined;
  const part = { from, to: from + things.length - 1, more };
  const kept = Object.fromEntries(
    KEPT_NAMES.map((name) => [name, things.filter((it) => it.name === name).map(({ thing }) => thing)]),
  );
  const document = { format: FORMAT, exportedAt: new Date().toISOString(), person, part, kept };
  return { ...part, json: `${JSON.stringify(document, null, 2)}\n`, csv: csvOf(things.flatMap(rowsOf)) };
}

/** What a thing takes in either file, at most: it stands as deep in the JSON, and other columns are empty in the table. */
function sizeOf(thing: ToldThing): number {
  const rows = rowsOf(thing);
  const json = Buffer.byteLength(JSON.stringify([[[thing]]], null, 2));
  const csv = Buffer.byteLength(csvOf(rows)) + rows.length * MOST_COLUMNS;
  return Math.max(json, csv);
}

const tracksShape = z.looseObject({ tracks: z.array(z.unknown()) });

function rowsOf({ name, thing }: ToldThing): readonly ReadonlyMap<string, string>[] {
  const list = tracksShape.safeParse(thing);
  if (!list.success) return [new Map([['kind', name], ...cellsOf('', thing)])];
  const { tracks, ...rest } = list.data;
  const own: Cell[] = [['kind', name], ...cellsOf('', rest)];
  return tracks.map((track, at) => new Map([...own, ['track', String(at + 1)], ...cellsOf('track', track)]));
}

type Cell = readonly [column: string, text: string];

/** What is inside of something gets the names on the way to it: `mood.name`. Several things in one cell are JSON. */
function cellsOf(column: string, value: unknown): readonly Cell[] {
  if (Array.isArray(value)) return [[column, textOf(value)]];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      cellsOf(column === '' ? key : `${column}.${key}`, inner),
    );
  return value === undefined ? [] : [[column, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function textOf(values: readonly unknown[]): string {
  return values.every((value) => typeof value === 'string') ? values.join(', ') : JSON.stringify(values);
}
