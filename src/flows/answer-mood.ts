import type { Intent } from '../domain/arc.ts';
import type { Mood } from '../domain/mood.ts';
import type { ListAtSpotify, Playlist, PlaylistLink, SavedPlaylist } from '../domain/playlist.ts';
import type { Filters, Length } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';
import { OPERATOR } from '../memory/linked-accounts.ts';
import type { FoundPlaylist } from '../memory/playlists.ts';
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
  /** If left out, to match, and a party for several people. */
  readonly intent?: Intent | undefined;
  /** {@link LIST_LENGTH} tracks if left out. */
  readonly length?: Length;
  readonly filters?: Filters;
}

export interface MoodRequest extends MusicWish {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly mood: Mood;
  /** Whether they told that mood, and it is not a photo's: what came of photos goes when consent is withdrawn. */
  readonly told?: boolean;
}

/** A playlist that was chosen and kept. */
export interface AnsweredList {
  readonly id: string;
  readonly playlist: Playlist;
  readonly link: PlaylistLink;
  /** Undefined where nobody can link an account. */
  readonly spotify: ListAtSpotify | undefined;
  /** How many of its tracks are by artists the person listens to most, if that was asked for; kept nowhere. */
  readonly mine?: number;
  /** For how many days it is kept. */
  readonly days: number;
}

/**
 * Chooses a playlist for a mood and keeps it, so that its page opens and its buttons work. It is for the caller to see
 * that this does not cross with forgetting the person: `Listeners.whileAgreed`, `Listeners.inTurn`.
 * @throws MoodringError `nothing-fits`
 */
export async function answerMood(parts: Parts, request: MoodRequest): Promise<AnsweredList> {
  const { listener, told = false, ...wish } = request;
  const { mood, intent = 'match', length = { tracks: LIST_LENGTH }, filters = {} } = wish;
  const heard = await parts.playlists.givenTo(listener, NOVELTY_DAYS);
  return keep(
    parts,
    { listener, told },
    choose(parts.catalogue, { mood, intent, length, filters, heard, seed: newSeed() }),
  );
}

/** A list that was answered before. @throws MoodringError `list-expired`, `list-not-yours` */
export async function findList(parts: Parts, listener: string, id: string): Promise<AnsweredList> {
  const { playlist, days } = await keptList(parts, listener, id);
  return { id, playlist, link: linkTo(parts, id), spotify: await atSpotify(parts, id), days };
}

/** What is other than in the list before. */
export interface Change {
  /** As before if left out. */
  readonly intent?: Intent | undefined;
  /** One that they told. */
  readonly mood?: Mood | undefined;
  /** The earlier list whose mood it is for again. */
  readonly moodOf?: string | undefined;
  /** Names of artists whose tracks come first; they are kept nowhere. */
  readonly artists?: readonly string[];
}

/**
 * Chooses again for the mood, the filters and the length of an earlier list, with other tracks as long as there are any.
 * Nobody is read anew, so what it takes is that the list is still kept: who was forgotten meanwhile has none.
 * @throws MoodringError `list-expired`, `list-not-yours`
 */
export function chooseAgain(
  parts: Parts,
  listener: string,
  id: string,
  { artists = [], ...change }: Change = {},
): Promise<AnsweredList> {
  return parts.listeners.inTurn(listener, async () => {
    const { playlist: before, told } = await keptList(parts, listener, id);
    const { length, filters, picks } = before;
    const again = change.moodOf === undefined ? undefined : await keptList(parts, listener, change.moodOf);
    const { intent = before.intent, mood = again?.playlist.mood ?? before.mood } = change;
    const given = await parts.playlists.givenTo(listener, NOVELTY_DAYS);
    const heard = [...given, ...picks.map(({ track }) => track.id)];
    const wish = { mood, intent, length, filters, heard, seed: newSeed() };
    const whose = { listener, told: change.mood !== undefined || (again ?? { told }).told };
    const list = await keep(parts, whose, choose(parts.catalogue, { ...wish, artists }));
    const saved = (await atSpotify(parts, id))?.saved;
    return saved ? { ...list, spotify: { addTo: id } } : list;
  });
}

async function keep(
  parts: Parts,
  { listener, told }: Required<Pick<MoodRequest, 'listener' | 'told'>>,
  playlist: Playlist,
): Promise<AnsweredList> {
  if (playlist.picks.length === 0) throw new MoodringError('nothing-fits');
  const id = await parts.playlists.keep({ owner: listener, playlist, told });
  const days = await parts.listeners.days(listener);
  return { id, playlist, link: linkTo(parts, id), spotify: parts.spotify && {}, days };
}

/** Where a list was saved, as far as its saving has come. */
export function savedPlaylist({ playlist, account, added, leftOut, step }: Saved): SavedPlaylist | undefined {
  if (!playlist || step === 'filling') return undefined;
  return { url: playlist.url, whose: account === OPERATOR ? 'operator' : 'listener', added, leftOut };
}

async function atSpotify({ spotify }: Parts, id: string): Promise<ListAtSpotify | undefined> {
  if (!spotify) return undefined;
  const saved = await spotify.saves.find(id);
  return saved ? { saved: savedPlaylist(saved) } : {};
}

async function keptList({ playlists }: Parts, listener: string, id: string): Promise<FoundPlaylist> {
  const kept = await playlists.find(id);
  if (!kept) throw new MoodringError('list-expired');
  if (kept.owner !== listener) throw new MoodringError('list-not-yours');
  return kept;
}

function linkTo({ publicUrl }: Parts, id: string): PlaylistLink {
  return publicUrl === undefined
    ? { kind: 'attached', name: 'playlist.txt' }
    : { kind: 'page', url: `${publicUrl}/list/${id}` };
}
