import { inXml } from '../../src/cards/svg.ts';
import { type EngineName, ENGINES } from '../../src/domain/engine.ts';
import { figureOf, inFigures, type Rows, SYSTEM_NAMES, systemsOn } from './figures.ts';
import type { SystemName } from './system.ts';

/** What each panel shows: the sum of these rows, less being better in all of them. */
const PANELS = [
  { title: 'One face of 1920 px (ms)', rows: ['one face of 1920 px'] },
  {
    title: 'Missed and false faces',
    rows: ['clear faces missed', 'hard faces missed', 'false alarms'],
  },
  { title: 'Peak memory (MB)', rows: ['peak memory'] },
];

const COLOURS = { paper: '#fbfaf7', ink: '#2b2d31', ours: '#1d6f5c', peer: '#b4b7bd' };

/** In pixels: the page's width, the room for names, a panel's width and its longest bar, and the lines' places. */
const WIDTH = 1120;
const NAMES = 236;
const PANEL = 290;
const LONGEST = 216;
const TOP = 70;
const LINE = 34;

interface Entry {
  readonly engine: EngineName;
  readonly system: SystemName;
}

/** The rows of `bench vision` as bars: every system on every engine, a panel for each thing that counts. */
export function chartOf(rows: Rows): string {
  const entries = ENGINES.flatMap((engine) => systemsOn(rows, engine).map((system) => ({ engine, system })));
  const height = TOP + entries.length * LINE + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="16" role="img" aria-label="Moodring beside its peers: time, mistakes and memory; the tables below hold the figures">`,
    `  <rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}" />`,
    `  <g fill="${COLOURS.ink}">`,
    ...entries.map((entry, line) => text(24, line, `${SYSTEM_NAMES[entry.system]}, ${entry.engine}`)),
    ...PANELS.flatMap(({ title, rows: whats }, panel) => panelOf(rows, entries, title, whats, panel)),
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

function panelOf(
  rows: Rows,
  entries: readonly Entry[],
  title: string,
  whats: readonly string[],
  panel: number,
): string[] {
  const values = entries.map((entry) => total(rows, entry, whats));
  const most = Math.max(...values.map((value) => value ?? 0), 1);
  const left = NAMES + panel * PANEL;
  return [
    `    <text x="${left}" y="${TOP - 26}" font-weight="600">${inXml(title)}</text>`,
    ...values.flatMap((value, line) => {
      if (value === undefined) return [];
      const width = Math.max(1, Math.round((value / most) * LONGEST));
      const colour = entries[line]?.system === 'moodring' ? COLOURS.ours : COLOURS.peer;
      return [
        `    <rect x="${left}" y="${TOP + line * LINE}" width="${width}" height="22" rx="3" fill="${colour}" />`,
        text(left + width + 8, line, inFigures(value)),
      ];
    }),
  ];
}

/** Nothing if one of the rows has no value. */
function total(rows: Rows, { engine, system }: Entry, whats: readonly string[]): number | undefined {
  const values = whats.flatMap((what) => figureOf(rows, engine, what, system) ?? []);
  return values.length === whats.length ? values.reduce((sum, value) => sum + value, 0) : undefined;
}

function text(x: number, line: number, words: string): string {
  return `    <text x="${x}" y="${TOP + line * LINE + 17}">${inXml(words)}</text>`;
}
