import { drawCover } from '../cards/cover.ts';
import { playlistText } from '../cards/spotify-card.ts';
import type { Words } from '../cards/words.ts';
import type { Playlist, SavedPlaylist } from '../domain/playlist.ts';
import { asMoodringError, type ErrorCode, MoodringError } from '../errors.ts';
import { OPERATOR } from '../memory/linked-accounts.ts';
import type { Saved } from '../memory/saves.ts';
import type { Account, AccountPlaylist } from '../spotify/account.ts';
import { findList, savedPlaylist } from './answer-mood.ts';
import { addTracks, setTracks } from './fill-playlist.ts';
import { uriOf } from './ids-at-spotify.ts';
import { spotifyIn } from './link-spotify.ts';
import type { Parts, SpotifyParts } from './parts.ts';
import { markOf } from './playlist-mark.ts';
import { makeRoom } from './prune-account.ts';
import { isLinked, openAccount } from './spotify-account.ts';
import { unlessLate } from './unless-late.ts';

export interface SaveRequest {
  /** Discord's id of the person who asks; the list must be theirs. */
  readonly listener: string;
  readonly list: string;
  /** An earlier list of theirs, into whose playlist this one goes too. */
  readonly into?: string;
}

/** What goes better the next time: what was begun stays, to be gone on with. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'spotify-unreachable',
  'spotify-busy',
  'spotify-quota',
  'spotify-unlinked',
  'spotify-not-linked',
  'spotify-not-registered',
  'spotify-premium-needed',
  'spotify-refused',
]);

/**
 * Saves a list as a playlist: in the person's account, or where they linked none, as a public one in the operator's.
 * Each step is noted before it is taken, so that a list becomes one playlist, whole or not at all, however often and in
 * however many processes it is asked for, and whatever ends in between.
 * @throws MoodringError `list-expired`, `list-not-yours`, `spotify-not-offered`, `spotify-not-linked`,
 *   `spotify-scope-missing`, `spotify-no-tracks`, `still-at-it` if it takes long (it goes on), and what Spotify's calls do
 */
export function saveList(parts: Parts, request: SaveRequest, t: Words): Promise<SavedPlaylist> {
  const spotify = spotifyIn(parts);
  const { listener, list } = request;
  return unlessLate(
    spotify.claims.alone(`listener:${listener}:saving:${list}`, () => save(parts, spotify, request, t)),
  );
}

/** The saving of one list. */
interface Saving {
  readonly list: string;
  readonly playlist: Playlist;
  readonly account: Account;
  readonly mark: string;
  /** Notes how far it has come, unless the person has been forgotten or has unlinked meanwhile. */
  readonly note: (saved: Saved) => Promise<Saved>;
  readonly t: Words;
}

async function save(
  parts: Parts,
  spotify: SpotifyParts,
  request: SaveRequest,
  t: Words,
): Promise<SavedPlaylist> {
  const { listener, list, into } = request;
  const { playlist } = await findList(parts, listener, list);
  const kept = await spotify.saves.find(list);
  if (kept?.step === 'done') return savedOf(kept);
  const before = kept && (await mayHold(spotify, kept)) ? kept : undefined;
  const begun = before ?? (await firstStep(spotify, listener, into));
  const { account: owner } = begun;
  const account = await openAccount(spotify, owner, owner === OPERATOR ? 'publish' : 'save');
  const note = noteIn(parts, spotify, list);
  const saving: Saving = { list, playlist, account, mark: markOf(list), note, t };
  let saved = begun;
  try {
    if (!before) saved = await note(begun);
    if (saved.step === 'creating') {
      const made =
        (before && (await account.findPlaylist(saving.mark))) ?? (await create(spotify, saving, saved));
      saved = { ...saved, step: 'filling', playlist: made };
      if (owner === OPERATOR) await spotify.published.note({ id: made.id, mark: saving.mark, at: saved.at });
      saved = await note(saved);
    }
    if (saved.step === 'filling') {
      const leftOut = await fill(spotify, saving, saved);
      saved = await note({ ...saved, leftOut, step: saved.added ? 'done' : 'covering' });
    }
  } catch (error) {
    await undo(spotify, saving, saved, error);
    throw error;
  }
  return savedOf(await cover(saving, saved));
}

/** Where a list is to be saved: in an account, or in the playlist that holds an earlier one. */
async function firstStep(spotify: SpotifyParts, listener: string, into: string | undefined): Promise<Saved> {
  const at = Date.now();
  const earlier = into === undefined ? undefined : await spotify.saves.find(into);
  const isTheirs = earlier?.listener === listener && (await mayHold(spotify, earlier));
  // One that is still being filled would be filled anew, without what was added to it.
  if (isTheirs && earlier.playlist && savedPlaylist(earlier))
    return {
      listener,
      account: earlier.account,
      step: 'filling',
      playlist: earlier.playlist,
      added: true,
      leftOut: 0,
      at,
    };
  const theirs = (await isLinked(spotify, listener)) || !(await isLinked(spotify, OPERATOR));
  return { listener, account: theirs ? listener : OPERATOR, step: 'creating', added: false, leftOut: 0, at };
}

/** Whether a list may go on into the account it was begun in: a person can link theirs again, the operator's not. */
const mayHold = async (spotify: SpotifyParts, { account, listener }: Saved): Promise<boolean> =>
  account === listener || isLinked(spotify, account);

function noteIn(parts: Parts, spotify: SpotifyParts, list: string): Saving['note'] {
  return (saved) =>
    parts.listeners.inTurn(saved.listener, async () => {
      if (!(await parts.playlists.find(list))) throw new MoodringError('list-expired');
      if (!(await isLinked(spotify, saved.account)))
        throw new MoodringError('spotify-not-linked', { purpose: 'save' });
      await spotify.saves.note(list, saved);
      return saved;
    });
}

async function create(
  spotify: SpotifyParts,
  { account, playlist, mark, t }: Saving,
  saved: Saved,
): Promise<AccountPlaylist> {
  if (saved.account === OPERATOR) await makeRoom(spotify);
  const { name, description } = playlistText(playlist, new Date(saved.at), mark, t);
  return account.createPlaylist({ name, description, public: saved.account === OPERATOR });
}

/**
 * A playlist of our own holds the list and nothing else; one that holds others gets what it lacks, at its end.
 * @returns how many tracks Spotify has not
 */
async function fill(
  spotify: SpotifyParts,
  { account, playlist: { picks } }: Saving,
  { listener, playlist: made, added }: Saved,
): Promise<number> {
  if (!made) throw new Error('a playlist to fill, and none was made');
  const uris: string[] = [];
  for (const { track } of picks) {
    const uri = await uriOf(spotify, track);
    if (uri !== undefined) uris.push(uri);
  }
  // Two lists that go into one playlist at once would not see each other's tracks.
  const put = await spotify.claims.alone(`listener:${listener}:filling:${made.id}`, () =>
    (added ? addTracks : setTracks)(account, made.id, uris),
  );
  if (put === 0) throw new MoodringError('spotify-no-tracks');
  return picks.length - put;
}

/** Without its cover a playlist is whole too: what keeps Spotify from taking it may pass, or is left at that. */
async function cover({ account, playlist, note, t }: Saving, saved: Saved): Promise<Saved> {
  if (saved.step !== 'covering' || !saved.playlist) return saved;
  try {
    await account.setCover(saved.playlist.id, await drawCover(playlist, t));
  } catch (error) {
    if (PASSING.has(asMoodringError(error).code)) return saved;
  }
  return note({ ...saved, step: 'done' });
}

/** Takes away what was begun, where it cannot be gone on with. */
async function undo(spotify: SpotifyParts, saving: Saving, saved: Saved, cause: unknown): Promise<void> {
  const { code } = asMoodringError(cause);
  const gone = (await spotify.saves.find(saving.list)) === undefined;
  if (PASSING.has(code) && !gone) return;
  try {
    // What a list was added to holds others, and stays.
    if (saved.playlist && !saved.added) {
      await saving.account.unfollow(saved.playlist.id);
      if (saved.account === OPERATOR) await spotify.published.drop(saved.playlist.id);
    }
    await spotify.saves.drop(saving.list);
  } catch {
    // What is still noted is tried again.
  }
}

function savedOf(saved: Saved): SavedPlaylist {
  const playlist = savedPlaylist(saved);
  if (!playlist) throw new Error('a list that is saved, and no playlist that holds it');
  return playlist;
}
