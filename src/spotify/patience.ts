/** How patient we are with Spotify. All times in milliseconds. */
export interface Patience {
  /** How long one request may take. */
  readonly deadline: number;
  /** How long one call may take in all, with its waits, its token and its further tries. */
  readonly call: number;
  /** How long the first wait after a failure is; each further one is about twice as long. */
  readonly firstWait: number;
  /** How often a call is tried again. */
  readonly tries: number;
  /** After so many failures in a row nothing is sent for a while. */
  readonly failuresInARow: number;
  readonly rest: number;
}

export const PATIENCE: Patience = {
  deadline: 10_000,
  call: 30_000,
  firstWait: 300,
  tries: 2,
  failuresInARow: 5,
  rest: 30_000,
};
