import { ServerResponse } from 'node:http';
import { passed, systemClock } from '../discord/clock.ts';
import type { Faults, RestFault } from '../discord/trouble/faults.ts';
import { HANDLED } from '../discord/trouble/line.ts';
import { answerBadly } from '../discord/trouble/rest.ts';
import type { Fetch } from '../discord/trouble/troubled.ts';
import { apiError } from './wire.ts';

/** What can happen to a request: trouble on the line, or an answer that is not the honest one. */
export type SpotifyFault =
  | Exclude<RestFault, { readonly kind: 'status' }>
  | { readonly kind: 'answer'; readonly make: () => Response }
  /** It is done, this many milliseconds late (at once if left out) and whoever waits, and never answered. */
  | { readonly kind: 'unanswered'; readonly ms?: number };

/** Too many requests: with a reason as JSON, or in the plain text of what stands before the API. */
export const tooMany = (
  retryAfter: number | null,
  { reason, plain = false }: { readonly reason?: string; readonly plain?: boolean } = {},
): SpotifyFault =>
  answer(() => {
    const response = plain
      ? text(429, 'Too many requests')
      : apiError(429, 'API rate limit exceeded', reason);
    if (retryAfter !== null) response.headers.set('retry-after', String(retryAfter));
    return response;
  });

/** A failure of Spotify's own. */
export const broken = (status: 500 | 502 | 503): SpotifyFault =>
  answer(() => apiError(status, 'Server error'));

/** A page that is no answer of the API's, under a status that says all is well. */
export const nonsense: SpotifyFault = answer(() => text(200, '<html>Sign in to the hotel</html>'));

/** The account is not on the list of the few that a small app may have. */
export const notRegistered: SpotifyFault = answer(() =>
  text(403, 'User not registered in the Developer Dashboard'),
);

/** The app's owner let Premium run out. */
export const premiumNeeded: SpotifyFault = answer(() =>
  apiError(403, 'Active premium subscription required for the owner of the app.'),
);

function answer(make: () => Response): SpotifyFault {
  return { kind: 'answer', make };
}

const text = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** The service as `fetch` gives it, with the faults that were asked for. */
export function troubled(fetch: Fetch, faults: Faults<SpotifyFault>): Fetch {
  return async (request, way) => {
    const honest = async (): Promise<Response> => fetch(request, way);
    const fault = faults.strike(`${request.method} ${new URL(request.url).pathname}`);
    const { outgoing } = way;
    if (!fault || !(outgoing instanceof ServerResponse)) return honest();
    if (fault.kind === 'answer') return fault.make();
    if (fault.kind !== 'unanswered') return answerBadly(fault, { outgoing, honest }, systemClock);
    await passed(systemClock, fault.ms ?? 0);
    await honest();
    return HANDLED;
  };
}
