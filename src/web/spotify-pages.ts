import { createHash } from 'node:crypto';

import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { SecureHeadersVariables } from 'hono/secure-headers';

import { errorText } from '../cards/error-card.ts';
import { type Words } from '../cards/words.ts';
import { asMoodringError } from '../errors.ts';
import {
  CALLBACK_PATH,
  type ComingBack,
  finishLinking,
  LINK_PATH,
  LINKING_MINUTES,
  showLinking,
} from '../flows/link-spotify.ts';
import type { Parts, SpotifyParts } from '../flows/parts.ts';
import type { Log } from '../log.ts';
import { messagePage } from './list-page.ts';
import { type Html, page } from './page.ts';
import { wordsOf } from './visitors-words.ts';

/** What the pages for linking take. */
export interface LinkingPages {
  readonly spotify: SpotifyParts;
  readonly listeners: Parts['listeners'];
  /** Told the state of whoever has linked their account. */
  readonly onLinked: (state: string) => void;
}

type Visit = Context<{ Variables: SecureHeadersVariables }>;

/** Remembers, in the browser that set out, which way it took. */
const COOKIE = 'moodring-linking';

/** The page that a link button opens, and the one that Spotify sends people back to. */
export function spotifyPages({ spotify, listeners, onLinked }: LinkingPages, log: Log) {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  const callback = new URL(`${spotify.publicUrl}${CALLBACK_PATH}`);
  const failed = (c: Visit, cause: unknown) => {
    const error = asMoodringError(cause);
    if (error.code === 'unexpected') throw cause;
    log.info({ code: error.code, err: error }, 'an account was not linked');
    const t = wordsOf(c);
    // Pages show no Markdown.
    const text = errorText(error, t).replaceAll('`', '');
    return c.html(messagePage(t('spotify.pageFailedTitle'), text, nonceOf(c), t), 400);
  };

  app.get(LINK_PATH, async (c) => {
    const state = c.req.query('state') ?? '';
    try {
      const { name, url } = await showLinking(spotify, state);
      setCookie(c, COOKIE, digest(state), {
        path: callback.pathname,
        httpOnly: true,
        // Coming back from Spotify is a step from another site.
        sameSite: 'Lax',
        secure: callback.protocol === 'https:',
        maxAge: LINKING_MINUTES * 60,
      });
      return await c.html(startPage(name, url, nonceOf(c), wordsOf(c)));
    } catch (error) {
      return failed(c, error);
    }
  });

  app.get(CALLBACK_PATH, async (c) => {
    const state = c.req.query('state') ?? '';
    const back: ComingBack = {
      state,
      code: c.req.query('code'),
      sameBrowser: getCookie(c, COOKIE) === digest(state),
    };
    try {
      const { name } = await finishLinking({ spotify, listeners }, back);
      onLinked(state);
      const t = wordsOf(c);
      const text = t('spotify.pageLinked', { name });
      return await c.html(messagePage(t('spotify.pageLinkedTitle'), text, nonceOf(c), t));
    } catch (error) {
      return failed(c, error);
    }
  });
  return app;
}

const digest = (state: string): string => createHash('sha256').update(state).digest('base64url');

const nonceOf = (c: Visit): string => c.get('secureHeadersNonce') ?? '';

function startPage(name: string, url: string, nonce: string, t: Words): Html {
  const title = t('spotify.pageTitle');
  const text = t('spotify.page', { name });
  return page(
    { language: t('language.code'), title: t('page.title', { title }), description: title, nonce },
    html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${url}" rel="noreferrer">${t('spotify.pageGo')}</a></p>`,
  );
}
