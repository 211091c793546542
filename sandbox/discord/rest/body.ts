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
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(await c.req.formData());
  return { json: parseJson(await c.req.text()), files: [] };
}

async function readMultipart(form: FormData): Promise<Body> {
  const files: SentFile[] = [];
  for (const [field, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (typeof value === 'string' || key === undefined) continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ key, name: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  const json = form.get('payload_json');
  return { json: parseJson(typeof json === 'string' ? json : '{}'), files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new Refusal('json-parses');
  }
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
