import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AMENDMENTS } from './amendments.ts';
import type { Amendment } from './amendments.ts';
import { explainUnions } from './unions.ts';

const contentShape = z.record(z.string(), z.unknown()).default({});

const operationShape = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false) }))
    .default([]),
  requestBody: z.object({ content: contentShape }).optional(),
  responses: z.record(z.string(), z.object({ content: contentShape })),
});

/** One operation of the document. */
export type OperationObject = z.infer<typeof operationShape>;

const documentShape = z.object({
  openapi: z.string().startsWith('3.1.', 'Only OpenAPI 3.1 is known here'),
  paths: z.record(
    z.string(),
    z.object({
      get: operationShape.optional(),
      put: operationShape.optional(),
      post: operationShape.optional(),
      patch: operationShape.optional(),
      delete: operationShape.optional(),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  /** By template, such as `/channels/{channel_id}`, then by method. */
  readonly paths: z.infer<typeof documentShape>['paths'];
  /** The whole document, amended and with its unions explained: what its `$ref`s point into. */
  readonly json: object;
}

/**
 * Reads Discord's OpenAPI document and amends it.
 * @throws when the file is not there or is no OpenAPI 3.1 document
 */
export function readDocument(path: string): OpenApiDocument {
  const json = z.looseObject({}).parse(JSON.parse(readFileSync(path, 'utf8')));
  const { paths, components } = documentShape.parse(json);
  for (const amendment of AMENDMENTS) amend(components.schemas, amendment);
  explainUnions(json, components.schemas);
  return { paths, json };
}

function amend(schemas: object, { at, schema }: Amendment): void {
  let node: unknown = schemas;
  for (const key of at.slice(0, -1)) node = child(node, key);
  const last = at.at(-1) ?? '';
  // A document that no longer has the place needs no amendment.
  if (typeof node === 'object' && node !== null && last in node) Reflect.set(node, last, schema);
}

const child = (node: unknown, key: string): unknown =>
  typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
