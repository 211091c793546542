import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may come in: those who know the token, and no page of another site. A name that somebody's DNS leads to 127.0.0.1
 * does not help them, as the host has to be right too (DNS rebinding).
 */
export class Guard {
  readonly #token: string;
  readonly #hosts: () => readonly string[];

  constructor(token: string, port: () => number) {
    this.#token = token;
    this.#hosts = () => ['127.0.0.1', 'localhost'].map((name) => `${name}:${port()}`);
  }

  /** The path behind the token, or null when the request is not let in. */
  pathOf(request: IncomingMessage): string | null {
    const [, token = '', ...path] = new URL(request.url ?? '', 'http://x').pathname.split('/');
    const [given, right] = [Buffer.from(token), Buffer.from(this.#token)];
    const knows = given.length === right.length && timingSafeEqual(given, right);
    return knows && this.#hosts().includes(request.headers.host ?? '') ? `/${path.join('/')}` : null;
  }

  /** Whether a request that changes something, or opens the line, comes from the page itself. */
  isOwn({ headers: { origin, host } }: IncomingMessage): boolean {
    return origin === `http://${host ?? ''}`;
  }
}
