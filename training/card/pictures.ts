import { EMOTIONS } from '../../src/domain/emotion.ts';

const COLOURS = { paper: '#fbfaf7', ink: '#2b2d31', quiet: '#6b7077', bar: '#1d6f5c', light: '#d9dcdf' };

/** One bin of a reliability diagram; see `evaluate emotion` in src/cli/contract.ts. */
export interface Bin {
  readonly n: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** How faces of each label (rows) were named (columns), as a matrix of shares of their row. */
export function confusionPicture(counts: readonly (readonly number[])[]): string {
  const [cell, left, top] = [72, 110, 84];
  const cells = counts.flatMap((row, y) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, x) => {
      const share = total === 0 ? 0 : count / total;
      const at = `x="${left + x * cell}" y="${top + y * cell}"`;
      const ink = share > 0.5 ? COLOURS.paper : COLOURS.ink;
      return [
        `<rect ${at} width="${cell - 2}" height="${cell - 2}" fill="${COLOURS.bar}" fill-opacity="${share.toFixed(3)}" stroke="${COLOURS.light}" />`,
        label(left + (x + 0.5) * cell, top + (y + 0.58) * cell, percent(share), 'middle', ink),
      ];
    });
  });
  const names = EMOTIONS.flatMap((emotion, index) => [
    label(left - 10, top + (index + 0.58) * cell, emotion, 'end'),
    label(left + (index + 0.5) * cell, top - 12, emotion, 'middle'),
  ]);
  const [width, height] = [left + 7 * cell + 20, top + 7 * cell + 20];
  return picture(width, height, 'How faces of each label were named, in percent of the label', [
    label(
      left + 3.5 * cell,
      34,
      'named (columns), by label (rows), in percent of the row',
      'middle',
      COLOURS.quiet,
    ),
    ...names,
    ...cells,
  ]);
}

/** How often answers of a confidence are right: on the diagonal if they mean what they say. */
export function reliabilityPicture(
  panels: readonly { readonly title: string; readonly bins: readonly Bin[] }[],
): string {
  const [side, gap, top] = [240, 70, 64];
  const drawn = panels.flatMap(({ title, bins }, index) =>
    panel(gap + index * (side + gap), top, side, title, bins),
  );
  const [width, height] = [gap + panels.length * (side + gap), top + side + 130];
  return picture(width, height, 'Reliability diagrams: the share of right answers by confidence', drawn);
}

function panel(left: number, top: number, side: number, title: string, bins: readonly Bin[]): string[] {
  const x = (share: number): number => left + share * side;
  const y = (share: number): number => top + (1 - share) * side;
  const [most, all] = [Math.max(...bins.map(({ n }) => n)), bins.reduce((sum, { n }) => sum + n, 0)];
  const wide = side / bins.length - 2;
  const full = bins.filter(({ n }) => n > 0);
  const bars = bins.flatMap(({ n }, index) => {
    const high = (50 * n) / Math.max(1, most);
    return `<rect x="${x(index / bins.length).toFixed(1)}" y="${(top + side + 90 - high).toFixed(1)}" width="${wide.toFixed(1)}" height="${high.toFixed(1)}" fill="${COLOURS.light}" />`;
  });
  return [
    label(left + side / 2, top - 16, title, 'middle'),
    `<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="none" stroke="${COLOURS.light}" />`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${COLOURS.quiet}" stroke-dasharray="4 4" />`,
    `<polyline points="${full.map((bin) => `${x(bin.confidence).toFixed(1)},${y(bin.accuracy).toFixed(1)}`).join(' ')}" fill="none" stroke="${COLOURS.bar}" stroke-width="2" />`,
    ...full.map(
      (bin) =>
        `<circle cx="${x(bin.confidence).toFixed(1)}" cy="${y(bin.accuracy).toFixed(1)}" r="4" fill="${COLOURS.bar}" />`,
    ),
    ...[0, 0.5, 1].flatMap((share) => [
      label(x(share), top + side + 20, percent(share), 'middle', COLOURS.quiet),
      label(left - 8, y(share) + 5, percent(share), 'end', COLOURS.quiet),
    ]),
    ...bars,
    label(left + side / 2, top + side + 112, `${all} faces by confidence`, 'middle', COLOURS.quiet),
  ];
}

function picture(width: number, height: number, title: string, lines: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="15" role="img" aria-label="${title}">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.paper}" />`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

function label(x: number, y: number, text: string, anchor: 'end' | 'middle', fill = COLOURS.ink): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${fill}">${text}</text>`;
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}
