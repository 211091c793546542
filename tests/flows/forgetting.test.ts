import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { z } from 'zod';

import { exportKept, exportShape } from '../../src/flows/export-kept.ts';
import { pruneAccount } from '../../src/flows/prune-account.ts';
import { everythingKept } from '../../src/memory/everything-kept.ts';
import { OPERATOR } from '../../src/memory/linked-accounts.ts';
import { testFolder } from '../memory/file.ts';
import { startSpotify } from '../spotify.ts';
import { partsWith } from './parts.ts';
import { seed } from './seeded.ts';
import { links, PUBLIC_URL, spotifyAt, withSpotify } from './spotify-parts.ts';

const ANNA = '111222333444555666';
const BERT = '777888999000111222';

/** Two people of whom everything is kept, in a file of their own. */
async function twoPeople() {
  const folder = await testFolder();
  const standIn = await startSpotify();
  standIn.people.add({ name: 'Whoever' });
  const file = join(folder, 'test.sqlite');
  const parts = withSpotify(await partsWith({ publicUrl: PUBLIC_URL, file, spotify: spotifyAt(standIn) }));
  await links(parts, OPERATOR, 'publish');
  const [anna, bert] = [await seed(parts, ANNA), await seed(parts, BERT)];
  /** Which of these stand in the database, its write-ahead log or its index, in free pages too. */
  const inFiles = async (traces: readonly string[]): Promise<readonly string[]> => {
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return traces.filter((trace) => files.some((bytes) => bytes.includes(trace)));
  };
  const exported = async (id: string) => {
    const part = await exportKept(parts.listeners, id, 1, 8_000_000);
    if (!part) throw new Error('nothing was exported');
    return part;
  };
  return { parts, anna, bert, inFiles, exported };
}

it('forgets all of one person in every store, to the last byte, and nothing of another', async () => {
  const { parts, anna, bert, inFiles, exported } = await twoPeople();
  expect(await inFiles(anna.traces)).toEqual(anna.traces);
  const [before, kept] = [await exported(BERT), await parts.listeners.kept(BERT)];

  await parts.listeners.forget(ANNA);

  expect(await inFiles(anna.traces)).toEqual([]);
  expect(await parts.listeners.kept(ANNA)).toEqual([]);
  expect(await parts.store.keys(`listener:${ANNA}`)).toEqual([]);
  expect(await inFiles(bert.traces)).toEqual(bert.traces);
  expect(await parts.listeners.kept(BERT)).toEqual(kept);
  const after = await exported(BERT);
  expect(after.csv).toBe(before.csv);
  expect(await parts.spotify.linked.find(BERT)).toBeDefined();
  // What was published without a name goes from the operator's account with the list that it came of.
  expect(await pruneAccount(parts.spotify)).toBe(1);
  expect(await parts.spotify.published.all()).toHaveLength(1);
});

it('describes every row that leads to a person, so that none can be forgotten by mistake', async () => {
  const { parts, anna } = await twoPeople();
  const kinds = everythingKept(parts.store);
  const marks = kinds.flatMap((kind) => (kind.marks === 'others' ? [] : kind.marks));
  const elsewhere = (
    await Promise.all(kinds.map(async (kind) => (await kind.elsewhere?.(ANNA)) ?? []))
  ).flat();
  const theirs = (await parts.store.keys('')).filter((key) => !key.includes(BERT));
  const unknown: string[] = [];
  for (const key of theirs) {
    const value = JSON.stringify(await parts.store.get(key, z.unknown()));
    const isTheirs = anna.traces.some((trace) => key.includes(trace) || value.includes(trace));
    const mark = key.split(':')[2] ?? '';
    const isNote = ['queued', 'saving', 'spotify-refresh'].includes(mark);
    const isKnown = elsewhere.includes(key) || (key.startsWith(`listener:${ANNA}:`) && marks.includes(mark));
    if (isTheirs && !isKnown && !isNote) unknown.push(key);
  }
  expect(unknown).toEqual([]);
  // A kind of which nothing was kept would not have been tested.
  const named = (await parts.listeners.kept(ANNA)).map(({ name }) => name);
  expect(named).toEqual(kinds.map(({ name }) => name));
});

it('exports everything that is kept of a person and nothing of another, without secrets', async () => {
  const { parts, anna, bert, exported } = await twoPeople();
  const { json, csv, ...part } = await exported(ANNA);
  const document = exportShape(everythingKept(parts.store)).parse(JSON.parse(json));
  const counts = Object.fromEntries(
    Object.entries(document.kept).map(([name, things]) => [name, things.length]),
  );
  expect(counts).toEqual({
    consent: 1,
    retention: 1,
    playlists: 4,
    saves: 2,
    spotify: 1,
    linkings: 1,
    meetings: 3,
    notes: 1,
  });
  expect(part).toEqual({ from: 1, to: 14, more: false });
  expect(document).toMatchObject({
    person: ANNA,
    kept: {
      consent: [{ answer: 'yes' }],
      retention: [{ days: 90 }],
      spotify: [{ linked: true }],
    },
  });
  expect(JSON.stringify(document.kept['spotify'])).toMatch(/"since":"\d{4}-/);
  for (const text of [json, csv]) {
    for (const sign of [...anna.lists, ...anna.titles, ...anna.saved, `post-of-${ANNA}`])
      expect(text).toContain(sign);
    for (const secret of [...anna.secrets, ...bert.traces, ...bert.secrets])
      expect(text).not.toContain(secret);
  }
  const from = z
    .array(z.object({ id: z.string(), madeFrom: z.string(), keptUntil: z.string() }))
    .parse(document.kept['playlists'])
    .map(({ id, madeFrom }) => [id, madeFrom]);
  const [read = '', told = '', again = ''] = anna.lists;
  expect(Object.fromEntries(from)).toMatchObject({ [read]: 'photo', [told]: 'told', [again]: 'photo' });

  const rows = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }));
  const tracks = z.array(z.object({ tracks: z.array(z.unknown()) })).parse(document.kept['playlists']);
  const lists = tracks.reduce((sum, list) => sum + list.tracks.length, 0);
  expect(rows).toHaveLength(lists + part.to - tracks.length);
  expect(rows.filter((row) => row['kind'] === 'playlists').map((row) => row['track.title'])).not.toContain(
    '',
  );
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
  // Numbers are numbers in the table too.
  for (const row of rows.filter(({ kind }) => kind === 'playlists'))
    expect(row['track.valence']).toMatch(/^-?[\d.]+$/);
});

it('exports nothing where nothing is kept', async () => {
  const parts = await partsWith();
  expect(await exportKept(parts.listeners, ANNA, 1, 8_000_000)).toBeUndefined();
});

it('exports what is too large in parts, each within the limit, and nothing twice', async () => {
  const { parts, exported } = await twoPeople();
  const whole = await exported(ANNA);
  const most = 40_000;
  expect(Buffer.byteLength(whole.json)).toBeGreaterThan(most);
  const shape = exportShape(everythingKept(parts.store));
  const things: string[] = [];
  let [from, rounds] = [1, 0];
  for (let more = true; more; rounds += 1) {
    const part = await exportKept(parts.listeners, ANNA, from, most);
    if (!part) throw new Error('a part was promised');
    expect(part.from).toBe(from);
    for (const file of [part.json, part.csv]) expect(Buffer.byteLength(file)).toBeLessThanOrEqual(most);
    const { kept } = shape.parse(JSON.parse(part.json));
    for (const [name, all] of Object.entries(kept))
      things.push(...all.map((thing) => `${name} ${JSON.stringify(thing)}`));
    from = part.to + 1;
    more = part.more;
  }
  expect(rounds).toBeGreaterThan(1);
  expect(new Set(things).size).toBe(whole.to);
  expect(things).toHaveLength(whole.to);
  expect(await exportKept(parts.listeners, ANNA, from, most)).toBeUndefined();
});
