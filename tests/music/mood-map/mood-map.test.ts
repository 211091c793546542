import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelChances, placeOf, type Listened } from '../../../src/music/mood-map/mood-map.ts';

const middling: Listened = {
  valence: 0.46,
  energy: 0.63,
  loudness: -8,
  danceability: 0.6,
  acousticness: 0.25,
  instrumentalness: 0.01,
  liveness: 0.15,
  speechiness: 0.06,
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
  instrumentalness: share,
  liveness: share,
  speechiness: share,
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
    expect(Math.abs(valence)).toBeLessThan(0.25);
    expect(Math.abs(arousal)).toBeLessThan(0.25);
  });

  it('comes near the edges with real extremes, and has room left', () => {
    const bright = placeOf({ ...middling, valence: 0.96, mode: 1, danceability: 0.9, scenes: ['latin pop'] });
    const dark = placeOf({
      ...middling,
      valence: 0.05,
      mode: 0,
      danceability: 0.2,
      scenes: ['gangster rap'],
    });
    const intense = placeOf({ ...middling, energy: 0.99, loudness: -2, tempo: 175, acousticness: 0 });
    const quiet = placeOf({ ...middling, energy: 0.03, loudness: -20, tempo: 70, acousticness: 0.98 });
    for (const far of [bright.valence, -dark.valence, intense.arousal, -quiet.arousal]) {
      expect(far).toBeGreaterThan(0.75);
      expect(far).toBeLessThan(1);
    }
  });

  it('puts quiet instrumental music with the calm rather than with the sad', () => {
    const piano = { ...middling, valence: 0.1, energy: 0.05, loudness: -25, acousticness: 0.99, tempo: 75 };
    const sung = placeOf(piano);
    const played = placeOf({ ...piano, instrumentalness: 0.92 });
    expect(played.arousal).toBeLessThan(-0.7);
    expect(played.valence).toBeGreaterThan(sung.valence + 0.2);
  });

  it.each(['valence', 'mode', 'danceability'] as const)('hears more %s as brighter', (feature) => {
    expect(placeOf({ ...middling, [feature]: 0.9 }).valence).toBeGreaterThan(
      placeOf({ ...middling, [feature]: 0.1 }).valence,
    );
  });

  it('hears more energy as more intense, all the way', () => {
    const arousals = [0, 0.2, 0.4, 0.6, 0.8, 1].map((energy) => placeOf({ ...middling, energy }).arousal);
    expect(arousals).toEqual(arousals.toSorted((a, b) => a - b));
    expect((arousals.at(-1) ?? 0) - (arousals[0] ?? 0)).toBeGreaterThan(0.7);
  });

  it('hears a dark scene darker and a bright one brighter, by how often the track is listed there', () => {
    const at = (...scenes: readonly string[]): number => placeOf({ ...middling, scenes }).valence;
    expect(at('hard rock')).toBeLessThan(at('hard rock', 'no such scene'));
    expect(at('hard rock', 'no such scene')).toBeLessThan(at());
    expect(at('Dance-Pop')).toBeGreaterThan(at());
    expect(at('no such scene', 'constructor')).toBe(at());
  });
});

describe('labelChances', () => {
  it('are chances, whatever is heard', () => {
    fc.assert(
      fc.property(any, (track) => {
        const chances = Object.values(labelChances(track));
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('know music that people agree on', () => {
    const loud = { ...middling, valence: 0.3, energy: 0.97, loudness: -3, acousticness: 0.001, tempo: 150 };
    const ambient = { ...middling, valence: 0.08, energy: 0.05, loudness: -25, acousticness: 0.98 };
    const disco = { ...middling, valence: 0.95, energy: 0.7, danceability: 0.8, tempo: 118 };
    const ballad = { ...middling, valence: 0.2, energy: 0.25, loudness: -11, acousticness: 0.85 };
    expect(labelChances(loud).energetic).toBeGreaterThan(0.6);
    expect(labelChances({ ...ambient, instrumentalness: 0.92 }).calm).toBeGreaterThan(0.6);
    expect(labelChances(disco).happy).toBeGreaterThan(0.6);
    expect(labelChances(ballad).sad).toBeGreaterThan(0.6);
  });
});
