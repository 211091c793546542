import { z } from 'zod';
import { at, Schemas } from '../discord/contract/schemas.ts';
import type { Violation } from '../discord/contract/violation.ts';

/** A request and its answer. */
export interface Exchange {
  readonly method: string;
  /** Below `/v1`, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where none was sent. */
  readonly body?: unknown;
  readonly status: number;
  /** Parsed JSON; undefined where there is none. */
  readonly response: unknown;
}

const parameterShape = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.looseObject({ type: z.string().optional() }),
});

const operationShape = z.object({
  deprecated: z.boolean().default(false),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.unknown()),
});

const documentShape = z.looseObject({
  openapi: z.string().startsWith('3.0.', 'Only OpenAPI 3.0 is known here'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const METHODS = ['get', 'put', 'post', 'delete'];
const REFUSED = at('components', 'responses', 'BadRequest', 'content', 'application/json', 'schema');

/** An operation that Spotify documents, as it is called. */
export interface Operation {
  readonly method: string;
  /** `/tracks/{id}` */
  readonly template: string;
  readonly deprecated: boolean;
}

/** What Spotify's OpenAPI document promises, and whether it is kept. */
export class Contract {
  readonly #document: z.infer<typeof documentShape>;
  readonly #schemas: Schemas;
  readonly #querySchemas: Schemas;

  /**
   * @param document of OpenAPI 3.0, parsed
   * @throws if it is none
   */
  constructor(document: unknown) {
    this.#document = documentShape.parse(document);
    this.#schemas = new Schemas(this.#document);
    this.#querySchemas = new Schemas(this.#document, true);
  }

  get operations(): readonly Operation[] {
    return Object.entries(this.#document.paths).flatMap(([template, methods]) =>
      METHODS.filter((method) => method in methods).map((method) => {
        const { deprecated } = operationShape.parse(methods[method]);
        return { method: method.toUpperCase(), template, deprecated };
      }),
    );
  }

  /**
   * What in an exchange is not as documented. What is refused may be wrong in any way: only the shape of the refusal
   * counts. Failures (5xx) are outside the document, and so is a 429, which may be plain text.
   */
  violations(exchange: Exchange): readonly Violation[] {
    const { method, path, status } = exchange;
    if (status >= 500 || status === 429) return [];
    const operation = this.operations.find((it) => it.method === method && patternOf(it.template).test(path));
    const where = operation ? `${method} ${operation.template}` : `${method} ${path}`;
    const found = (what: Violation['what'], message: string | null): Violation[] =>
      message === null ? [] : [{ where, what, message }];
    if (status >= 400) return found('response', this.#schemas.fault(REFUSED, exchange.response));
    if (!operation) return found('response', `answered ${status}, but Spotify knows no such operation`);
    if (operation.deprecated) return found('request', `answered ${status}, but it is deprecated`);
    return [
      ...found('query', this.#queryFault(operation, exchange.query)),
      ...found('request', this.#bodyFault(operation, exchange.body)),
      ...found('response', this.#responseFault(operation, exchange)),
    ];
  }

  #queryFault({ method, template }: Operation, query: Exchange['query']): string | null {
    const { parameters } = operationShape.parse(this.#at('paths', template, method.toLowerCase()).node);
    const places = parameters.map((_, n) =>
      this.#at('paths', template, method.toLowerCase(), 'parameters', String(n)),
    );
    const known = places
      .map(({ names, node }) => ({ names, ...parameterShape.parse(node) }))
      .filter((it) => it.in === 'query');
    const isList = (name: string): boolean => known.find((it) => it.name === name)?.schema.type === 'array';
    return this.#querySchemas.fault(
      {
        type: 'object',
        properties: Object.fromEntries(known.map(({ name, names }) => [name, at(...names, 'schema')])),
        required: known.filter((it) => it.required).map((it) => it.name),
        additionalProperties: false,
      },
      Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, isList(name) ? value.split(',') : value]),
      ),
    );
  }

  #bodyFault({ method, template }: Operation, body: unknown): string | null {
    const place = ['paths', template, method.toLowerCase()];
    const { requestBody } = operationShape.parse(this.#at(...place).node);
    if (!requestBody) return body === undefined ? null : 'a body where none is documented';
    if (!('application/json' in requestBody.content)) return null;
    return this.#schemas.fault(at(...place, 'requestBody', 'content', 'application/json', 'schema'), body);
  }

  #responseFault({ method, template }: Operation, { status, response }: Exchange): string | null {
    const { responses } = operationShape.parse(this.#at('paths', template, method.toLowerCase()).node);
    if (!(String(status) in responses)) return `the status ${status} is not documented`;
    const place = this.#at('paths', template, method.toLowerCase(), 'responses', String(status));
    const { names, node } = this.#at(...place.names, 'content', 'application/json', 'schema');
    if (node === undefined) return response === undefined ? null : 'a body where none is documented';
    return this.#schemas.fault(at(...names), withoutHoles(response));
  }

  /** What stands at a place of the document, and where that really is when the place refers to another. */
  #at(...names: readonly string[]): { readonly names: readonly string[]; readonly node: unknown } {
    let node: unknown = this.#document;
    let real: readonly string[] = [];
    for (const name of names) {
      node = child(node, name);
      real = [...real, name];
      const ref = child(node, '$ref');
      if (typeof ref !== 'string') continue;
      real = ref.split('/').slice(1);
      node = real.reduce(child, this.#document);
    }
    return { names: real, node };
  }
}

const child = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;

const patternOf = (template: string): RegExp => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);

/** Spotify's lists have empty places, and entries that lost their track, of which its document does not speak. */
function withoutHoles(json: unknown): unknown {
  if (json === undefined) return undefined;
  return JSON.parse(JSON.stringify(json), (name, value: unknown) => {
    if (name === 'item' && value === null) return undefined;
    return Array.isArray(value) ? value.filter((item) => item !== null) : value;
  });
}
