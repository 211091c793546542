import { MoodringError } from '../../errors.ts';
import { moodDistance, type MoodPlace } from '../../domain/mood.ts';
import type { Track } from '../../domain/playlist.ts';

/** The tracks that music is chosen from, asked by place: how they are kept is the catalogue's own business. */
export interface Catalogue {
  /** How many tracks it holds; at least one. */
  readonly size: number;
  /** The track with this id, if it holds it. */
  byId(id: string): Track | undefined;
  /** The tracks at most `radius` from a place in mood space, in an order that stays the same from call to call. */
  within(place: MoodPlace, radius: number): readonly Track[];
}

/**
 * A catalogue of tracks in memory. Of two tracks with one id the first is kept.
 * @throws MoodringError `catalogue-empty` if there are none
 */
export function catalogueOf(tracks: readonly Track[]): Catalogue {
  if (tracks.length === 0) throw new MoodringError('catalogue-empty');
  const byId = new Map(tracks.toReversed().map((track) => [track.id, track]));
  const all = tracks.filter((track) => byId.get(track.id) === track);
  return {
    size: all.length,
    byId: (id) => byId.get(id),
    within: (place, radius) => all.filter((track) => moodDistance(track, place) <= radius),
  };
}
