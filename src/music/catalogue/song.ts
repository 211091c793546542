import type { Genre, Key } from '../../domain/playlist.ts';
import { nameKey, songKey } from '../names.ts';
import type { Listened } from '../mood-map/mood-map.ts';
import { audioFeaturesSchema } from './audio-features.ts';
import { Grouping, type Groups } from './grouping.ts';
import { Growing } from './growing.ts';
import { whyNotMusic } from './music-to-choose.ts';
import type { Listing, Listings } from './table/listing.ts';
import { readTitle, splitNames, tidy, type ReadTitle } from './title.ts';

/** A song of a table: all its releases under one title, and what was heard in the one that people know best. */
export interface Song extends Listened {
  readonly id: string;
  readonly title: string;
  readonly artists: readonly [string, ...string[]];
  /** Of the earliest release that the table has. */
  readonly year: number | undefined;
  readonly genre: Genre | undefined;
  readonly popularity: number | undefined;
  readonly key: Key | undefined;
  readonly seconds: number | undefined;
  readonly explicit: boolean | undefined;
}

/** One track of the table, with every line that it stands on. */
interface Release {
  /** The number of its first line. */
  readonly number: number;
  readonly listing: Listing;
  readonly listings: readonly Listing[];
  readonly read: ReadTitle;
  readonly artists: readonly [string, ...string[]];
}

/** Told of each listing that does not become a song: why, and its number. */
export type LeaveOut = (reason: string, listing: number) => void;

/** The songs of a table, each once, in the order in which they first stand there. */
export function songsOf(listings: Listings): readonly Song[] {
  return [...songsIn(listings)];
}

/**
 * The songs of a table one by one, as `songsOf` gives them. It goes through the table several times and keeps only
 * numbers and keys, so that a table of millions need not lie in memory as objects.
 */
export function* songsIn(listings: Listings, leaveOut: LeaveOut = () => undefined): Generator<Song> {
  const isKnown = knownNames(listings);
  const genreOf = genresIn(listings);
  const tracks = tracksIn(listings);
  const releaseOf = (track: number): Release => readRelease(listings, tracks.of(track), isKnown);

  const kept = new Growing((length) => new Uint32Array(length));
  const songs = new Grouping();
  const mostKnown = new Map<string, number>();
  for (let track = 0; track < tracks.size; track += 1) {
    const release = releaseOf(track);
    const reason = whyNotMusic(release);
    for (const again of tracks.of(track).subarray(reason ? 0 : 1))
      leaveOut(reason ?? 'the same track again', again);
    if (reason) continue;
    kept.push(track);
    songs.add(songKey({ title: release.read.title, artists: release.artists }));
    noteTitle(mostKnown, release);
  }

  const groups = songs.groups();
  for (let song = 0; song < groups.size; song += 1) {
    const releases = [...groups.of(song)].map((index) => releaseOf(kept.at(index)));
    const best = bestOf(releases);
    const cover = isCover(mostKnown, best);
    for (const release of releases)
      if (release !== best) leaveOut('another release of the same song', release.number);
      else if (cover) leaveOut('a cover that few people know', release.number);
    if (!cover) yield songOf(best, releases, genreOf);
  }
}

function* inOrder(listings: Listings): Generator<Listing> {
  for (let number = 0; number < listings.length; number += 1) {
    const listing = listings.at(number);
    if (listing) yield listing;
  }
}

function tracksIn(listings: Listings): Groups {
  const tracks = new Grouping();
  for (const { id } of inOrder(listings)) tracks.add(id);
  return tracks.groups();
}

function readRelease(listings: Listings, numbers: Uint32Array, isKnown: (name: string) => boolean): Release {
  const all = [...numbers].flatMap((number) => listings.at(number) ?? []);
  const [listing] = all;
  if (!listing) throw new RangeError('a track that stands on no line');
  const read = readTitle(listing.title, isKnown);
  const [main, ...others] = listing.artists;
  const artists: [string, ...string[]] = [readTitle(main).title];
  for (const name of [...others.map(tidy), ...read.featured.flatMap((names) => splitNames(names, isKnown))])
    if (name !== '' && !artists.some((artist) => nameKey(artist) === nameKey(name))) artists.push(name);
  return { number: numbers[0] ?? 0, listing, listings: all, read, artists };
}

function knownNames(listings: Listings): (name: string) => boolean {
  const known = new Set<string>();
  for (const { artists } of inOrder(listings)) for (const name of artists) known.add(nameKey(name));
  return (name) => known.has(nameKey(name));
}

/** The best known release speaks for its song; an original speaks before a remix. */
function bestOf(releases: readonly Release[]): Release {
  const originals = releases.filter(({ read }) => read.version === 'original');
  return (originals.length > 0 ? originals : releases).reduce((best, next) => {
    const more = (next.listing.popularity ?? 0) - (best.listing.popularity ?? 0);
    return more > 0 || (more === 0 && next.listing.id < best.listing.id) ? next : best;
  });
}

function songOf(
  best: Release,
  releases: readonly Release[],
  genreOf: (listing: Listing) => Genre | undefined,
): Song {
  const { listing, read, artists } = best;
  const listings = releases.flatMap((release) => release.listings);
  const years = releases.flatMap((release) => release.listing.year ?? []);
  return {
    ...audioFeaturesSchema.parse(listing),
    mode: listing.mode ?? 0.5,
    scenes: listings.flatMap(({ scene, genre }) => scene ?? genre ?? []),
    id: listing.id,
    title: read.title,
    artists,
    year: years.length === 0 ? undefined : Math.min(...years),
    genre: genreOf(listing),
    popularity: listing.popularity,
    key: keyOf(listing),
    seconds: listing.seconds,
    explicit: listing.explicit,
  };
}

function keyOf({ tonic = -1, mode }: Listing): Key | undefined {
  return tonic < 0 || mode === undefined ? undefined : { tonic, mode: mode >= 0.5 ? 'major' : 'minor' };
}

/**
 * The genre that an artist is listed under most: a single listing says more about the list than about the song, as
 * when a Latin list of slow songs holds an English one.
 */
function genresIn(listings: Listings): (listing: Listing) => Genre | undefined {
  const byArtist = new Map<string, Map<Genre, number>>();
  for (const { artists, genre } of inOrder(listings)) {
    if (genre === undefined) continue;
    const key = nameKey(artists[0]);
    const genres = byArtist.get(key) ?? new Map<Genre, number>();
    byArtist.set(key, genres.set(genre, (genres.get(genre) ?? 0) + 1));
  }
  return ({ artists }) => mostCommon(byArtist.get(nameKey(artists[0])) ?? new Map<Genre, number>());
}

/** Ties go to the value that sorts first, whatever the order of the table. */
function mostCommon(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, next) => (!best || next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best),
    undefined,
  )?.[0];
}

/** Two words and this many letters make a title that two people hardly think of by chance. */
const OWN_TITLE = /^(?=.{9,})\S+\s+\S+/;

/** How well the best known track of each title is known. */
function noteTitle(mostKnown: Map<string, number>, { read, listing }: Release): void {
  if (listing.popularity === undefined) return;
  const key = nameKey(read.title);
  mostKnown.set(key, Math.max(mostKnown.get(key) ?? 0, listing.popularity));
}

/** A song under somebody else's title that far fewer people know is taken for a cover of it. */
function isCover(
  mostKnown: ReadonlyMap<string, number>,
  { read, listing: { popularity } }: Release,
): boolean {
  if (!OWN_TITLE.test(read.title) || popularity === undefined) return false;
  return popularity < (mostKnown.get(nameKey(read.title)) ?? 0) / 2;
}
