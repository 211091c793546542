import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS, emotionScores } from '../../src/domain/emotion.ts';
import {
  centreOf,
  EMOTION_PLACES,
  LEAST_SPREAD,
  mixtureOf,
  moodAt,
  moodDistance,
  moodNameAt,
  moodOf,
} from '../../src/domain/mood.ts';
import { moods, places } from './moods.ts';

describe('moodOf', () => {
  it.each(EMOTIONS)('puts a face that is surely %s at the place of that emotion', (emotion) => {
    const mood = moodOf(emotionScores((each) => (each === emotion ? 1 : 0)));
    expect(moodDistance(mood.points[0], EMOTION_PLACES[emotion])).toBeCloseTo(0, 9);
    expect(mood.points[0].spread).toBe(LEAST_SPREAD);
  });

  it('takes the mean of a mixed face, not its likeliest emotion', () => {
    const mood = moodOf(emotionScores((each) => (each === 'happy' ? 0.6 : each === 'sad' ? 0.4 : 0)));
    const [happy, sad] = [0.36 / 0.52, 0.16 / 0.52];
    expect(mood.points[0].valence).toBeCloseTo(happy * 0.8 - sad * 0.7, 9);
    expect(mood.points[0].arousal).toBeCloseTo(happy * 0.5 - sad * 0.4, 9);
  });

  it('is not drawn to the tense emotions by the doubt that a calibrated net leaves on all of them', () => {
    const resting = emotionScores((each) => (each === 'neutral' ? 0.46 : 0.09));
    expect(moodOf(resting).name).toBe('calm');
    expect(moodDistance(moodOf(resting).points[0], EMOTION_PLACES.neutral)).toBeLessThan(0.15);
  });

  it('spreads wider the less the emotions agree', () => {
    const spreadAt = (happy: number): number =>
      moodOf(emotionScores((each) => (each === 'happy' ? happy : each === 'sad' ? 1 - happy : 0))).points[0]
        .spread;
    expect(spreadAt(0.5)).toBeGreaterThan(spreadAt(0.8));
    expect(spreadAt(0.8)).toBeGreaterThan(spreadAt(0.95));
  });

  it('moves by the listener’s shift, and stays in the square', () => {
    const neutral = emotionScores((each) => (each === 'neutral' ? 1 : 0));
    const { valence, arousal } = moodOf(neutral, { valence: 0.3, arousal: -0.2 }).points[0];
    expect(valence).toBeCloseTo(EMOTION_PLACES.neutral.valence + 0.3, 9);
    expect(arousal).toBeCloseTo(EMOTION_PLACES.neutral.arousal - 0.2, 9);
    expect(moodOf(neutral, { valence: 5, arousal: -5 }).points[0]).toMatchObject({ valence: 1, arousal: -1 });
  });
});

describe('moodNameAt', () => {
  it.each([
    ['happy', 'happy'],
    ['sad', 'sad'],
    ['angry', 'tense'],
    ['fear', 'tense'],
    ['disgust', 'tense'],
    ['surprise', 'energetic'],
    ['neutral', 'calm'],
  ] as const)('calls the place of %s %s', (emotion, name) => {
    expect(moodNameAt(EMOTION_PLACES[emotion])).toBe(name);
  });
});

describe('mixtureOf', () => {
  it('counts everybody the same and keeps them apart', () => {
    const sad = moodAt(EMOTION_PLACES.sad);
    const happy = moodAt(EMOTION_PLACES.happy);
    const group = mixtureOf([sad, happy]);
    expect(group.points).toEqual([
      { ...sad.points[0], weight: 0.5 },
      { ...happy.points[0], weight: 0.5 },
    ]);
  });

  it('has weights that sum to 1 and a centre in the square, whoever is in it', () => {
    fc.assert(
      fc.property(moods, moods, (one, other) => {
        const group = mixtureOf([one, other]);
        expect(group.points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        const { valence, arousal } = centreOf(group);
        expect(Math.max(Math.abs(valence), Math.abs(arousal))).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('moodDistance', () => {
  it('is the same both ways and never shorter by a detour', () => {
    fc.assert(
      fc.property(places, places, places, (a, b, c) => {
        expect(moodDistance(a, b)).toBe(moodDistance(b, a));
        expect(moodDistance(a, c)).toBeLessThanOrEqual(moodDistance(a, b) + moodDistance(b, c) + 1e-12);
      }),
    );
  });
});
