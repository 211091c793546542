import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';

import type { Log } from '../log.ts';
import type { Playlists } from '../memory/playlists.ts';
import { listPage, messagePage } from './list-page.ts';
import { type LinkingPages, spotifyPages } from './spotify-pages.ts';
import { wordsOf } from './visitors-words.ts';
import { type WebcamPages, webcamPages } from './webcam/routes.ts';

export interface WebOptions {
  readonly playlists: Playlists;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Log;
  /** Whether the bot is in touch with Discord; it is for `/health` to say. */
  readonly isHealthy: () => boolean;
  /** For people who link their Spotify account; no pages for that without it. */
  readonly linking?: LinkingPages | undefined;
  /** For people who have their face read live; no pages for that without it. */
  readonly webcam?: WebcamPages | undefined;
}

export interface Web {
  readonly port: number;
  close(): Promise<void>;
}

/** The pages: `/list/ID` for a playlist, `/spotify/…` for linking an account, `/webcam/…` for reading a face
 * live, `/health` for whoever watches over the process. */
export function pages({
  playlists,
  log,
  isHealthy,
  linking,
  webcam,
}: Pick<WebOptions, 'playlists' | 'log' | 'isHealthy' | 'linking' | 'webcam'>): Hono<{
  Variables: SecureHeadersVariables;
}> {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  // Before the policy of the other pages: it brings one of its own.
  if (webcam) app.route('/', webcamPages(webcam, log));

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [NONCE],
        scriptSrc: [NONCE],
        imgSrc: ['data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );

  // A list can be erased at any time, and a new one may come where there was none.
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'private, no-store');
  });

  app.get('/health', (c) => {
    const ok = isHealthy();
    return c.json({ ok }, ok ? 200 : 503);
  });

  app.get('/list/:id', async (c) => {
    const kept = await playlists.find(c.req.param('id'));
    const nonce = c.get('secureHeadersNonce') ?? '';
    const t = wordsOf(c);
    return kept
      ? c.html(listPage(kept.playlist, kept.days, nonce, t))
      : c.html(messagePage(t('page.goneTitle'), t('page.gone'), nonce, t), 404);
  });

  if (linking) app.route('/', spotifyPages(linking, log));

  app.notFound((c) => {
    const t = wordsOf(c);
    const nonce = c.get('secureHeadersNonce') ?? '';
    return c.html(messagePage(t('page.lostTitle'), t('page.lost'), nonce, t), 404);
  });

  app.onError((error, c) => {
    log.error({ err: error }, 'a page failed');
    const t = wordsOf(c);
    const nonce = c.get('secureHeadersNonce') ?? '';
    return c.html(messagePage(t('page.lostTitle'), t('error.unexpected'), nonce, t), 500);
  });
  return app;
}

/** Starts the server of our pages. */
export function startWeb(options: WebOptions): Promise<Web> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve(
      { fetch: pages(options).fetch, hostname: options.host, port: options.port },
      ({ port }) =>
        resolve({
          port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
    );
    server.once('error', reject);
  });
}
