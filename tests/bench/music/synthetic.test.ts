import { expect, it } from 'vitest';
import { syntheticTracks } from '../../../bench/music/synthetic.ts';
import { KINDS, wishesOf } from '../../../bench/music/wishes.ts';

const tracks = [...syntheticTracks(20_000)];

it('are the same on every run, and no two have one id', () => {
  expect([...syntheticTracks(20_000)]).toEqual(tracks);
  expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
});

it('are by few whom everybody plays and many whom hardly anybody does', () => {
  const counts = [...Map.groupBy(tracks, ({ artists }) => artists[0]).values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a);
  expect(counts[0]).toBeGreaterThan(10 * (counts[Math.floor(counts.length / 2)] ?? 0));
  expect(counts.length).toBeGreaterThan(1000);
});

it('lie all over the map', () => {
  for (const [right, up] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    const there = tracks.filter(({ valence, arousal }) => right * valence > 0.3 && up * arousal > 0.3);
    expect(there.length).toBeGreaterThan(500);
  }
});

it('are asked for in ways that they can answer', () => {
  const genres = new Set(tracks.map(({ genre }) => genre));
  const ids = new Set(tracks.map(({ id }) => id));
  for (const kind of KINDS)
    for (const { filters, heard = [] } of wishesOf(kind, 20, (row) => tracks[row]?.id ?? '', tracks.length)) {
      expect(filters?.genre === undefined || genres.has(filters.genre)).toBe(true);
      expect([...heard].every((id) => ids.has(id))).toBe(true);
      expect([...heard]).toHaveLength(kind === 'heard' ? 500 : 0);
    }
});
