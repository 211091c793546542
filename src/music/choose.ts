import { arcOf, type Intent, type Slot } from '../domain/arc.ts';
import { moodDistance, type Mood } from '../domain/mood.ts';
import type { Pick, Playlist, Track } from '../domain/playlist.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { nameKey, songKey } from './names.ts';
import { randomFrom } from './random.ts';

/** The longest list that is chosen at once. */
export const LONGEST_LIST = 100;

/** The most tracks an artist has in a list, as main or featured artist. */
const MOST_BY_ARTIST_IN_LIST = 2;

/** Nearness falls off with the slot's spread, but a very unsure mood still gives a list that hangs together. */
const WIDEST_NEARNESS = 0.25;

/** A slot is first searched this many fall-offs around. */
const REACH = 2;

/** A slot that nothing fits is searched again, each time this much further, to the ends of the map. */
const WIDER = 1.5;
const ACROSS_THE_MAP = 2 * Math.SQRT2;

/** Added to popularity in [0, 1] before it is squared, so that a hardly known track keeps a small chance. */
const UNKNOWN_CHANCE = 0.1;

/** Neighbours flow: a jump in mood this long, or years this far apart, is 0.6 times as likely as none. */
const EASY_JUMP = 0.3;
const EASY_YEARS = 20;

/** How much likelier the genre is to stay than to change. */
const SAME_GENRE = 1.6;

export interface Wish {
  readonly mood: Mood;
  readonly intent: Intent;
  /** How many tracks, 1 to 100. */
  readonly count: number;
  /** Decides the list; `newSeed()` for a fresh one. */
  readonly seed: number;
  /** Ids of tracks that must not be in the list, such as those just heard. */
  readonly exclude?: Iterable<string>;
}

/**
 * Chooses a playlist: one track a slot of the arc, drawn at random with near, known and flowing tracks the likeliest.
 * No song comes twice, no artist more than twice or side by side. A slot without a track near it takes the nearest
 * ring that has one; where the rules leave none at all, the list is shorter.
 * @throws RangeError if `count` is not a whole number from 1 to 100
 */
export function choose(catalogue: Catalogue, { mood, intent, count, seed, exclude = [] }: Wish): Playlist {
  if (!Number.isInteger(count) || count < 1 || count > LONGEST_LIST)
    throw new RangeError(`a list has 1 to ${LONGEST_LIST} tracks, not ${count}`);
  const random = randomFrom(seed);
  const excluded = new Set(exclude);
  const rules = new ListRules();
  const picks: Pick[] = [];
  for (const slot of arcOf(mood, intent, count)) {
    const previous = picks.at(-1)?.track;
    const free = (track: Track): boolean => !excluded.has(track.id) && rules.allow(track);
    const candidates = nearestRing(catalogue, slot, free);
    const track = draw(candidates, (each) => likelihood(each, slot, previous), random);
    if (!track) continue;
    rules.add(track);
    picks.push({ track, slot, terms: termsOf(track, slot) });
  }
  return { mood, intent, seed, picks };
}

function nearestRing(catalogue: Catalogue, slot: Slot, free: (track: Track) => boolean): readonly Track[] {
  for (let radius = reachOf(slot); ; radius = Math.min(ACROSS_THE_MAP, radius * WIDER)) {
    const candidates = catalogue.within(slot, radius).filter(free);
    if (candidates.length > 0 || radius >= ACROSS_THE_MAP) return candidates;
  }
}

function nearnessOf(slot: Slot): number {
  return Math.min(WIDEST_NEARNESS, slot.spread);
}

function reachOf(slot: Slot): number {
  return REACH * nearnessOf(slot);
}

function termsOf(track: Track, slot: Slot): Pick['terms'] {
  const distance = moodDistance(track, slot);
  return { distance, widenedBy: Math.max(0, distance - reachOf(slot)) };
}

function likelihood(track: Track, slot: Slot, previous: Track | undefined): number {
  // Beyond its reach a slot takes what is nearest, so the fall-off there must not vanish.
  const near = bell(moodDistance(track, slot), Math.max(nearnessOf(slot), termsOf(track, slot).widenedBy));
  const known = (UNKNOWN_CHANCE + track.popularity / 100) ** 2;
  return near * known * (previous ? flow(previous, track) : 1);
}

function flow(from: Track, to: Track): number {
  const genre = from.genre === to.genre ? SAME_GENRE : 1;
  return genre * bell(moodDistance(from, to), EASY_JUMP) * bell(from.year - to.year, EASY_YEARS);
}

function bell(distance: number, width: number): number {
  return Math.exp(-0.5 * (distance / width) ** 2);
}

/** One of the tracks, as likely as its share of all likelihoods. */
function draw(
  tracks: readonly Track[],
  likelihoodOf: (track: Track) => number,
  random: () => number,
): Track | undefined {
  const weights = tracks.map(likelihoodOf);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, track] of tracks.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return track;
  }
  return tracks.at(-1);
}

/** What a list may not have twice, or too often. */
class ListRules {
  readonly #songs = new Set<string>();
  readonly #artists = new Map<string, number>();
  #last: ReadonlySet<string> = new Set();

  allow(track: Track): boolean {
    return (
      !this.#songs.has(songKey(track)) &&
      artistKeys(track).every(
        (name) => !this.#last.has(name) && (this.#artists.get(name) ?? 0) < MOST_BY_ARTIST_IN_LIST,
      )
    );
  }

  add(track: Track): void {
    const names = artistKeys(track);
    this.#songs.add(songKey(track));
    for (const name of names) this.#artists.set(name, (this.#artists.get(name) ?? 0) + 1);
    this.#last = new Set(names);
  }
}

function artistKeys(track: Track): readonly string[] {
  return [...new Set(track.artists.map(nameKey))];
}
