import type { BenchJson, Row } from './row.ts';

/** The rows for a terminal, under a line about the machine. */
export function tableOf({ machine, rows }: Pick<BenchJson, 'machine' | 'rows'>): string {
  const peers = [...new Set(rows.flatMap((row) => Object.keys(row.peers)))];
  const lines = [
    ['', 'ours', ...peers.flatMap((peer) => [peer, `÷ ${peer}`])],
    ...rows.map((row) => cellsOf(row, peers)),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const printed = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const { cpu, cores, memoryGb, node } = machine;
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}\n\n${printed.join('\n')}\n`;
}

function cellsOf({ name, unit, ours, peers, ratios }: Row, known: readonly string[]): string[] {
  return [
    `${name} (${unit})`,
    figure(ours),
    ...known.flatMap((peer) => [figure(peers[peer]), figure(ratios[peer])]),
  ];
}

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
