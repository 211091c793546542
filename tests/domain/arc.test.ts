import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcOf, goalsOf, type Arc } from '../../src/domain/arc.ts';
import {
  centreOf,
  EMOTION_PLACES,
  LEAST_SPREAD,
  mixtureOf,
  moodAt,
  moodDistance,
  type MoodPlace,
} from '../../src/domain/mood.ts';
import { lone, moods } from './moods.ts';

const leading = fc.constantFrom('lift', 'calm');

/** The distinct places of an arc, in order. */
function stepsOf(arc: Arc): readonly MoodPlace[] {
  return arc.filter((slot, index) => index === 0 || moodDistance(slot, arc[index - 1] ?? slot) > 1e-9);
}

describe('an arc for focus or a party', () => {
  it('is at one place from the first track to the last, whatever the mood of one person', () => {
    fc.assert(
      fc.property(lone, lone, fc.constantFrom('focus', 'party'), (one, other, intent) => {
        const arc = arcOf(one, intent, 8);
        expect(stepsOf(arc)).toHaveLength(1);
        expect(arcOf(other, intent, 8)).toEqual(arc);
      }),
    );
  });

  it('lets each of several people draw a part of a party towards themselves', () => {
    const [sad, happy] = [moodAt(EMOTION_PLACES.sad), moodAt(EMOTION_PLACES.happy)];
    const arc = arcOf(mixtureOf([sad, happy]), 'party', 10);
    const [goal] = arcOf(happy, 'party', 1);
    expect(stepsOf(arc)).toHaveLength(2);
    expect(arc.filter(({ valence }) => valence < (goal?.valence ?? -1))).toHaveLength(5);
    for (const { arousal } of arc) expect(arousal).toBeGreaterThan(0.4);
  });
});

describe('an arc that leads somewhere', () => {
  it('leads everybody from where they are to their goal, together', () => {
    const [sad, angry] = [moodAt(EMOTION_PLACES.sad), moodAt(EMOTION_PLACES.angry)];
    const arc = arcOf(mixtureOf([sad, angry]), 'calm', 12);
    const at = (place: MoodPlace): number => arc.filter((slot) => moodDistance(slot, place) < 1e-9).length;
    expect(at(EMOTION_PLACES.sad)).toBeGreaterThan(0);
    expect(at(EMOTION_PLACES.sad)).toBe(at(EMOTION_PLACES.angry));
    expect(arc.slice(0, 2).map(({ valence }) => valence)).toEqual([
      EMOTION_PLACES.sad.valence,
      EMOTION_PLACES.sad.valence,
    ]);
    const [goal] = goalsOf(sad, 'calm');
    for (const slot of arc.slice(-2))
      expect(moodDistance(slot, goal ?? EMOTION_PLACES.sad)).toBeCloseTo(0, 9);
  });

  it('does not send a group to and fro: most steps are short ones', () => {
    const group = mixtureOf([moodAt(EMOTION_PLACES.sad), moodAt(EMOTION_PLACES.happy)]);
    const arc = arcOf(group, 'lift', 12);
    const jumps = arc.slice(1).map((slot, index) => moodDistance(slot, arc[index] ?? slot));
    expect(jumps.reduce((sum, jump) => sum + jump, 0) / jumps.length).toBeLessThan(0.6);
  });

  it('starts at the mood and ends at the goal', () => {
    fc.assert(
      fc.property(lone, leading, fc.integer({ min: 2, max: 60 }), (mood, intent, count) => {
        const arc = arcOf(mood, intent, count);
        const [goal] = goalsOf(mood, intent);
        expect(arc).toHaveLength(count);
        expect(moodDistance(arc[0] ?? { valence: 9, arousal: 9 }, centreOf(mood))).toBeCloseTo(0, 6);
        expect(
          moodDistance(arc.at(-1) ?? { valence: 9, arousal: 9 }, goal ?? { valence: 9, arousal: 9 }),
        ).toBeCloseTo(0, 6);
      }),
    );
  });

  it('takes equal steps on a straight way', () => {
    const steps = stepsOf(arcOf(moodAt(EMOTION_PLACES.sad), 'lift', 12));
    const lengths = steps.slice(1).map((step, index) => moodDistance(step, steps[index] ?? step));
    expect(lengths).toHaveLength(3);
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0, 9);
  });

  it('holds each step for three tracks in a list of twelve', () => {
    const arc = arcOf(moodAt(EMOTION_PLACES.sad), 'lift', 12);
    for (const index of [0, 3, 6, 9]) {
      expect(arc[index + 1]).toEqual(arc[index]);
      expect(arc[index + 2]).toEqual(arc[index]);
    }
  });

  it('starts a lift below where it ends even in a list of two', () => {
    const [first, last] = arcOf(moodAt(EMOTION_PLACES.sad), 'lift', 2);
    expect(first).toMatchObject(EMOTION_PLACES.sad);
    expect(last?.valence).toBeCloseTo(0.7, 9);
  });

  it('leads a tense mood down through calm before it lifts it', () => {
    const arc = arcOf(moodAt(EMOTION_PLACES.angry), 'lift', 15);
    const quietest = Math.min(...arc.map(({ arousal }) => arousal));
    expect(quietest).toBeLessThan(0);
    expect(arc.at(-1)?.arousal).toBeGreaterThan(0.3);
  });

  it('leads a sad mood straight up, never darker and never quieter', () => {
    const steps = stepsOf(arcOf(moodAt(EMOTION_PLACES.sad), 'lift', 15));
    for (const [index, step] of steps.slice(1).entries()) {
      expect(step.valence).toBeGreaterThan(steps[index]?.valence ?? 1);
      expect(step.arousal).toBeGreaterThan(steps[index]?.arousal ?? 1);
    }
  });

  it('never lifts anybody to a darker place than where they are', () => {
    fc.assert(
      fc.property(lone, fc.integer({ min: 1, max: 40 }), (mood, count) => {
        const arc = arcOf(mood, 'lift', count);
        expect(arc.at(-1)?.valence).toBeGreaterThanOrEqual(centreOf(mood).valence - 1e-9);
      }),
    );
  });

  it('is as unsure as the mood where it starts and sure where it ends', () => {
    const arc = arcOf(moodAt(EMOTION_PLACES.sad, 0.5), 'lift', 12);
    expect(arc[0]?.spread).toBeCloseTo(0.5, 9);
    expect(arc.at(-1)?.spread).toBeCloseTo(LEAST_SPREAD, 9);
  });
});

describe('an arc that matches', () => {
  it('stays where one person is', () => {
    const arc = arcOf(moodAt(EMOTION_PLACES.sad, 0.3), 'match', 7);
    expect(arc).toEqual(Array.from({ length: 7 }, () => ({ ...EMOTION_PLACES.sad, spread: 0.3 })));
  });

  it('gives everybody in a group a fair share', () => {
    const group = mixtureOf([
      moodAt(EMOTION_PLACES.sad),
      moodAt(EMOTION_PLACES.happy),
      moodAt(EMOTION_PLACES.angry),
    ]);
    const arc = arcOf(group, 'match', 10);
    for (const emotion of ['sad', 'happy', 'angry'] as const) {
      const share = arc.filter((slot) => moodDistance(slot, EMOTION_PLACES[emotion]) < 1e-9).length;
      expect(share).toBeGreaterThanOrEqual(3);
      expect(share).toBeLessThanOrEqual(4);
    }
  });

  it('has a slot for every track, whatever the group', () => {
    fc.assert(
      fc.property(moods, fc.integer({ min: 1, max: 60 }), (mood, count) => {
        expect(arcOf(mood, 'match', count)).toHaveLength(count);
      }),
    );
  });

  it('leads nowhere', () => {
    expect(goalsOf(moodAt(EMOTION_PLACES.sad), 'match')).toEqual([]);
  });
});

it.each([0, -1, 1.5, Number.NaN])('has no arc of %d slots', (count) => {
  expect(() => arcOf(moodAt(EMOTION_PLACES.sad), 'lift', count)).toThrow(RangeError);
});
