import { type EmotionScores, emotionScores } from '../../../domain/emotion.ts';

/** The readings of the last moments. */
export interface Recent {
  add(scores: EmotionScores, at: number): void;
  /** Their mean; nothing where there is none. */
  mean(at: number): EmotionScores | undefined;
  clear(): void;
}

/** @param span how far back it remembers, in milliseconds */
export function createRecent(span: number): Recent {
  let kept: { readonly scores: EmotionScores; readonly at: number }[] = [];
  const within = (at: number) => (kept = kept.filter((each) => at - each.at <= span));
  return {
    add: (scores, at) => {
      within(at).push({ scores, at });
    },
    mean: (at) => {
      const recent = within(at);
      return recent.length === 0
        ? undefined
        : emotionScores((emotion) => recent.reduce((sum, { scores }) => sum + scores[emotion], 0));
    },
    clear: () => {
      kept = [];
    },
  };
}
