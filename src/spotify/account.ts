import type { z } from 'zod';
import {
  artistsAnswer,
  devicesAnswer,
  doneAnswer,
  itemsAnswer,
  meAnswer,
  playlistAnswer,
  playlistsAnswer,
} from './answers.ts';
import { Line, type CallOptions } from './line.ts';
import { NewerWebApi, type Paging } from './newer-calls.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { MoodringError } from '../errors.ts';
import { meaningTo } from './refusal.ts';
import { type Addresses, type Made, request } from './web-api.ts';

/** A playlist in somebody's account. */
export interface AccountPlaylist {
  readonly id: string;
  /** Its page at open.spotify.com. */
  readonly url: string;
}

/** Something that plays somebody's Spotify. */
export interface Device {
  /** Null where nobody but the person may command it. */
  readonly id: string | null;
  readonly name: string;
  readonly active: boolean;
}

/** Gives a good access token; `refused` is one that Spotify took no more although its time was not over. */
export type AccessToken = (refused?: string) => Promise<string>;

/**
 * One person's account at Spotify. Every call ends within {@link Patience.call}, and throws as {@link Line.call} does:
 * beside those, `spotify-unlinked` if the token is not taken, `spotify-scope-missing` if the person did not allow it,
 * and `spotify-playlist-gone` where a playlist is spoken of.
 */
export interface Account {
  /** `id` is the one that never changes. */
  me(): Promise<{ readonly id: string; readonly name: string }>;
  /**
   * Makes an empty one. Needs `playlist-modify-private` or `playlist-modify-public`. Not sent again after a failure: it
   * may have been made all the same, and `findPlaylist` tells.
   */
  createPlaylist(plan: {
    readonly name: string;
    readonly description: string;
    readonly public: boolean;
  }): Promise<AccountPlaylist>;
  /**
   * The topmost of the person's playlists whose description has the mark: letters, digits and `-`, for Spotify escapes
   * other signs as HTML does. Those that the person did not make public need `playlist-read-private`.
   */
  findPlaylist(mark: string): Promise<AccountPlaylist | undefined>;
  /** What is in a playlist of the person's, in order: URIs such as `spotify:track:ID`. */
  items(id: string): Promise<readonly string[]>;
  /** Appends, in order. Not sent again after a failure: some may have been added all the same, and `items` tells. */
  addItems(id: string, uris: readonly string[]): Promise<void>;
  /**
   * Makes these all that is in a playlist; doing so twice does no harm.
   * @param uris at most {@link MOST_ITEMS}
   */
  setItems(id: string, uris: readonly string[]): Promise<void>;
  /**
   * Needs `ugc-image-upload`.
   * @param jpeg at most {@link COVER_BYTES}
   */
  setCover(id: string, jpeg: Uint8Array): Promise<void>;
  /** Takes a playlist out of the person's library, if it is there: all the deleting that Spotify knows. */
  unfollow(id: string): Promise<void>;
  /** Needs `user-read-playback-state`. */
  devices(): Promise<readonly Device[]>;
  /**
   * Needs `user-modify-playback-state`. Not sent again after a failure.
   * @param device where it is to play; the active one if left out
   * @throws MoodringError `spotify-no-device`, `spotify-no-premium`
   */
  queue(uri: string, device?: string): Promise<void>;
  /**
   * Names, most heard first. Needs `user-top-read`.
   * @param limit 1 to 50
   */
  topArtists(limit: number): Promise<readonly string[]>;
}

/** The most that Spotify takes at once into a playlist. */
export const MOST_ITEMS = 100;

/** The most that a cover may weigh, in bytes: its base64, a third longer, may have 256 KB. */
export const COVER_BYTES = 192_000;

const PAGE = 50;

/** How many pages of playlists are looked through: what is looked for was made lately, so it is at the top. */
const PLAYLIST_PAGES = 10;

/** Opens accounts that share their manners: Spotify counts what an app asks, whomever it asks for. */
export type OpenAccount = (accessToken: AccessToken, signal?: AbortSignal) => Account;

/** One account by itself. */
export const accountOf = (accessToken: AccessToken, at: Addresses, patience: Patience = PATIENCE): Account =>
  accountsOver(at, patience)(accessToken);

/** The way into accounts, for a program that opens many. */
export function accountsOver({ apiUrl, accountsUrl }: Addresses, patience: Patience = PATIENCE): OpenAccount {
  const line = new Line(patience);
  // Covers have a limit of their own, which must not hold back all else.
  const covers = new Line(patience);
  const elsewhere = meaningTo();
  const ofPlaylist = meaningTo('spotify-playlist-gone');
  const ofPlayer = meaningTo('spotify-no-device');

  return (accessToken, signal) => {
    type Make = (api: NewerWebApi) => Promise<Made>;
    const send = async (make: Make, token: string, trying: AbortSignal) =>
      request({ apiUrl, accountsUrl, deadlineMs: patience.deadline, signal: trying }, () =>
        make(new NewerWebApi({ accessToken: token })),
      );
    const askOn = <T>(on: Line, shape: z.ZodType<T>, make: Make, options: CallOptions): Promise<T> =>
      on.call(
        shape,
        async (trying) => {
          const token = await accessToken();
          const answer = await send(make, token, trying);
          return answer.status === 401 ? send(make, await accessToken(token), trying) : answer;
        },
        { signal, meaning: elsewhere, ...options },
      );
    const ask = <T>(shape: z.ZodType<T>, make: Make, options: CallOptions = {}): Promise<T> =>
      askOn(line, shape, make, options);
    /** All calls of one errand end when a single one would. */
    const errand = (): number => Date.now() + patience.call;

    async function* pages<T>(
      shape: z.ZodType<{ readonly items: readonly T[]; readonly more: boolean }>,
      make: (api: NewerWebApi, paging: Paging) => Promise<Made>,
      options: CallOptions = {},
    ): AsyncGenerator<readonly T[], void> {
      const until = errand();
      for (let offset = 0, more = true; more; offset += PAGE) {
        const page = await ask(shape, (api) => make(api, { limit: PAGE, offset }), { ...options, until });
        yield page.items;
        more = page.more;
      }
    }

    return {
      me: () => ask(meAnswer, (api) => api.getMe()),
      createPlaylist: ({ name, ...details }) =>
        ask(playlistAnswer, (api) => api.createPlaylist(name, details), { once: true }),
      async findPlaylist(mark) {
        let seen = 0;
        for await (const playlists of pages(playlistsAnswer, (api, paging) => api.getUserPlaylists(paging))) {
          const found = playlists.find(({ description }) => description.includes(mark));
          if (found) return { id: found.id, url: found.url };
          if (++seen === PLAYLIST_PAGES) break;
        }
        return undefined;
      },
      async items(id) {
        const uris: string[] = [];
        const inPlaylist = pages(itemsAnswer, (api, paging) => api.getPlaylistItems(id, paging), {
          meaning: ofPlaylist,
        });
        for await (const page of inPlaylist) uris.push(...page);
        return uris;
      },
      async addItems(id, uris) {
        const options = { once: true, until: errand(), meaning: ofPlaylist };
        for (let from = 0; from < uris.length; from += MOST_ITEMS) {
          const some = uris.slice(from, from + MOST_ITEMS);
          await ask(doneAnswer, (api) => api.addItemsToPlaylist(id, some), options);
        }
      },
      async setItems(id, uris) {
        if (uris.length > MOST_ITEMS) throw new RangeError(`${uris.length} items at once`);
        await ask(doneAnswer, (api) => api.replaceItemsOfPlaylist(id, uris), { meaning: ofPlaylist });
      },
      async setCover(id, jpeg) {
        if (jpeg.length > COVER_BYTES) throw new RangeError(`a cover of ${jpeg.length} bytes`);
        const image = Buffer.from(jpeg).toString('base64');
        const make: Make = (api) => api.uploadCustomPlaylistCoverImage(encodeURIComponent(id), image);
        await askOn(covers, doneAnswer, make, { meaning: ofPlaylist });
      },
      async unfollow(id) {
        try {
          await ask(doneAnswer, (api) => api.removeFromLibrary(`spotify:playlist:${id}`), {
            meaning: ofPlaylist,
          });
        } catch (error) {
          if (!(error instanceof MoodringError && error.code === 'spotify-playlist-gone')) throw error;
        }
      },
      devices: () => ask(devicesAnswer, (api) => api.getMyDevices()),
      async queue(uri, device) {
        const where = device === undefined ? {} : { device_id: device };
        await ask(doneAnswer, (api) => api.addToQueue(uri, where), { once: true, meaning: ofPlayer });
      },
      async topArtists(limit) {
        const { items } = await ask(artistsAnswer, (api) => api.getMyTopArtists({ limit }));
        return items;
      },
    };
  };
}
