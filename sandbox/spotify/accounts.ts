import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Codes } from './codes.ts';
import type { Tokens } from './tokens.ts';

/** The app that is registered here. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people may be sent back to. */
  readonly redirectUris: Set<string>;
}

type Form = Readonly<Record<string, string | undefined>>;

/** The accounts service: tokens for the app's own name, and for people who agreed. */
export function accountsService(app: App, tokens: Tokens, codes: Codes): Hono {
  const routes = new Hono();
  routes.post('/api/token', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
      return refused('unsupported_content_type', 'The content type must be a form');
    const form: Form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const stranger = faultOf(c, app, form);
    if (stranger !== null) return refused('invalid_client', stranger);
    switch (form['grant_type']) {
      case 'client_credentials':
        return Response.json(tokens.issue());
      case 'authorization_code': {
        const proof = { redirectUri: form['redirect_uri'], verifier: form['code_verifier'] };
        const grant = codes.redeem(form['code'], proof);
        return granted(typeof grant === 'string' ? grant : tokens.issueFor(grant));
      }
      case 'refresh_token':
        return granted(tokens.refresh(form['refresh_token'] ?? ''));
      case undefined:
      default:
        return refused(
          'unsupported_grant_type',
          'grant_type must be client_credentials, authorization_code or refresh_token',
        );
    }
  });
  return routes;
}

/** What is wrong with who asks, or null. With a person's grant, the client id is enough: the proof is elsewhere. */
function faultOf(c: Context, app: App, form: Form): string | null {
  const header = c.req.header('authorization');
  if (header === undefined && form['grant_type'] !== 'client_credentials')
    return form['client_id'] === app.clientId ? null : 'Invalid client';
  const [id, secret] = Buffer.from(/^Basic (\S+)$/.exec(header ?? '')?.[1] ?? '', 'base64')
    .toString()
    .split(':');
  if (id !== app.clientId) return 'Invalid client';
  return secret === app.clientSecret ? null : 'Invalid client secret';
}

const granted = (answer: object | string): Response =>
  typeof answer === 'string' ? refused('invalid_grant', answer) : Response.json(answer);

const refused = (error: string, description: string): Response =>
  Response.json({ error, error_description: description }, { status: 400 });
