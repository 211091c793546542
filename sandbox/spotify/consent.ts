import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from './accounts.ts';
import type { Codes } from './codes.ts';
import type { People } from './people.ts';
import { SCOPES } from './scopes.ts';

/** What the consent page works on. */
export interface ConsentParts {
  readonly app: App;
  readonly people: People;
  readonly codes: Codes;
}

interface Asked {
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
}

/** The page that asks the person before the browser, and takes their answer. */
export function consent({ app, people, codes }: ConsentParts): Hono {
  const routes = new Hono();

  /** Without an app or a place to go back to, nobody is sent anywhere: a stranger may have made the link. */
  routes.use('/authorize', async (c, next) => {
    if (c.req.query('client_id') !== app.clientId) return c.text('INVALID_CLIENT: Invalid client', 400);
    if (!app.redirectUris.has(c.req.query('redirect_uri') ?? ''))
      return c.text('INVALID_CLIENT: Invalid redirect URI', 400);
    return next();
  });

  routes.get('/authorize', (c) => {
    const asked = askedIn(c);
    return typeof asked === 'string'
      ? goBack(c, { error: asked })
      : c.html(page(people.signedIn.name, asked.scopes));
  });

  routes.post('/authorize', async (c) => {
    const asked = askedIn(c);
    if (typeof asked === 'string') return goBack(c, { error: asked });
    if ((await c.req.parseBody())['answer'] !== 'agree') return goBack(c, { error: 'access_denied' });
    return goBack(c, { code: codes.issue({ ...asked, person: people.signedIn }) });
  });
  return routes;
}

/** What is asked for, or the error for the app. */
function askedIn(c: Context): Asked | string {
  const query = (name: string): string => c.req.query(name) ?? '';
  if (query('response_type') !== 'code') return 'unsupported_response_type';
  const scopes = query('scope')
    .split(' ')
    .filter((scope) => scope !== '');
  if (scopes.some((scope) => !(scope in SCOPES))) return 'invalid_scope';
  const [state, challenge] = [query('state'), query('code_challenge')];
  const isProven = query('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(challenge);
  if (state === '' || !isProven) return 'invalid_request';
  return { redirectUri: query('redirect_uri'), state, scopes, challenge };
}

function goBack(c: Context, outcome: Readonly<Record<string, string>>): Response {
  const url = new URL(c.req.query('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  const state = c.req.query('state');
  if (state !== undefined) url.searchParams.set('state', state);
  return c.redirect(url.href, 303);
}

const page = (name: string, scopes: readonly string[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Agree to connect</title>
        <style>
          body {
            font:
              16px/1.5 system-ui,
              sans-serif;
            max-width: 26rem;
            margin: 10vh auto;
            padding: 0 1rem;
          }
          button {
            font: inherit;
            padding: 0.6rem 2rem;
            border-radius: 2rem;
            border: 1px solid #888;
            background: none;
          }
          button[value='agree'] {
            background: #1ed760;
            border-color: #1ed760;
          }
        </style>
      </head>
      <body>
        <h1>An app wants into your account</h1>
        <p>This is a stand-in for Spotify, and you are ${name}. The app will be able to:</p>
        <ul>
          ${scopes.map((scope) => html`<li>${SCOPES[scope]}</li>`)}
        </ul>
        <form method="post">
          <button name="answer" value="agree">Agree</button>
          <button name="answer" value="cancel">Cancel</button>
        </form>
      </body>
    </html>`;
