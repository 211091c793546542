import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';

import { errorText } from '../../cards/error-card.ts';
import { wordsFor } from '../../cards/words.ts';
import { asMoodringError, type ErrorCode, MoodringError } from '../../errors.ts';
import { type Seen, WEBCAM_MINUTES, WEBCAM_PATH, type WebcamLinks } from '../../flows/webcam-links.ts';
import type { Log } from '../../log.ts';
import { readCalibration } from '../../vision/node/calibration.ts';
import { messagePage } from '../list-page.ts';
import { wordsOf } from '../visitors-words.ts';
import { assets } from './assets.ts';
import { webcamPage } from './page.ts';
import { type Refusal, scoresShape } from './shared.ts';
import { songsOf } from './songs.ts';

export interface WebcamPages {
  readonly links: WebcamLinks;
  /** Where others reach our pages, without a slash at its end. */
  readonly publicUrl: string;
}

interface Env {
  Variables: SecureHeadersVariables;
}
type Visit = Context<Env>;

/** Proves, in the browser that opened a link, that it was this one. */
const COOKIE = 'moodring-webcam';

/** Seven numbers with their names are far shorter. */
const MOST_SCORES = 4 * 1024;
const MOST_SNAPSHOT = 4 * 1024 * 1024;

const YEAR = 365 * 24 * 60 * 60;

const STATUS: Partial<Record<ErrorCode, 400 | 403 | 410 | 413 | 429 | 500>> = {
  'scores-wrong': 400,
  'webcam-elsewhere': 403,
  'webcam-expired': 410,
  'webcam-used': 410,
  'image-too-heavy': 413,
  busy: 429,
  'busy-with-yours': 429,
  unexpected: 500,
};

/** The page behind a webcam link, what it takes, and what it sends. It talks to nobody but us. */
export function webcamPages({ links, publicUrl }: WebcamPages, log: Log) {
  const app = new Hono<Env>();
  const { pathname, protocol } = new URL(publicUrl);

  const refused = (c: Visit, cause: unknown) => {
    const error = asMoodringError(cause);
    if (error.code === 'unexpected') log.error({ err: error }, 'the webcam page failed');
    else log.info({ code: error.code, err: error }, 'the webcam page was refused something');
    const refusal: Refusal = { code: error.code, text: plain(errorText(error, wordsOf(c))) };
    return c.json(refusal, STATUS[error.code] ?? 422);
  };
  const answer = async (c: Visit, seen: () => Promise<Seen>) => {
    const id = c.req.param('id') ?? '';
    try {
      const t = wordsFor(links.find(id).locale);
      const { list, untold } = await links.answer(id, getCookie(c, COOKIE), await seen());
      if (untold !== undefined) log.info({ err: untold }, 'an answer from the webcam page is not in Discord');
      return c.json(songsOf(list, untold === undefined, t));
    } catch (error) {
      return refused(c, error);
    }
  };
  const within = (maxSize: number, code: ErrorCode) =>
    bodyLimit({
      maxSize,
      onError: (c: Visit) => refused(c, new MoodringError(code, { limit: maxSize / 1024 / 1024 })),
    });

  app.get(`${WEBCAM_PATH}/assets/:version/:path{.+}`, headers, async (c) => {
    const { version, files } = await assets();
    const file = files.get(c.req.param('path'));
    if (!file || c.req.param('version') !== version) return c.notFound();
    c.header('Content-Type', file.type);
    c.header('Cache-Control', `public, max-age=${YEAR}, immutable`);
    c.header('Vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(file.bytes);
    c.header('Content-Encoding', 'gzip');
    return c.body(file.gzipped);
  });

  app.get(`${WEBCAM_PATH}/:id`, headers, unkept, async (c) => {
    const id = c.req.param('id');
    const nonce = c.get('secureHeadersNonce') ?? '';
    try {
      const { locale } = links.find(id);
      const [{ version, size }, { sureFrom }] = await Promise.all([assets(), readCalibration()]);
      const shown = { id, locale, assets: `assets/${version}/`, size, sureFrom, nonce };
      return await c.html(webcamPage(shown, wordsFor(locale)));
    } catch (cause) {
      const error = asMoodringError(cause);
      if (error.code === 'unexpected') throw cause;
      const t = wordsOf(c);
      return c.html(messagePage(t('webcam.failedTitle'), plain(errorText(error, t)), nonce, t), 410);
    }
  });

  // By the page's script and not with the page: a browser leaves the cookie out when it comes from Discord a second time.
  app.post(`${WEBCAM_PATH}/:id/open`, headers, unkept, (c) => {
    const id = c.req.param('id');
    try {
      setCookie(c, COOKIE, links.open(id, getCookie(c, COOKIE)), {
        path: `${pathname.replace(/\/$/, '')}${WEBCAM_PATH}/${id}`,
        httpOnly: true,
        sameSite: 'Strict',
        secure: protocol === 'https:',
        maxAge: WEBCAM_MINUTES * 60,
      });
      return c.body(null, 204);
    } catch (error) {
      return refused(c, error);
    }
  });

  app.post(`${WEBCAM_PATH}/:id/mood`, headers, unkept, within(MOST_SCORES, 'scores-wrong'), (c) =>
    answer(c, async () => {
      const sent: unknown = await c.req.json().catch(() => undefined);
      const scores = scoresShape.safeParse(sent).data;
      if (!scores) throw new MoodringError('scores-wrong');
      return { kind: 'scores', scores };
    }),
  );

  app.post(`${WEBCAM_PATH}/:id/photo`, headers, unkept, within(MOST_SNAPSHOT, 'image-too-heavy'), (c) =>
    answer(c, async () => ({ kind: 'photo', photo: new Uint8Array(await c.req.arrayBuffer()) })),
  );
  return app;
}

/** Nothing but our own; WebAssembly is compiled in the worker, which this policy comes with as well. */
const POLICY: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", NONCE, "'wasm-unsafe-eval'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    connectSrc: ["'self'"],
    imgSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: {
    camera: ['self'],
    microphone: [],
    geolocation: [],
    displayCapture: [],
  },
  referrerPolicy: 'no-referrer',
};

const headers = secureHeaders(POLICY);

const unkept: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'private, no-store');
};

/** Pages show no Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
