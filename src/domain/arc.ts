import { centreOf, LEAST_SPREAD, moodAt, moodDistance, type Mood, type MoodPlace } from './mood.ts';

export const INTENTS = ['match', 'lift', 'calm', 'focus', 'party'] as const;

/** What the listener wants from the music. */
export type Intent = (typeof INTENTS)[number];

/** One place on the path, for one track, and how far around it a track may lie. */
export interface Slot extends MoodPlace {
  readonly spread: number;
}

/** The path through mood space that a playlist follows, one slot a track. */
export type Arc = readonly Slot[];

/** Where each intent but match ends. */
const GOALS: Readonly<Record<Exclude<Intent, 'match'>, MoodPlace>> = {
  lift: { valence: 0.7, arousal: 0.35 },
  calm: { valence: 0.3, arousal: -0.65 },
  focus: { valence: 0.1, arousal: -0.3 },
  party: { valence: 0.7, arousal: 0.8 },
};

/** Tense moods are led down before they are led up: straight across would pass through louder music. */
const BY_WAY_OF_CALM: MoodPlace = { valence: 0.1, arousal: -0.2 };

/**
 * Tracks a step: guided lists in the mood-induction literature hold a step for three to four tracks before moving on
 * (see Starcke 2021 on sad-to-happy lists).
 */
const TRACKS_A_STEP = 3;

/** Places nearer than this are the same step to a listener. */
const ONE_STEP = 0.15;

/**
 * The path for a mood and an intent.
 *
 * Match stays: each point of the mood gets its share of the slots, the points in order of arousal. Focus and party are
 * at their goal from the first track: nobody works or dances their way there. Lift and calm start where the mood is and
 * arrive at their goal by equal steps, holding each for three tracks. A single slot is at
 * the goal. How sure the mood is matters where the path starts; where it goes is certain, so its spread narrows.
 * @param count number of slots, a whole number ≥ 1
 * @throws RangeError if `count` is not
 */
export function arcOf(mood: Mood, intent: Intent, count: number): Arc {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`an arc needs at least one slot, not ${count}`);
  if (intent === 'match') return stay(mood, count);
  if (intent === 'focus' || intent === 'party') return stay(moodAt(GOALS[intent]), count);
  const start = centreOf(mood);
  const unsure = Math.max(...mood.points.map((point) => point.spread)) - LEAST_SPREAD;
  return walk(waypoints(start, goalFrom(start, intent), intent), count).map(({ share, ...place }) => ({
    ...place,
    spread: LEAST_SPREAD + Math.max(0, unsure) * (1 - share),
  }));
}

/** Where the path for a mood leads; match, focus and party stay in one place. */
export function goalOf(mood: Mood, intent: Intent): MoodPlace | undefined {
  return intent === 'lift' || intent === 'calm' ? goalFrom(centreOf(mood), intent) : undefined;
}

/** A lift never makes anybody less happy: who is already brighter than its goal stays as bright. */
function goalFrom(start: MoodPlace, intent: Exclude<Intent, 'match'>): MoodPlace {
  const goal = GOALS[intent];
  return intent === 'lift' ? { ...goal, valence: Math.max(goal.valence, start.valence) } : goal;
}

function waypoints(start: MoodPlace, goal: MoodPlace, intent: Intent): readonly MoodPlace[] {
  const tense = start.valence < 0 && start.arousal > 0.2;
  return intent === 'lift' && tense ? [start, BY_WAY_OF_CALM, goal] : [start, goal];
}

/** Shares the slots among the points by largest remainder, so that every part of a group is served. */
function stay(mood: Mood, count: number): Arc {
  const shares = mood.points.map((point) => ({ point, exact: point.weight * count }));
  const given = shares.map(({ exact }) => Math.floor(exact));
  const left = count - given.reduce((sum, slots) => sum + slots, 0);
  const byRemainder = shares
    .map(({ exact }, index) => ({ index, remainder: exact - Math.floor(exact) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
  return shares
    .flatMap(({ point: { valence, arousal, spread } }, index) =>
      Array.from({ length: given[index] ?? 0 }, () => ({ valence, arousal, spread })),
    )
    .sort((a, b) => a.arousal - b.arousal);
}

/** Equal steps along a polyline; both its ends are reached, and a short list takes bigger steps. */
function walk(
  corners: readonly MoodPlace[],
  count: number,
): readonly (MoodPlace & { readonly share: number })[] {
  const lengths = corners.slice(1).map((corner, index) => moodDistance(corners[index] ?? corner, corner));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const steps = Math.max(2, Math.min(Math.ceil(count / TRACKS_A_STEP), Math.ceil(total / ONE_STEP) + 1));
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 1 : Math.floor((index * steps) / count) / (steps - 1);
    return { ...along(corners, lengths, total * share), share };
  });
}

function along(corners: readonly MoodPlace[], lengths: readonly number[], distance: number): MoodPlace {
  let left = distance;
  for (const [index, length] of lengths.entries()) {
    const from = corners[index];
    const to = corners[index + 1];
    if (!from || !to) break;
    if (left <= length || index === lengths.length - 1) {
      const share = length === 0 ? 1 : Math.min(1, left / length);
      return {
        valence: from.valence + share * (to.valence - from.valence),
        arousal: from.arousal + share * (to.arousal - from.arousal),
      };
    }
    left -= length;
  }
  const [first = { valence: 0, arousal: 0 }] = corners;
  return { valence: first.valence, arousal: first.arousal };
}
