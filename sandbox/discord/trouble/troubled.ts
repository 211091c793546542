import { ServerResponse } from 'node:http';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { tryDecodeURIComponent } from 'hono/utils/url';
import type { Clock } from '../clock.ts';
import { serveBadly } from './cdn.ts';
import { answerBadly } from './rest.ts';
import type { FaultLists } from './trouble.ts';

type Way = HttpBindings | Http2Bindings;
/** How a request is answered. */
export type Fetch = (request: Request, way: Way) => Response | Promise<Response>;

/** The service as `fetch` gives it, with the faults that were asked for. */
export function troubled(fetch: Fetch, faults: FaultLists, clock: Clock): Fetch {
  return async (request, way) => {
    const { outgoing } = way;
    const honest = async (): Promise<Response> => fetch(request, way);
    if (!(outgoing instanceof ServerResponse)) return honest();
    const line = { outgoing, honest };
    const { pathname } = new URL(request.url);
    const route = /^\/api\/v\d+(\/.*)$/.exec(pathname)?.[1];
    if (route !== undefined) {
      const fault = faults.rest.strike(`${request.method} ${route}`);
      return fault ? answerBadly(fault, line, clock) : honest();
    }
    const name = pathname.slice(pathname.lastIndexOf('/') + 1);
    const fault = faults.cdn.strike(tryDecodeURIComponent(name));
    return fault ? serveBadly(fault, line, clock) : honest();
  };
}
