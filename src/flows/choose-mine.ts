import { MoodringError } from '../errors.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import { type AnsweredList, chooseAgain, findList } from './answer-mood.ts';
import { spotifyIn } from './link-spotify.ts';
import type { Parts } from './parts.ts';
import { openAccount } from './spotify-account.ts';

/** The most that Spotify tells of at once. */
const MOST_ARTISTS = 50;

/** How long Spotify is asked, so that somebody is answered; in milliseconds. */
const ASKED_FOR = 20_000;

/**
 * Chooses again as {@link chooseAgain} does, by the artists first whom a person listens to most at Spotify. Spotify is asked
 * for them each time, and they are used for this one list: nothing that is kept tells of them.
 * @throws MoodringError `list-expired`, `list-not-yours`, `spotify-not-offered`, `spotify-not-linked`,
 *   `spotify-scope-missing`, `spotify-no-artists` if Spotify knows of none, `spotify-other-artists` if the catalogue has
 *   none of them, and what Spotify's calls do
 */
export async function chooseMine(
  parts: Parts,
  listener: string,
  id: string,
  within = ASKED_FOR,
): Promise<AnsweredList> {
  const spotify = spotifyIn(parts);
  await findList(parts, listener, id);
  const signal = AbortSignal.timeout(within);
  const account = await openAccount(spotify, listener, 'top', signal);
  const names = await account.topArtists(MOST_ARTISTS).catch((error: unknown) => {
    throw signal.aborted ? new MoodringError('spotify-unreachable', {}, error) : error;
  });
  if (names.length === 0) throw new MoodringError('spotify-no-artists');
  const numbers = numbersOf(parts.catalogue, names);
  if (numbers.size === 0) throw new MoodringError('spotify-other-artists');
  const list = await chooseAgain(parts, listener, id, { artists: names });
  const mine = list.playlist.picks.filter(({ track }) =>
    [...numbersOf(parts.catalogue, track.artists)].some((number) => numbers.has(number)),
  );
  return { ...list, mine: mine.length };
}

function numbersOf({ artistNumber }: Catalogue, names: readonly string[]): ReadonlySet<number> {
  return new Set(names.flatMap((name) => artistNumber(name) ?? []));
}
