import type { z } from 'zod';
import { type SpotifyTrack, searchAnswer, tokenAnswer, trackAnswer } from './answers.ts';
import { Line } from './line.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { SpotifyRefusal } from './refusal.ts';
import { Token } from './token.ts';
import { type Addresses, type Answer, type Made, request, SpotifyWebApi } from './web-api.ts';

/** An app of ours at Spotify, and the country whose catalogue counts. */
export interface SpotifyApp extends Addresses {
  readonly clientId: string;
  readonly clientSecret: string;
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
}

/** The most that a search may ask for; 11 are refused. */
const MOST_FOUND = 10;

/** What an app may ask of Spotify in its own name. Every call may throw as {@link Line.call} does. */
export class Spotify {
  readonly #app: SpotifyApp;
  readonly #patience: Patience;
  readonly #api: Line;
  readonly #token: Token;

  constructor(app: SpotifyApp, patience: Patience = PATIENCE) {
    this.#app = app;
    this.#patience = patience;
    this.#api = new Line(patience);
    const accounts = new Line(patience);
    const { clientId, clientSecret } = app;
    this.#token = new Token(() =>
      accounts.call(tokenAnswer, (signal) =>
        this.#send(signal, () => new SpotifyWebApi({ clientId, clientSecret }).clientCredentialsGrant()),
      ),
    );
  }

  /** A track by its id, or undefined if Spotify has none by it. */
  async track(id: string, signal?: AbortSignal): Promise<SpotifyTrack | undefined> {
    const { market } = this.#app;
    try {
      return await this.#ask(trackAnswer, (api) => api.getTrack(encodeURIComponent(id), { market }), signal);
    } catch (error) {
      if (error instanceof SpotifyRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  /**
   * What Spotify finds first, at most ten tracks.
   * @param query words, or fields as in `track:"Hey Jude" artist:"The Beatles"`
   */
  searchTracks(query: string, signal?: AbortSignal): Promise<readonly SpotifyTrack[]> {
    const { market } = this.#app;
    return this.#ask(searchAnswer, (api) => api.searchTracks(query, { market, limit: MOST_FOUND }), signal);
  }

  /** Asks with the app's token, and once more with a new one where it ran out before its time. */
  #ask<T>(
    shape: z.ZodType<T>,
    make: (api: SpotifyWebApi) => Promise<Made>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    return this.#api.call(
      shape,
      async (trying) => {
        const sendWith = (accessToken: string) =>
          this.#send(trying, () => make(new SpotifyWebApi({ accessToken })));
        const token = await this.#token.get();
        const answer = await sendWith(token);
        return answer.status === 401 ? sendWith(await this.#token.get(token)) : answer;
      },
      { signal },
    );
  }

  #send(signal: AbortSignal, make: () => Promise<Made>): Promise<Answer> {
    return request({ ...this.#app, deadlineMs: this.#patience.deadline, signal }, make);
  }
}
