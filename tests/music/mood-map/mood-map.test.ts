import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, type Listened } from '../../../src/music/catalogue/mood-map.ts';

const middling: Listened = {
  valence: 0.42,
  energy: 0.55,
  loudness: -8,
  danceability: 0.6,
  acousticness: 0.25,
  tempo: 115,
  mode: 0.6,
  scenes: [],
};

const share = fc.double({ min: 0, max: 1, noNaN: true });

const any: fc.Arbitrary<Listened> = fc.record({
  valence: share,
  energy: share,
  loudness: fc.double({ min: -60, max: 5, noNaN: true }),
  danceability: share,
  acousticness: share,
  tempo: fc.double({ min: 0, max: 260, noNaN: true }),
  mode: share,
  scenes: fc.array(fc.constantFrom('trap', 'dance pop', 'neo soul', 'unheard of'), { maxLength: 4 }),
});

describe('placeOf', () => {
  it('stays in the square, whatever it hears', () => {
    fc.assert(
      fc.property(any, (track) => {
        const { valence, arousal } = placeOf(track);
        expect(Math.abs(valence)).toBeLessThanOrEqual(1);
        expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('puts middling music near the middle', () => {
    const { valence, arousal } = placeOf(middling);
    expect(Math.abs(valence)).toBeLessThan(0.1);
    expect(Math.abs(arousal)).toBeLessThan(0.1);
  });

  it('reaches the edges with real extremes', () => {
    expect(
      placeOf({ ...middling, valence: 0.96, mode: 1, danceability: 0.9, scenes: ['latin pop'] }).valence,
    ).toBe(1);
    expect(
      placeOf({ ...middling, valence: 0.03, mode: 0, danceability: 0.2, scenes: ['trap'] }).valence,
    ).toBe(-1);
    expect(placeOf({ ...middling, energy: 0.99, loudness: -2, tempo: 175, acousticness: 0 }).arousal).toBe(1);
    expect(placeOf({ ...middling, energy: 0.03, loudness: -20, tempo: 70, acousticness: 0.98 }).arousal).toBe(
      -1,
    );
  });

  it.each(['valence', 'mode', 'danceability'] as const)('hears more %s as brighter', (feature) => {
    expect(placeOf({ ...middling, [feature]: 0.9 }).valence).toBeGreaterThan(
      placeOf({ ...middling, [feature]: 0.1 }).valence,
    );
  });

  it('hears energy, loudness and tempo as intense, acoustic music as quiet', () => {
    const { arousal } = placeOf(middling);
    expect(placeOf({ ...middling, energy: 0.8 }).arousal).toBeGreaterThan(arousal);
    expect(placeOf({ ...middling, loudness: -3 }).arousal).toBeGreaterThan(arousal);
    expect(placeOf({ ...middling, tempo: 150 }).arousal).toBeGreaterThan(arousal);
    expect(placeOf({ ...middling, acousticness: 0.9 }).arousal).toBeLessThan(arousal);
  });

  it('hears a dark scene darker and a bright one brighter, by how often the track is listed there', () => {
    const at = (...scenes: readonly string[]): number => placeOf({ ...middling, scenes }).valence;
    expect(at('hard rock')).toBeLessThan(at('hard rock', 'neo soul'));
    expect(at('hard rock', 'neo soul')).toBeLessThan(at());
    expect(at('dance pop')).toBeGreaterThan(at());
    expect(at('no such scene')).toBe(at());
  });
});
