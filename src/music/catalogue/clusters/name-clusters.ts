import type { AudioFeatures } from '../audio-features.ts';
import { FEATURES } from './features.ts';

/** What a cluster sounds like where a feature lies below or above the others'; energy and loudness are its arousal. */
const WORDS: Readonly<
  Partial<Record<keyof AudioFeatures, readonly [low: string | undefined, high: string]>>
> = {
  valence: ['dark', 'bright'],
  danceability: ['free-flowing', 'danceable'],
  acousticness: ['electric', 'acoustic'],
  instrumentalness: [undefined, 'instrumental'],
  liveness: [undefined, 'concert'],
  speechiness: [undefined, 'wordy'],
  tempo: ['slow', 'fast'],
};

/**
 * Names clusters by what marks them and where they lie in mood space: "quiet acoustic", "intense electric". No two
 * have the same name.
 * @param centres in standard deviations of the features
 * @param arousals the mean arousal of each, in [−1, 1]
 */
export function nameClusters(
  centres: readonly (readonly number[])[],
  arousals: readonly number[],
): readonly string[] {
  const names: string[] = [];
  centres.forEach((centre, cluster) => {
    const loudness = loudnessWord(arousals[cluster] ?? 0);
    const marks = marksOf(centre);
    // The strongest mark stands last, as a noun would; weaker ones come before it until the name is its own.
    const choices = marks.map((_, more) => [loudness, ...marks.slice(0, more + 1).toReversed()].join(' '));
    names.push(choices.find((name) => !names.includes(name)) ?? `${loudness} ${cluster + 1}`);
  });
  return names;
}

/** The words that fit, most marked first. */
function marksOf(centre: readonly number[]): readonly string[] {
  return FEATURES.map((feature, at) => ({ words: WORDS[feature], by: centre[at] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .flatMap(({ words, by }) => (by < 0 ? words?.[0] : words?.[1]) ?? []);
}

function loudnessWord(arousal: number): string {
  if (arousal < -0.5) return 'quiet';
  if (arousal < 0) return 'gentle';
  return arousal < 0.5 ? 'lively' : 'intense';
}
