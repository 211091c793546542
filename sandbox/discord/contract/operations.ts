import type { OpenApiDocument, OperationObject } from './document.ts';
import { at } from './schemas.ts';
import type { Schema } from './schemas.ts';

/** An operation of the API and the schemas of what goes in and out. */
export interface Operation {
  /** `POST /channels/{channel_id}/messages` */
  readonly name: string;
  /** Of the query's values, by their names. */
  readonly query: Schema | null;
  readonly request: Schema | null;
  /** By status: the schema of the body, or null where there is no body. */
  readonly responses: ReadonlyMap<number, Schema | null>;
}

interface Route {
  readonly pattern: RegExp;
  readonly wildcards: number;
  readonly operations: ReadonlyMap<string, Operation>;
}

const JSON_TYPE = 'application/json';

/** The operations of the document, found by method and path. */
export class Operations {
  readonly #routes: readonly Route[];

  constructor({ paths }: OpenApiDocument) {
    const routes = Object.entries(paths).map(([template, methods]): Route => {
      const operations = Object.entries(methods).flatMap(([method, object]) =>
        object ? [[method.toUpperCase(), operationOf(template, method, object)] as const] : [],
      );
      const wildcards = template.split('{').length - 1;
      return { pattern: patternOf(template), wildcards, operations: new Map(operations) };
    });
    // `/users/@me` is meant rather than `/users/{user_id}`.
    this.#routes = routes.toSorted((a, b) => a.wildcards - b.wildcards);
  }

  /** The operation behind a path such as `/channels/123/messages`. */
  find(method: string, path: string): Operation | null {
    const route = this.#routes.find((it) => it.pattern.test(path) && it.operations.has(method));
    return route?.operations.get(method) ?? null;
  }
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);

function operationOf(template: string, method: string, object: OperationObject): Operation {
  const { parameters, requestBody, responses } = object;
  const place = ['paths', template, method];
  const query = parameters.flatMap(({ name, in: kind }, n) =>
    kind === 'query' ? [[name, at(...place, 'parameters', String(n), 'schema')] as const] : [],
  );
  const required = parameters.filter((it) => it.in === 'query' && it.required).map((it) => it.name);
  return {
    name: `${method.toUpperCase()} ${template}`,
    query: query.length === 0 ? null : { type: 'object', properties: Object.fromEntries(query), required },
    request:
      requestBody && JSON_TYPE in requestBody.content
        ? at(...place, 'requestBody', 'content', JSON_TYPE, 'schema')
        : null,
    responses: new Map(
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, { content }]) => [
          Number(status),
          JSON_TYPE in content ? at(...place, 'responses', status, 'content', JSON_TYPE, 'schema') : null,
        ]),
    ),
  };
}
