import { type Emotion, emotionScores, EMOTIONS } from '../../src/domain/emotion.ts';
import type { Face } from '../../src/domain/reading.ts';

/** A face that shows these emotions; what is left of certainty is shared by the others. */
export function face(shown: Partial<Record<Emotion, number>>, values: Partial<Face> = {}): Face {
  const rest = 1 - Object.values(shown).reduce((sum, share) => sum + share, 0);
  const others = EMOTIONS.length - Object.keys(shown).length;
  return {
    box: { x: 0, y: 0, width: 100, height: 100 },
    score: 0.9,
    emotions: emotionScores((emotion) => shown[emotion] ?? rest / others),
    sure: true,
    ...values,
  };
}
