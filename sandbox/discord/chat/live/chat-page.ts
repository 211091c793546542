import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getMimeType } from 'hono/utils/mime';
import { WebSocketServer } from 'ws';
import { listen } from '../../loopback.ts';
import { bundle } from './bundle.ts';
import { Guard } from './guard.ts';
import { HEADERS, PAGE, policyFor } from './page.ts';
import { LIVE_STYLE } from './style.ts';
import { Tab } from './tab.ts';
import type { Stage } from './tab.ts';
import { bytesOf } from './uploads.ts';

/** As many pages as may be open at once. */
const MOST_TABS = 64;

/** Bytes of the longest message of a page; files come another way. */
const MOST_SAID = 256 * 1_024;

/** Pictures that a browser shows and runs nothing of. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

/** The chat as a page that one can use. */
export interface ChatPage {
  /** Where it is; whoever has the address can be anyone on it. */
  readonly url: string;
  close(): Promise<void>;
}

type Answer = readonly [
  status: number,
  type: string,
  body: string | Uint8Array,
  more?: Record<string, string>,
];

/** Serves the chat page on loopback. @param port 0 for one that is free */
export async function serveChatPage(stage: Stage, port = 0): Promise<ChatPage> {
  const script = await bundle();
  const token = randomBytes(24).toString('base64url');
  const tabs = new Map<string, Tab>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_SAID });
  let own = 0;
  const guard = new Guard(token, () => own);
  const site: Site = { stage, tabs, script, guard };
  const server = createServer((request, response) => void respond(site, request, response));
  server.on('upgrade', (request, socket, head) => {
    const isWelcome = guard.pathOf(request) === '/socket' && guard.isOwn(request) && tabs.size < MOST_TABS;
    if (!isWelcome) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      const tab = new Tab(randomUUID(), client, stage);
      tabs.set(tab.id, tab);
      client.on('close', () => tabs.delete(tab.id));
    });
  });
  own = await listen(server, port);
  return {
    url: `http://127.0.0.1:${own}/${token}/`,
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Site {
  readonly stage: Stage;
  readonly tabs: ReadonlyMap<string, Tab>;
  readonly script: Uint8Array;
  readonly guard: Guard;
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = site.guard.pathOf(request);
  const [status, type, body, more] =
    path === null
      ? nothing
      : request.method === 'POST'
        ? await taken(site, path, request)
        : found(site, path, request.headers.host ?? '');
  response.writeHead(status, { ...HEADERS, 'content-type': type, ...more });
  response.end(body);
  // What is too large is not read to its end.
  if (status === 413) response.once('finish', () => request.destroy());
}

const nothing: Answer = [404, 'text/plain', 'There is nothing here.'];

function found({ stage, script }: Site, path: string, host: string): Answer {
  if (path === '/')
    return [200, 'text/html; charset=utf-8', PAGE, { 'content-security-policy': policyFor(host) }];
  if (path === '/page.js') return [200, 'text/javascript; charset=utf-8', script];
  if (path === '/style.css') return [200, 'text/css; charset=utf-8', LIVE_STYLE];
  const sample = /^\/samples\/(\d+)$/.exec(path);
  if (sample) {
    const file = stage.cast.samples[Number(sample[1])]?.file;
    return file
      ? [200, file.contentType ?? getMimeType(file.name) ?? 'application/octet-stream', file.bytes]
      : nothing;
  }
  const file = path.startsWith('/files/') ? stage.world.cdn.at(path.slice('/files'.length)) : null;
  if (!file) return nothing;
  // Nothing that somebody sent may act as a page of this server.
  const isPicture = PICTURES.has(file.contentType);
  return [
    200,
    isPicture ? file.contentType : 'application/octet-stream',
    file.bytes,
    {
      'content-security-policy': "default-src 'none'; sandbox",
      ...(isPicture
        ? {}
        : { 'content-disposition': `attachment; filename="${encodeURIComponent(file.name)}"` }),
    },
  ];
}

/** Takes a file that somebody will send: `POST /files?tab=…&name=…`. */
async function taken({ tabs, guard }: Site, path: string, request: IncomingMessage): Promise<Answer> {
  const query = new URL(request.url ?? '', 'http://x').searchParams;
  const tab = tabs.get(query.get('tab') ?? '');
  const name = query.get('name') ?? '';
  if (path !== '/files' || !guard.isOwn(request)) return [403, 'text/plain', 'That is not for you.'];
  if (!tab || name === '') return [400, 'text/plain', 'The page is not connected.'];
  const bytes = await bytesOf(request, tab.fileBytes);
  if (!bytes) return [413, 'text/plain', 'Your files are too powerful'];
  const type = request.headers['content-type'];
  return [200, 'text/plain', tab.uploads.keep({ name, bytes, ...(type ? { contentType: type } : {}) })];
}
