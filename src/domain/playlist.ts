import type { Intent, Slot } from './arc.ts';
import type { Mood, MoodPlace } from './mood.ts';
import type { Filters, GaveWay, Length } from './wish.ts';

/** The name of a genre or, where a table gives none, of a cluster of tracks that sound alike. */
export type Genre = string;

/** A musical key: the tonic as a pitch class (0 is C, 11 is B), and the mode. */
export interface Key {
  readonly tonic: number;
  readonly mode: 'major' | 'minor';
}

/** Something that can be played, and its place in mood space. What the catalogue's table did not know is left out. */
export interface Track extends MoodPlace {
  /** Unique in the catalogue; for a track that Spotify has, Spotify's id. */
  readonly id: string;
  readonly title: string;
  /** Main artist first; never empty. */
  readonly artists: readonly [string, ...string[]];
  readonly genre: Genre;
  readonly year?: number;
  /** 0 (hardly known) to 100 (everybody knows it), as Spotify gave it when the table was made. */
  readonly popularity?: number;
  /** Beats a minute. */
  readonly tempo?: number;
  /** How intense it sounds, 0 to 1. */
  readonly energy?: number;
  readonly key?: Key;
  /** How long it plays. */
  readonly seconds?: number;
  readonly explicit?: boolean;
}

/**
 * The parts of a pick's score, as logarithms of odds: 0 leaves the odds as they are, 0.7 doubles them, −0.7 halves them.
 */
export interface Score {
  /** How near it lies to its slot; never above 0. */
  readonly nearness: number;
  /** What the listener likes and dislikes, and the artist they asked for. */
  readonly taste: number;
  /** How well people know it, against how well known it was asked to be. */
  readonly popularity: number;
  /** How smoothly it follows the track before it: in mood, tempo, energy and key; never above 0, and 0 for the first. */
  readonly flow: number;
  /** How much it sounds like what is in the list already: its likeness to the likest track; never above 0. */
  readonly variety: number;
}

/** What a pick's score is made of; its reason is written from these and nothing else. */
export interface PickTerms {
  /** Distance in mood space from the track to its slot; 0 is a perfect fit. */
  readonly distance: number;
  /** How far the search had to go beyond the slot's own spread; 0 when it did not. */
  readonly widenedBy: number;
  /** The wishes that had to give way for it; none but `heard` for an artist who was asked for, who needs no other leave. */
  readonly gaveWay: readonly GaveWay[];
  /** What the listener likes of it; its artist is also one that they asked for. */
  readonly liked: { readonly artist?: string; readonly genre?: Genre; readonly decade?: number };
  readonly score: Score;
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
  readonly length: Length;
  readonly filters: Filters;
  /** The same catalogue, wish and seed give the same playlist. */
  readonly seed: number;
  readonly picks: readonly Pick[];
}

/** Where a playlist can be opened. */
export type PlaylistLink =
  /** A page of our own, under PUBLIC_URL. */
  | { readonly kind: 'page'; readonly url: string }
  /** The list travels with the reply as a text file. */
  | { readonly kind: 'attached'; readonly name: string };

/** A playlist at Spotify that holds a list: in the listener's own account, or a public one in the operator's. */
export interface SavedPlaylist {
  readonly url: string;
  readonly whose: 'listener' | 'operator';
  /** Whether the list was added to a playlist that held another one already. */
  readonly added: boolean;
  /** How many of the list's tracks are not in it, since Spotify has none of them. */
  readonly leftOut: number;
}

/** A list's place at Spotify. */
export interface ListAtSpotify {
  /** Where it was saved. */
  readonly saved?: SavedPlaylist | undefined;
  /** The id of an earlier list, to whose playlist this one can be added. */
  readonly addTo?: string | undefined;
}

/** Whether an id is one that Spotify would look up: 128 bits in base 62. */
export function isSpotifyId(id: string): boolean {
  return /^[0-7][0-9A-Za-z]{21}$/.test(id);
}

/** Discord takes 512 characters for a button's address, and a character can take nine of them. */
const LONGEST_SEARCH = 50;

/** The track's own page at Spotify, or what a search for it finds there where no id of Spotify's is known. */
export function spotifyUrl({ id, title, artists }: Pick['track']): string {
  if (isSpotifyId(id)) return `https://open.spotify.com/track/${id}`;
  const words = `${artists[0]} ${title}`.slice(0, LONGEST_SEARCH).toWellFormed();
  return `https://open.spotify.com/search/${encodeURIComponent(words)}`;
}

/** How Spotify's API names a track. */
export function spotifyUri({ id }: { readonly id: string }): string {
  return `spotify:track:${id}`;
}
