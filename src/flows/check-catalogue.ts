import { isSpotifyId, type Track } from '../domain/playlist.ts';
import { asMoodringError, MoodringError } from '../errors.ts';
import type { Spotify } from '../spotify/spotify.ts';
import { findAtSpotify } from './find-at-spotify.ts';

/** Which tracks to ask about, and who wants to know how far it is. */
export interface CheckOptions {
  /** How many tracks to pass over first. */
  readonly skip?: number;
  /** The most tracks to ask about; all if left out. */
  readonly limit?: number;
  /** Ends the check early. */
  readonly signal?: AbortSignal;
  /** Told after each track. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** What Spotify still has of a catalogue. */
export interface Checked {
  /** The catalogue as it should be now: the dead replaced or gone, all else as it was. */
  readonly tracks: readonly Track[];
  /** How many can be played. */
  readonly alive: number;
  readonly replaced: readonly { readonly track: Track; readonly id: string }[];
  readonly retired: readonly Track[];
  /** How many were not asked about, or have no id of Spotify's and are not found there either. */
  readonly unknown: number;
  /** How many of `tracks` the next check can skip; undefined when the end was reached. */
  readonly next: number | undefined;
  /** Why it stopped before it was done. */
  readonly stopped: MoodringError | undefined;
}

/**
 * Asks Spotify for each track of a catalogue, one by one: one that it no longer has, or that cannot be played in the
 * app's market, gets the id of the same recording, or goes; one that has no id of Spotify's gets it if it is found there,
 * and stays as it is otherwise. When Spotify does not answer any more, or `signal` ends it,
 * it stops with what it has learnt.
 * @throws MoodringError of Spotify's or `interrupted`, if nothing was learnt until then
 */
export async function checkCatalogue(
  spotify: Spotify,
  tracks: readonly Track[],
  { skip = 0, limit = Infinity, signal, onProgress }: CheckOptions = {},
): Promise<Checked> {
  const asked = tracks.slice(skip, skip + limit);
  const ids = new Set(tracks.map(({ id }) => id));
  const fates: Fate[] = [];
  let stopped: MoodringError | undefined;
  for (const track of asked) {
    try {
      const fate = await fateOf(spotify, track, ids, signal);
      if (fate.kind === 'replaced') ids.add(fate.id);
      fates.push(fate);
      onProgress?.(fates.length, asked.length);
    } catch (error) {
      stopped = asMoodringError(error);
      if (stopped.code === 'unexpected' || fates.every(({ kind }) => kind === 'unknown')) throw error;
      break;
    }
  }
  const before = tracks.slice(0, skip);
  const after = tracks.slice(skip + fates.length);
  const kept = [...before, ...fates.flatMap(keptOf)];
  return {
    tracks: [...kept, ...after],
    alive: fates.filter(({ kind }) => kind === 'alive').length,
    replaced: fates.flatMap((fate) => (fate.kind === 'replaced' ? [{ track: fate.track, id: fate.id }] : [])),
    retired: fates.flatMap((fate) => (fate.kind === 'retired' ? [fate.track] : [])),
    unknown: before.length + after.length + fates.filter(({ kind }) => kind === 'unknown').length,
    next: after.length > 0 ? kept.length : undefined,
    stopped,
  };
}

type Fate =
  | { readonly kind: 'alive' | 'retired' | 'unknown'; readonly track: Track }
  | { readonly kind: 'replaced'; readonly track: Track; readonly id: string };

async function fateOf(
  spotify: Spotify,
  track: Track,
  ids: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<Fate> {
  if (signal?.aborted) throw new MoodringError('interrupted');
  const known = isSpotifyId(track.id);
  const there = known ? await spotify.track(track.id, signal) : undefined;
  if (there?.playable) return { kind: 'alive', track };
  const match = await findAtSpotify(spotify, track, signal);
  // What is in the catalogue already needs no second place in it.
  if (match && !ids.has(match.id)) return { kind: 'replaced', track, id: match.id };
  return { kind: known ? 'retired' : 'unknown', track };
}

function keptOf(fate: Fate): readonly Track[] {
  if (fate.kind === 'retired') return [];
  return [fate.kind === 'replaced' ? { ...fate.track, id: fate.id } : fate.track];
}
