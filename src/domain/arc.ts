import { LEAST_SPREAD, moodAt, moodDistance, type Mood, type MoodPlace, type MoodPoint } from './mood.ts';

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

/** How far the people at a party draw the music from its goal towards themselves, as a share of the way. */
const PARTY_PULL = 0.3;

/**
 * The path for a mood and an intent. A mood of several points is several people, or mixed feelings: each point gets its
 * share of the slots, rather than all of them an average that nobody feels.
 *
 * Match stays, the points in order of arousal. Focus and party are at their goal from the first track: nobody works or
 * dances their way there; at a party each of several draws their slots a little towards themselves. Lift and calm start
 * where each point is and arrive at their goal by equal steps, holding each for three tracks. A single slot is at the
 * goal. How sure the mood is matters where the path starts; where it goes is certain, so its spread narrows.
 * @param count number of slots, a whole number ≥ 1
 * @throws RangeError if `count` is not
 */
export function arcOf(mood: Mood, intent: Intent, count: number): Arc {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`an arc needs at least one slot, not ${count}`);
  switch (intent) {
    case 'match':
      return stay(mood.points, count);
    case 'focus':
      return stay(moodAt(GOALS.focus).points, count);
    case 'party':
      return stay(mood.points.length === 1 ? moodAt(GOALS.party).points : drawnTo(mood.points), count);
    case 'lift':
    case 'calm':
      return lead(mood.points, intent, count);
  }
}

/** Where the path for a mood leads, one goal for each of its points; match, focus and party lead nowhere. */
export function goalsOf({ points }: Pick<Mood, 'points'>, intent: Intent): readonly MoodPlace[] {
  return intent === 'lift' || intent === 'calm' ? points.map((point) => goalFrom(point, intent)) : [];
}

/** A lift never makes anybody less happy: who is already brighter than its goal stays as bright. */
function goalFrom(start: MoodPlace, intent: 'lift' | 'calm'): MoodPlace {
  const goal = GOALS[intent];
  return intent === 'lift' ? { ...goal, valence: Math.max(goal.valence, start.valence) } : goal;
}

function drawnTo(points: Mood['points']): readonly MoodPoint[] {
  const { valence, arousal } = GOALS.party;
  return points.map((point) => ({
    weight: point.weight,
    spread: LEAST_SPREAD,
    valence: valence + PARTY_PULL * (point.valence - valence),
    arousal: arousal + PARTY_PULL * (point.arousal - arousal),
  }));
}

/** Every point walks its own way in its share of the slots; who is as far along comes together. */
function lead(points: Mood['points'], intent: 'lift' | 'calm', count: number): Arc {
  const given = sharesOf(points, count);
  return points
    .flatMap((point, index) => {
      const slots = given[index] ?? 0;
      if (slots === 0) return [];
      return walk(
        waypoints(point, goalFrom(point, intent), intent),
        slots,
        TRACKS_A_STEP / points.length,
      ).map(({ share, ...place }) => ({ place, share, unsure: Math.max(0, point.spread - LEAST_SPREAD) }));
    })
    .toSorted((a, b) => a.share - b.share)
    .map(({ place, share, unsure }) => ({ ...place, spread: LEAST_SPREAD + unsure * (1 - share) }));
}

function waypoints(start: MoodPlace, goal: MoodPlace, intent: Intent): readonly MoodPlace[] {
  const tense = start.valence < 0 && start.arousal > 0.2;
  return intent === 'lift' && tense ? [start, BY_WAY_OF_CALM, goal] : [start, goal];
}

function stay(points: readonly MoodPoint[], count: number): Arc {
  const given = sharesOf(points, count);
  return points
    .flatMap(({ valence, arousal, spread }, index) =>
      Array.from({ length: given[index] ?? 0 }, () => ({ valence, arousal, spread })),
    )
    .sort((a, b) => a.arousal - b.arousal);
}

/** How many slots each point gets, by largest remainder, so that every part of a group is served. */
function sharesOf(points: readonly MoodPoint[], count: number): readonly number[] {
  const exact = points.map(({ weight }) => weight * count);
  const given = exact.map(Math.floor);
  const left = count - given.reduce((sum, slots) => sum + slots, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
  return given;
}

/** Equal steps along a polyline, each held for some tracks; both its ends are reached, and a short list takes bigger steps. */
function walk(
  corners: readonly MoodPlace[],
  count: number,
  tracksAStep: number,
): readonly (MoodPlace & { readonly share: number })[] {
  const lengths = corners.slice(1).map((corner, index) => moodDistance(corners[index] ?? corner, corner));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const steps = Math.max(2, Math.min(Math.ceil(count / tracksAStep), Math.ceil(total / ONE_STEP) + 1));
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
