import { type Emotion, EMOTIONS, type EmotionScores } from '../../domain/emotion.ts';
import * as statistics from './statistics.ts';

/** A labelled photo, and what was read in it; nothing where no face was found. */
export interface ReadPhoto {
  readonly truth: Emotion;
  readonly scores: EmotionScores | undefined;
}

/** Shares in [0, 1]. A missed face is wrong in all of them; an emotion without photos is left out. */
export interface PhotoFigures {
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly recall: Readonly<Record<string, number>>;
  readonly happySad: number;
}

export function photoFigures(photos: readonly ReadPhoto[]): PhotoFigures {
  const of = (emotion: Emotion) => photos.filter(({ truth }) => truth === emotion);
  const recall = EMOTIONS.filter((emotion) => of(emotion).length > 0).map(
    (emotion) => [emotion, statistics.shareOf(of(emotion), isRight)] as const,
  );
  return {
    accuracy: statistics.shareOf(photos, isRight),
    balancedAccuracy: recall.reduce((sum, [, share]) => sum + share, 0) / Math.max(1, recall.length),
    recall: Object.fromEntries(recall),
    happySad: statistics.shareOf([...of('happy'), ...of('sad')], isToldApart),
  };
}

/** Whether the likeliest emotion is the photo's. */
export function isRight({ truth, scores }: ReadPhoto): boolean {
  return scores !== undefined && statistics.leading(scores) === truth;
}

/** Whether the likelier of happy and sad is a happy or sad photo's. */
export function isToldApart({ truth, scores }: ReadPhoto): boolean {
  return scores !== undefined && scores.happy > scores.sad === (truth === 'happy');
}
