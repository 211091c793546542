import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOOD_NAMES, MOOD_PLACES, moodNameAt, type MoodPlace } from '../../src/domain/mood.ts';
import { membershipOf, REGION_NAMES } from '../../src/domain/region.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });
const anywhere = fc.record({ valence: unit, arousal: unit });

function strongest(place: MoodPlace): number {
  return Math.max(...MOOD_NAMES.map((name) => membershipOf(name, place)));
}

describe('membershipOf', () => {
  it('is in (0, 1] everywhere, for every region', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...REGION_NAMES), (place, region) => {
        expect(membershipOf(region, place)).toBeGreaterThan(0);
        expect(membershipOf(region, place)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 at the heart of a mood, and the strongest is the mood that the place is called by', () => {
    for (const name of MOOD_NAMES) expect(membershipOf(name, MOOD_PLACES[name])).toBe(1);
    fc.assert(
      fc.property(anywhere, (place) => {
        expect(membershipOf(moodNameAt(place), place)).toBe(strongest(place));
      }),
    );
  });

  it('knows the two kinds of music that cheer', () => {
    const loud = { valence: 0.5, arousal: 0.95 };
    const content = { valence: 0.75, arousal: -0.3 };
    expect(membershipOf('highly energetic', loud)).toBeGreaterThan(0.9);
    expect(membershipOf('happy and calm', content)).toBeGreaterThan(0.9);
    expect(membershipOf('highly energetic', content)).toBeLessThan(0.1);
    expect(membershipOf('happy and calm', loud)).toBeLessThan(0.1);
  });

  it('calls the middle calm', () => {
    const middle = { valence: 0, arousal: 0.1 };
    expect(membershipOf('calm', middle)).toBe(strongest(middle));
  });
});
