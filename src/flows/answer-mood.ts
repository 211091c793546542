import type { Intent } from '../domain/arc.ts';
import type { Mood } from '../domain/mood.ts';
import type { Playlist, PlaylistLink } from '../domain/playlist.ts';
import { MoodringError } from '../errors.ts';
import { PLAYLIST_DAYS } from '../memory/playlists.ts';
import { choose } from '../music/choose.ts';
import { newSeed } from '../music/random.ts';
import type { Parts } from './parts.ts';

/** Tracks in a list: two pages of a card, and about three quarters of an hour. */
export const LIST_LENGTH = 12;

/** A playlist that was chosen and kept. */
export interface AnsweredList {
  readonly id: string;
  readonly playlist: Playlist;
  readonly link: PlaylistLink;
}

export interface MoodRequest {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly mood: Mood;
  readonly intent: Intent;
  /** Ids of tracks they have just been given. */
  readonly heard?: readonly string[];
}

/**
 * Chooses a playlist for a mood and keeps it, so that its page opens and its buttons work.
 * @throws MoodringError `not-agreed`
 */
export async function answerMood(parts: Parts, request: MoodRequest): Promise<AnsweredList> {
  const { listener, mood, intent, heard = [] } = request;
  const wish = { mood, intent, count: LIST_LENGTH, seed: newSeed() };
  const fresh = choose(parts.catalogue, { ...wish, exclude: heard });
  // Someone who has been through all there is near their mood starts over.
  const playlist = fresh.picks.length > 0 ? fresh : choose(parts.catalogue, wish);
  const known = playlist === fresh ? heard : [];
  const id = await parts.listeners.whileAgreed(listener, () =>
    parts.playlists.keep({
      owner: listener,
      playlist,
      heard: [...known, ...playlist.picks.map(({ track }) => track.id)],
    }),
  );
  return { id, playlist, link: linkTo(parts, id) };
}

/** A list that was answered before. @throws MoodringError `list-expired`, `list-not-yours` */
export async function findList(parts: Parts, listener: string, id: string): Promise<AnsweredList> {
  const kept = await keptList(parts, listener, id);
  return { id, playlist: kept.playlist, link: linkTo(parts, id) };
}

/**
 * Chooses again for the mood of an earlier list, without the tracks that were in it.
 * @param intent what to choose for now; without it, as before
 * @throws MoodringError `list-expired`, `list-not-yours`, `not-agreed`
 */
export async function chooseAgain(
  parts: Parts,
  listener: string,
  id: string,
  intent?: Intent,
): Promise<AnsweredList> {
  const { playlist, heard } = await keptList(parts, listener, id);
  return answerMood(parts, { listener, mood: playlist.mood, intent: intent ?? playlist.intent, heard });
}

async function keptList({ playlists }: Parts, listener: string, id: string) {
  const kept = await playlists.find(id);
  if (!kept) throw new MoodringError('list-expired', { days: PLAYLIST_DAYS });
  if (kept.owner !== listener) throw new MoodringError('list-not-yours');
  return kept;
}

function linkTo({ publicUrl }: Parts, id: string): PlaylistLink {
  return publicUrl === undefined
    ? { kind: 'attached', name: 'playlist.txt' }
    : { kind: 'page', url: `${publicUrl}/list/${id}` };
}
