import { goalsOf, type Arc, type Intent } from './arc.ts';
import { moodDistance, type MoodPlace } from './mood.ts';
import type { PickTerms, Playlist } from './playlist.ts';
import type { Filters, GaveWay } from './wish.ts';

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
  /** That it fits its slot closely; that nothing was left within the slot's reach, or far around; or that it lies beyond it by wish. */
  | { readonly kind: 'fit'; readonly fit: 'close' | 'widened' | 'far' | 'apart' }
  /** Otherwise, and where the list stays with the listener's mood, what it is compared with that, and whether one hears it. */
  | {
      readonly kind: 'lean';
      readonly lean: 'brighter' | 'darker' | 'livelier' | 'quieter';
      readonly by: 'a-touch' | 'clearly';
    }
  /** What the listener likes of it, or asked for. */
  | { readonly kind: 'liked'; readonly liked: 'artist' | 'genre'; readonly name: string }
  | { readonly kind: 'liked'; readonly liked: 'decade'; readonly decade: number }
  /** How well people know it, where the listener asked for that. */
  | { readonly kind: 'fame'; readonly fame: 'well-known' | 'hardly-known' }
  /** A wish that it does not meet, because nothing that does was left near the mood. */
  | { readonly kind: 'gave-way'; readonly wish: GaveWay }
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
    ...(fitOf(terms) ?? (playlist.intent === 'match' ? leaningOf(terms, slot, track) : [])),
    ...likedOf(terms),
    ...fameOf(playlist.filters, pick),
    ...terms.gaveWay.map((wish) => ({ kind: 'gave-way', wish }) as const),
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
  const goals = goalsOf(mood, intent);
  if (goals.length === 0) return [];
  const near = (place: MoodPlace): boolean => moodDistance(slot, place) <= AT_AN_END;
  const step = goals.some(near) ? 'arrived' : mood.points.some(near) ? 'start' : 'on-the-way';
  return [{ kind: 'step', step } as const];
}

/** Whether nothing was left nearer to its slot; a liked artist, or one who was asked for, is welcome from further away. */
export function hadToWiden({ widenedBy, liked }: PickTerms): boolean {
  return widenedBy > 0 && liked.artist === undefined;
}

function fitOf(terms: PickTerms) {
  if (hadToWiden(terms)) return [{ kind: 'fit', fit: terms.widenedBy < HEARD ? 'widened' : 'far' } as const];
  if (terms.widenedBy > 0) return [{ kind: 'fit', fit: 'apart' } as const];
  return terms.distance <= CLOSE ? [{ kind: 'fit', fit: 'close' } as const] : undefined;
}

function leaningOf({ distance }: PickTerms, slot: MoodPlace, track: MoodPlace) {
  const by = distance < HEARD ? 'a-touch' : 'clearly';
  return [{ kind: 'lean', lean: leanOf(slot, track), by } as const];
}

/** The most telling thing alone: who is asked for an artist hears no more of genres. */
function likedOf({ liked: { artist, genre, decade } }: PickTerms): readonly ReasonClause[] {
  if (artist !== undefined) return [{ kind: 'liked', liked: 'artist', name: artist }];
  if (genre !== undefined) return [{ kind: 'liked', liked: 'genre', name: genre }];
  return decade === undefined ? [] : [{ kind: 'liked', liked: 'decade', decade }];
}

/** Popularity from which people know a track, and up to which hardly anybody does. */
const WELL_KNOWN = 65;
const HARDLY_KNOWN = 45;

function fameOf({ popularity: wish }: Filters, { track: { popularity } }: Playlist['picks'][number]) {
  if (popularity === undefined) return [];
  if (wish === 'well-known' && popularity >= WELL_KNOWN)
    return [{ kind: 'fame', fame: 'well-known' } as const];
  return wish === 'deep-cuts' && popularity <= HARDLY_KNOWN
    ? [{ kind: 'fame', fame: 'hardly-known' } as const]
    : [];
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
