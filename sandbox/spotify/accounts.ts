import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Tokens } from './tokens.ts';

/** The app that is registered here. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The accounts service: tokens for the app's own name. */
export function accountsService(app: App, tokens: Tokens): Hono {
  const routes = new Hono();
  routes.post('/api/token', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
      return refused('unsupported_content_type', 'The content type must be a form');
    const { id, secret } = credentialsOf(c);
    if (id !== app.clientId) return refused('invalid_client', 'Invalid client');
    if (secret !== app.clientSecret) return refused('invalid_client', 'Invalid client secret');
    const { grant_type: kind } = await c.req.parseBody();
    if (kind !== 'client_credentials')
      return refused('unsupported_grant_type', 'grant_type must be client_credentials');
    return Response.json(tokens.issue());
  });
  return routes;
}

function credentialsOf(c: Context): { readonly id: string | undefined; readonly secret: string | undefined } {
  const encoded = /^Basic (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const [id, secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { id, secret };
}

const refused = (error: string, description: string): Response =>
  Response.json({ error, error_description: description }, { status: 400 });
