import type { Intent, Slot } from './arc.ts';
import type { Mood, MoodPlace } from './mood.ts';

/** The six genres of the embedded catalogue; an imported one may bring others. */
export type Genre = string;

/** Something that can be played, and its place in mood space. */
export interface Track extends MoodPlace {
  /** Unique in the catalogue; for a track that Spotify has, Spotify's id. */
  readonly id: string;
  readonly title: string;
  /** Main artist first; never empty. */
  readonly artists: readonly [string, ...string[]];
  readonly year: number;
  readonly genre: Genre;
  /** 0 (hardly known) to 100 (everybody knows it), as Spotify gave it when the table was made. */
  readonly popularity: number;
}

/** What a pick's score is made of; its reason is written from these and nothing else. */
export interface PickTerms {
  /** Distance in mood space from the track to its slot; 0 is a perfect fit. */
  readonly distance: number;
  /** How far the search had to go beyond the slot's own spread; 0 when it did not. */
  readonly widenedBy: number;
}

/** A track in its slot. */
export interface Pick {
  readonly track: Track;
  readonly slot: Slot;
  readonly terms: PickTerms;
}

export interface Playlist {
  readonly mood: Mood;
  readonly intent: Intent;
  /** The same catalogue, mood, intent, length and seed give the same playlist. */
  readonly seed: number;
  readonly picks: readonly Pick[];
}

/** Where a playlist can be opened. */
export type PlaylistLink =
  /** A page of our own, under PUBLIC_URL. */
  | { readonly kind: 'page'; readonly url: string }
  /** The list travels with the reply as a text file. */
  | { readonly kind: 'attached'; readonly name: string };

/** The track's own page at Spotify. */
export function spotifyUrl(track: Pick['track']): string {
  return `https://open.spotify.com/track/${track.id}`;
}
