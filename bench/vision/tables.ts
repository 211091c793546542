import { type EngineName, ENGINES } from '../../src/domain/engine.ts';
import type { Row } from '../row.ts';
import { inFigures, prefixOf, type Rows, SYSTEM_NAMES, systemsOn, valueOf } from './figures.ts';
import type { SystemName } from './system.ts';

/** The rows of `bench vision` in Markdown, a table for each engine; behind a peer's time stands ours divided by it. */
export function tablesOf(rows: Rows): string {
  return ENGINES.filter((engine) => systemsOn(rows, engine).length > 0)
    .map((engine) => `## On ${engine}\n\n${tableOn(rows, engine)}`)
    .join('\n\n');
}

function tableOn(rows: Rows, engine: EngineName): string {
  const systems = systemsOn(rows, engine);
  const prefix = prefixOf(engine);
  const lines = [
    ['', ...systems.map((system) => SYSTEM_NAMES[system])],
    ['---', ...systems.map(() => '---:')],
    ...rows
      .filter(({ name }) => name.startsWith(prefix))
      .map((row) => [
        `${row.name.slice(prefix.length)} (${row.unit})`,
        ...systems.map((system) => cellOf(row, system)),
      ]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellOf(row: Row, system: SystemName): string {
  const value = valueOf(row, system);
  if (value === undefined) return '';
  const ratio = row.unit === 'ms' ? row.ratios[system] : undefined;
  return ratio === undefined ? inFigures(value) : `${inFigures(value)} (${ratio.toFixed(2)})`;
}
