import { z } from 'zod';
import type { Discord } from '../../sandbox/discord/index.ts';

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly code: number | undefined;
  readonly json: unknown;
  readonly headers: Headers;
}

/** A file to send along. */
export interface CallFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a call differs from a well-behaved one. */
export interface CallOptions {
  readonly token?: string;
  readonly files?: readonly CallFile[];
  /** Sent as it is, in place of JSON. */
  readonly raw?: string;
}

/** One call of the REST API, without a library that could smooth a mistake over. */
export async function call(
  discord: Discord,
  method: string,
  path: string,
  body?: unknown,
  { token = discord.token, files = [], raw }: CallOptions = {},
): Promise<Answer> {
  const response = await fetch(`${discord.restUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${token}`,
      ...(files.length > 0 || body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(raw === undefined ? bodyOf(body, files) : { body: raw }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const json: unknown = isJson ? JSON.parse(text) : null;
  const code = z.object({ code: z.int() }).safeParse(json).data?.code;
  return { status: response.status, code, json, headers: response.headers };
}

function bodyOf(body: unknown, files: readonly CallFile[]): { body?: string | FormData } {
  if (files.length === 0) return body === undefined ? {} : { body: JSON.stringify(body) };
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body ?? {}));
  files.forEach((file, n) => form.set(`files[${n}]`, new Blob([file.bytes]), file.name));
  return { body: form };
}
