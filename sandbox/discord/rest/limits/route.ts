/** What a request counts against. */
export interface Route {
  /** Method and path with the ids named, such as `POST /channels/:id/messages`. */
  readonly name: string;
  /** The channel, guild or webhook in the path, each of which has buckets of its own; empty if there is none. */
  readonly major: string;
  /** Whether it answers an interaction. Such requests do not count against the limit of all requests together. */
  readonly answersInteraction: boolean;
}

const PREFIX = /^\/api\/v\d+/;
const MAJOR = /\/(?:channels|guilds)\/\d+|\/webhooks\/\d+(?:\/[^/]+)?/;
const CREDENTIALS = /^\/(interactions|webhooks)\/(\d+)\/[^/]+/;

/** Finds the route of a request. */
export function routeOf(method: string, path: string): Route {
  const bare = path.replace(PREFIX, '');
  const shape = bare
    .replace(CREDENTIALS, '/$1/$2/:token')
    .replace(/\/reactions\/[^/]+/, '/reactions/:emoji')
    .replaceAll(/\/(?:\d{15,}|@original)(?=\/|$)/g, '/:id');
  return {
    name: `${method} ${shape}`,
    major: MAJOR.exec(bare)?.[0] ?? '',
    answersInteraction: CREDENTIALS.test(bare),
  };
}
