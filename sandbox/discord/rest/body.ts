import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal, refuseAny } from '../rules/refusal.ts';
import type { SentFile } from '../wire/payload.ts';

/** A request's JSON and the files that came with it. */
export interface Body {
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/** Reads a JSON or multipart body. */
export async function readBody(c: Context): Promise<Body> {
  return { json: await readJson(c), files: isMultipart(c) ? await filesOf(await formOf(c)) : [] };
}

/** Reads a body's JSON, alone or beside files. */
export async function readJson(c: Context): Promise<unknown> {
  if (!isMultipart(c)) return parseJson(await c.req.text());
  const json = (await formOf(c)).get('payload_json');
  return parseJson(typeof json === 'string' ? json : '{}');
}

const isMultipart = (c: Context): boolean =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data');

async function formOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Refusal('json-parses');
  }
}

async function filesOf(form: FormData): Promise<readonly SentFile[]> {
  const files: SentFile[] = [];
  for (const [field, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (typeof value === 'string' || key === undefined) continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ key, name: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  return files;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text, exactly);
  } catch {
    throw new Refusal('json-parses');
  }
}

// Discord takes ids as numbers too, as discord.py sends them; JavaScript would round them.
function exactly(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value);
  return isRounded && /^\d+$/.test(context?.source ?? '') ? context?.source : value;
}

/** The body in the shape that Discord documents, or its refusal. */
export function shaped<Shape extends z.ZodType>(shape: Shape, json: unknown): z.infer<Shape> {
  const result = shape.safeParse(json);
  if (!result.success)
    refuseAny(
      result.error.issues.map((issue) => ({
        rule: 'form-shape',
        path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
        code: 'BASE_TYPE_BAD_TYPE',
        message: issue.message,
      })),
    );
  return shape.parse(json);
}
