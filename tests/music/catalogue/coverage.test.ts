import { describe, expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { coverageOf, coverageText } from '../../../src/music/catalogue/coverage.ts';

let ids = 0;
function track(values: Partial<Track>): Track {
  return {
    id: String((ids += 1)),
    title: 'T',
    artists: ['A'],
    year: 1999,
    genre: 'pop',
    valence: 0,
    arousal: 0,
    popularity: 50,
    ...values,
  };
}

const tracks = [
  track({ valence: 1, arousal: -1 }),
  track({ valence: 1, arousal: -1, artists: ['a', 'B'], year: 2003, genre: 'rap' }),
  track({ valence: -1, arousal: 1, year: 1991 }),
];

describe('coverage', () => {
  it('counts tracks by cell, genre, decade and artist', () => {
    const { grid, ...rest } = coverageOf(columnsOf(tracks));
    expect(rest).toEqual({
      tracks: 3,
      artists: 2,
      genres: [
        ['pop', 2],
        ['rap', 1],
      ],
      decades: [
        [1990, 2],
        [2000, 1],
      ],
    });
    expect(grid[0]?.[9]).toBe(2);
    expect(grid[9]?.[0]).toBe(1);
    expect(grid.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('draws intense music at the top and bright music at the right', () => {
    const lines = coverageText(coverageOf(columnsOf(tracks))).split('\n');
    expect(lines.find((line) => line.startsWith('intense'))).toMatch(/^intense\s+1(\s+0){9}$/);
    expect(lines.find((line) => line.startsWith('quiet'))).toMatch(/^quiet(\s+0){9}\s+2$/);
    expect(lines).toContain('by genre   pop 2, rap 1');
  });
});
