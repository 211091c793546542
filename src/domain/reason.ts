import { goalOf, type Arc, type Intent } from './arc.ts';
import { centreOf, moodDistance, type MoodPlace } from './mood.ts';
import type { PickTerms, Playlist } from './playlist.ts';

/** How much is going on in the music, by arousal: up to −0.5, 0, 0.5, and above. */
export type Loudness = 'quiet' | 'gentle' | 'lively' | 'intense';

/** How the music is coloured, by valence: up to −0.6, −0.2, 0.2, 0.6, and above. */
export type Colour = 'dark' | 'blue' | 'even' | 'warm' | 'bright';

/** One thing that can be said about why a track was picked; each follows from the pick and where it stands. */
export type ReasonClause =
  /** What the track itself is like. */
  | { readonly kind: 'tone'; readonly loudness: Loudness; readonly colour: Colour }
  /** Where on the way to the goal its slot is; only in lists that lead somewhere. */
  | { readonly kind: 'step'; readonly step: 'start' | 'on-the-way' | 'arrived' }
  /** That it fits its slot closely; or that nothing was left within the slot's reach. */
  | { readonly kind: 'fit'; readonly fit: 'close' | 'widened' }
  /** Otherwise, and where the list stays with the listener's mood, what it is compared with that. */
  | { readonly kind: 'lean'; readonly lean: 'brighter' | 'darker' | 'livelier' | 'quieter' }
  /** What it does after the track before it, where that can be heard. */
  | { readonly kind: 'turn'; readonly turn: 'brightens' | 'darkens' | 'picks-up' | 'eases-off' };

/** To a listener a track this near is in the same place as its slot. */
const CLOSE = 0.1;

/** A difference between two tracks that can be heard. */
const HEARD = 0.3;

/** Slots this near an end of the way count as that end. */
const AT_AN_END = 0.05;

/**
 * The reasons for one pick, in the order to say them; the first is always its tone.
 * @param index the pick's place in the list, from 0
 * @throws RangeError if the list has no such pick
 */
export function reasonsOf(playlist: Playlist, index: number): readonly ReasonClause[] {
  const pick = playlist.picks[index];
  if (!pick) throw new RangeError(`no pick ${index} in a list of ${playlist.picks.length}`);
  const { track, slot, terms } = pick;
  const before = playlist.picks[index - 1]?.track;
  return [
    { kind: 'tone', loudness: loudnessOf(track), colour: colourOf(track) },
    ...stepOf(playlist, slot),
    ...(fitOf(terms) ??
      (playlist.intent === 'match' ? [{ kind: 'lean', lean: leanOf(slot, track) } as const] : [])),
    ...turnOf(before, track),
  ];
}

/** The band of a place's arousal. */
export function loudnessOf({ arousal }: Pick<MoodPlace, 'arousal'>): Loudness {
  return arousal <= -0.5 ? 'quiet' : arousal <= 0 ? 'gentle' : arousal <= 0.5 ? 'lively' : 'intense';
}

/** The band of a place's valence. */
export function colourOf({ valence }: Pick<MoodPlace, 'valence'>): Colour {
  if (valence <= -0.6) return 'dark';
  if (valence <= -0.2) return 'blue';
  if (valence <= 0.2) return 'even';
  return valence <= 0.6 ? 'warm' : 'bright';
}

function stepOf(
  { mood, intent }: { readonly mood: Playlist['mood']; readonly intent: Intent },
  slot: Arc[number],
) {
  const goal = goalOf(mood, intent);
  if (!goal) return [];
  const near = (place: MoodPlace): boolean => moodDistance(slot, place) <= AT_AN_END;
  const step = near(goal) ? 'arrived' : near(centreOf(mood)) ? 'start' : 'on-the-way';
  return [{ kind: 'step', step } as const];
}

function fitOf({ distance, widenedBy }: PickTerms) {
  if (widenedBy > 0) return [{ kind: 'fit', fit: 'widened' } as const];
  return distance <= CLOSE ? [{ kind: 'fit', fit: 'close' } as const] : undefined;
}

function leanOf(from: MoodPlace, to: MoodPlace) {
  const valence = to.valence - from.valence;
  const arousal = to.arousal - from.arousal;
  if (Math.abs(valence) >= Math.abs(arousal)) return valence > 0 ? 'brighter' : 'darker';
  return arousal > 0 ? 'livelier' : 'quieter';
}

const TURNS = {
  brighter: 'brightens',
  darker: 'darkens',
  livelier: 'picks-up',
  quieter: 'eases-off',
} as const;

function turnOf(before: MoodPlace | undefined, track: MoodPlace) {
  if (!before || moodDistance(before, track) < HEARD) return [];
  return [{ kind: 'turn', turn: TURNS[leanOf(before, track)] } as const];
}
