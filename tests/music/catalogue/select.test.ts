import { describe, expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { cellOf, MOST_BY_ARTIST, select } from '../../../src/music/catalogue/select.ts';

function tracks(count: number, of: (index: number) => Partial<Track>): readonly Track[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${JSON.stringify(of(index))}${index}`;
    return {
      id,
      title: id,
      artists: [id] as const,
      year: 2000,
      genre: 'pop',
      valence: 0,
      arousal: 0,
      popularity: 50,
      ...of(index),
    };
  });
}

function count(list: readonly Track[], what: (track: Track) => boolean): number {
  return list.filter(what).length;
}

describe('select', () => {
  it('takes all of a thin cell and shares the rest among the full ones', () => {
    const thin = tracks(3, () => ({ valence: 0.9, arousal: -0.9 }));
    const full = tracks(100, (index) => ({ valence: index % 2 === 0 ? -0.5 : 0.5 }));
    const selected = select([...full, ...thin], 43);
    expect(selected).toHaveLength(43);
    expect(count(selected, ({ valence }) => valence === 0.9)).toBe(3);
    expect(count(selected, ({ valence }) => valence === -0.5)).toBe(20);
  });

  it('prefers what people know', () => {
    const selected = select(
      tracks(100, (index) => ({ popularity: index })),
      10,
    );
    expect(Math.min(...selected.map(({ popularity = 0 }) => popularity))).toBe(90);
  });

  it('leans towards a genre and a decade that are rare', () => {
    const common = tracks(50, () => ({ popularity: 60 }));
    const selected = select(
      [
        ...common,
        ...tracks(5, () => ({ popularity: 40, genre: 'edm' })),
        ...tracks(5, () => ({ popularity: 40, year: 1965 })),
      ],
      30,
    );
    expect(count(selected, ({ genre }) => genre === 'edm')).toBe(5);
    expect(count(selected, ({ year }) => year === 1965)).toBe(5);
  });

  it('has at most six tracks of an artist, main or featured, in all cells together', () => {
    const main = tracks(20, (index) => ({ artists: ['Queen'], valence: index / 10 - 1, popularity: 90 }));
    const featured = tracks(20, (index) => ({ artists: [`A${index}`, 'QUEEN'], arousal: index / 10 - 1 }));
    const selected = select([...main, ...featured], 30);
    expect(selected).toHaveLength(MOST_BY_ARTIST);
  });
});

describe('cellOf', () => {
  it('puts the corners of the square into the corners of the grid', () => {
    expect(cellOf({ valence: -1, arousal: -1 })).toEqual({ row: 0, column: 0 });
    expect(cellOf({ valence: 1, arousal: 1 })).toEqual({ row: 9, column: 9 });
    expect(cellOf({ valence: 1, arousal: -1 })).toEqual({ row: 0, column: 9 });
    expect(cellOf({ valence: 0, arousal: -0.01 })).toEqual({ row: 4, column: 5 });
  });
});
