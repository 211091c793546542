import type { EngineName } from '../../src/domain/engine.ts';
import type { BenchJson, Row } from '../row.ts';
import { type SystemName, SYSTEMS } from './system.ts';

export type Rows = BenchJson['rows'];

/** How the systems are called in the docs. */
export const SYSTEM_NAMES: Readonly<Record<SystemName, string>> = {
  moodring: 'Moodring',
  'face-api tiny': 'face-api, Tiny',
  'face-api ssd': 'face-api, SSD',
  human: 'human',
  'haar + cnn': 'Haar + CNN',
};

/** How the rows of an engine's comparison begin. */
export function prefixOf(engine: EngineName): string {
  return `vision on ${engine}: `;
}

/** A system's value in a row, if it has one. */
export function valueOf(row: Row, system: SystemName): number | undefined {
  return system === 'moodring' ? row.ours : row.peers[system];
}

/** A system's value in the row that measures `what`. */
export function figureOf(
  rows: Rows,
  engine: EngineName,
  what: string,
  system: SystemName,
): number | undefined {
  const row = rows.find(({ name }) => name === `${prefixOf(engine)}${what}`);
  return row && valueOf(row, system);
}

/** The systems that were measured on an engine. */
export function systemsOn(rows: Rows, engine: EngineName): readonly SystemName[] {
  return SYSTEMS.filter((system) => figureOf(rows, engine, 'peak memory', system) !== undefined);
}

/** As in a terminal: whole where it is whole or large. */
export function inFigures(value: number): string {
  return Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
