/** The parts of spotify-web-api-node that its own types leave out. */

declare module 'spotify-web-api-node/src/base-request.js' {
  /** Sends a request of one method. */
  export type Send = (request: Request, callback: (error: unknown, answer?: unknown) => void) => void;
  export interface Request {
    getURI(): string;
    execute(send: Send): Promise<{ body: unknown; headers: unknown; statusCode: number }>;
  }
  export interface RequestBuilder {
    withScheme(scheme: string): this;
    withHost(host: string): this;
    withPort(port: number): this;
    withPath(path: string): this;
    withQueryParameters(parameters: object): this;
    withBodyParameters(parameters: object): this;
    withHeaders(headers: Readonly<Record<string, string>>): this;
    build(): Request;
  }
}

declare module 'spotify-web-api-node/src/webapi-request.js' {
  import type { RequestBuilder } from 'spotify-web-api-node/src/base-request.js';
  const parts: { builder: (accessToken?: string) => RequestBuilder };
  export default parts;
}

declare module 'spotify-web-api-node/src/authentication-request.js' {
  import type { RequestBuilder } from 'spotify-web-api-node/src/base-request.js';
  const parts: { builder: () => RequestBuilder };
  export default parts;
}

declare module 'spotify-web-api-node/src/http-manager.js' {
  import type { IncomingMessage } from 'node:http';
  import type { Send } from 'spotify-web-api-node/src/base-request.js';

  /** What of a superagent request is used here. */
  export interface HttpRequest {
    timeout(limits: { deadline: number }): this;
    abort(): this;
    buffer(whole: boolean): this;
    parse(
      parser: (response: IncomingMessage, done: (error: Error | null, body: unknown) => void) => void,
    ): this;
  }
  type Method = (uri: string) => HttpRequest;
  const parts: {
    readonly get: Send;
    readonly put: Send;
    readonly post: Send;
    readonly del: Send;
    _makeRequest: (
      method: Method,
      options: object,
      uri: string,
      callback: (error: unknown, answer?: unknown) => void,
    ) => void;
  };
  export default parts;
}
