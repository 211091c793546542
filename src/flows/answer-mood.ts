import type { Intent } from '../domain/arc.ts';
import type { Mood } from '../domain/mood.ts';
import type { ListAtSpotify, Playlist, PlaylistLink, SavedPlaylist } from '../domain/playlist.ts';
import type { Filters, Length } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';
import { OPERATOR } from '../memory/linked-accounts.ts';
import { PLAYLIST_DAYS } from '../memory/playlists.ts';
import type { Saved } from '../memory/saves.ts';
import { choose } from '../music/choose.ts';
import { newSeed } from '../music/random.ts';
import type { Parts } from './parts.ts';

/** Tracks in a list: two pages of a card, and about three quarters of an hour. */
export const LIST_LENGTH = 12;

/** What somebody was given in so many days comes again only where nothing else is left. */
export const NOVELTY_DAYS = 7;

/** What somebody wants of the music besides its mood. */
export interface MusicWish {
  readonly intent: Intent;
  /** {@link LIST_LENGTH} tracks if left out. */
  readonly length?: Length;
  readonly filters?: Filters;
}

export interface MoodRequest extends MusicWish {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly mood: Mood;
}

/** A playlist that was chosen and kept. */
export interface AnsweredList {
  readonly id: string;
  readonly playlist: Playlist;
  readonly link: PlaylistLink;
  /** Undefined where nobody can link an account. */
  readonly spotify: ListAtSpotify | undefined;
}

/**
 * Chooses a playlist for a mood and keeps it, so that its page opens and its buttons work. It is for the caller to see
 * that this does not cross with forgetting the person: `Listeners.whileAgreed`, `Listeners.inTurn`.
 * @throws MoodringError `nothing-fits`
 */
export async function answerMood(parts: Parts, request: MoodRequest): Promise<AnsweredList> {
  const { listener, mood, intent, length = { tracks: LIST_LENGTH }, filters = {} } = request;
  const heard = await parts.playlists.givenTo(listener, NOVELTY_DAYS);
  return keep(
    parts,
    listener,
    choose(parts.catalogue, { mood, intent, length, filters, heard, seed: newSeed() }),
  );
}

/** A list that was answered before. @throws MoodringError `list-expired`, `list-not-yours` */
export async function findList(parts: Parts, listener: string, id: string): Promise<AnsweredList> {
  const playlist = await keptList(parts, listener, id);
  return { id, playlist, link: linkTo(parts, id), spotify: await atSpotify(parts, id) };
}

/**
 * Chooses again for the mood, the filters and the length of an earlier list, with other tracks as long as there are any.
 * Nobody is read anew, so what it takes is that the list is still kept: who was forgotten meanwhile has none.
 * @param intent what to choose for now; without it, as before
 * @throws MoodringError `list-expired`, `list-not-yours`
 */
export function chooseAgain(
  parts: Parts,
  listener: string,
  id: string,
  intent?: Intent,
): Promise<AnsweredList> {
  return parts.listeners.inTurn(listener, async () => {
    const before = await keptList(parts, listener, id);
    const { mood, length, filters, picks } = before;
    const given = await parts.playlists.givenTo(listener, NOVELTY_DAYS);
    const heard = [...given, ...picks.map(({ track }) => track.id)];
    const wish = { mood, intent: intent ?? before.intent, length, filters, heard, seed: newSeed() };
    const list = await keep(parts, listener, choose(parts.catalogue, wish));
    const saved = (await atSpotify(parts, id))?.saved;
    return saved ? { ...list, spotify: { addTo: id } } : list;
  });
}

async function keep(parts: Parts, owner: string, playlist: Playlist): Promise<AnsweredList> {
  if (playlist.picks.length === 0) throw new MoodringError('nothing-fits');
  const id = await parts.playlists.keep({ owner, playlist });
  return { id, playlist, link: linkTo(parts, id), spotify: parts.spotify && {} };
}

/** Where a list was saved, as far as its saving has come. */
export function savedPlaylist({ playlist, account, added, step }: Saved): SavedPlaylist | undefined {
  if (!playlist || step === 'filling') return undefined;
  return { url: playlist.url, whose: account === OPERATOR ? 'operator' : 'listener', added };
}

async function atSpotify({ spotify }: Parts, id: string): Promise<ListAtSpotify | undefined> {
  if (!spotify) return undefined;
  const saved = await spotify.saves.find(id);
  return saved ? { saved: savedPlaylist(saved) } : {};
}

async function keptList({ playlists }: Parts, listener: string, id: string): Promise<Playlist> {
  const kept = await playlists.find(id);
  if (!kept) throw new MoodringError('list-expired', { days: PLAYLIST_DAYS });
  if (kept.owner !== listener) throw new MoodringError('list-not-yours');
  return kept.playlist;
}

function linkTo({ publicUrl }: Parts, id: string): PlaylistLink {
  return publicUrl === undefined
    ? { kind: 'attached', name: 'playlist.txt' }
    : { kind: 'page', url: `${publicUrl}/list/${id}` };
}
