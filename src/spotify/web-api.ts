import SpotifyWebApi from 'spotify-web-api-node';
import accountsRequest from 'spotify-web-api-node/src/authentication-request.js';
import type { RequestBuilder } from 'spotify-web-api-node/src/base-request.js';
import http from 'spotify-web-api-node/src/http-manager.js';
import apiRequest from 'spotify-web-api-node/src/webapi-request.js';

/** Where Spotify is: origins, without a slash at their end. */
export interface Addresses {
  readonly apiUrl: string;
  readonly accountsUrl: string;
}

/** An answer of Spotify's, whatever its status. The body is parsed JSON, or the text of one that is not JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What the package makes of an answer that is no refusal. */
export interface Made {
  readonly statusCode: number;
  readonly body: unknown;
  readonly headers: unknown;
}

/** Where a request goes, how many milliseconds it may take, and what ends it before. */
export interface Sending extends Addresses {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Those of the request that is being made: the package itself knows no such settings. */
let sending: Sending | undefined;

redirect(apiRequest, 'apiUrl');
redirect(accountsRequest, 'accountsUrl');

/** Makes the package's requests begin at our address: it builds them all with one function of this module. */
function redirect(
  parts: { builder: (accessToken?: string) => RequestBuilder },
  which: keyof Addresses,
): void {
  const builder = parts.builder;
  parts.builder = (accessToken) => {
    const built = builder(accessToken);
    if (!sending) return built;
    const { protocol, hostname, port } = new URL(sending[which]);
    const secure = protocol === 'https:';
    return built
      .withScheme(secure ? 'https' : 'http')
      .withHost(hostname)
      .withPort(Number(port) || (secure ? 443 : 80));
  };
}

const makeRequest = http._makeRequest;

// The package waits for ever, and drops the body of a refusal that is not JSON.
http._makeRequest = (method, options, uri, callback) => {
  const { deadlineMs, signal } = sending ?? {};
  makeRequest(
    (address) => {
      const request = method(address).buffer(true).parse(parseBody);
      if (deadlineMs !== undefined) request.timeout({ deadline: deadlineMs });
      // Nothing may be returned here: the request is thenable, and whoever waits for it sends it again.
      signal?.addEventListener('abort', () => void request.abort(), { once: true });
      return request;
    },
    options,
    uri,
    callback,
  );
};

function parseBody(
  response: NodeJS.ReadableStream,
  done: (error: Error | null, body: unknown) => void,
): void {
  // Only these two events come through superagent's decompression.
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (piece: string) => (body += piece));
  response.on('end', () => done(null, jsonOr(body)));
}

/** Never null, which the package cannot take. */
function jsonOr(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return json ?? body;
  } catch {
    return body;
  }
}

/** Node's words for a line that never came about. */
const NOBODY_THERE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** A request that got no answer: the line was cut, or the deadline passed. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** Whether there was an answer to wait for until the deadline. */
  readonly late: boolean;
  /** Whether there was nobody to send it to, so that nothing can have come of it. */
  readonly unsent: boolean;

  constructor(cause: unknown) {
    // The package's own errors carry the request with its token among their properties.
    super(cause instanceof Error ? cause.message : 'no answer');
    this.late = cause instanceof Error && cause.name === 'TimeoutError';
    this.unsent =
      cause instanceof Error && 'code' in cause && NOBODY_THERE.some((code) => code === cause.code);
  }
}

/**
 * One request through spotify-web-api-node, which gives every refusal as an answer.
 * @param make begins the request before it returns
 * @throws NoAnswer if there was none within the deadline, or until the signal
 */
export async function request(to: Sending, make: () => Promise<Made>): Promise<Answer> {
  try {
    const { statusCode, body, headers } = await Promise.race([begin(to, make), endOf(to.signal)]);
    return { status: statusCode, body, headers: headersOf(headers) };
  } catch (error) {
    return refusalOf(error);
  }
}

/** A request that is aborted is never heard of again. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new NoAnswer(signal.reason)), { once: true });
  });
}

/** The package reads where to send while it makes the request, and only then. */
function begin<T>(to: Sending, make: () => T): T {
  sending = to;
  try {
    return make();
  } finally {
    sending = undefined;
  }
}

/** Which class of the package's an error is says nothing of what happened: only its status does. */
function refusalOf(error: unknown): Answer {
  if (!(error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'))
    throw new NoAnswer(error);
  return {
    status: error.statusCode,
    body: 'body' in error ? error.body : undefined,
    headers: headersOf('headers' in error ? error.headers : undefined),
  };
}

function headersOf(headers: unknown): Answer['headers'] {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]: [string, unknown]) => [name.toLowerCase(), String(value)]),
  );
}

export { SpotifyWebApi };
