import type { Operations } from './operations.ts';
import { component } from './schemas.ts';
import type { Schemas } from './schemas.ts';
import type { Violation } from './violation.ts';

/** A request and its answer. Bodies are parsed JSON; an absent one is undefined. */
export interface Exchange {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** What an exchange is held against. */
export interface ExchangeRules {
  readonly operations: Operations;
  readonly schemas: Schemas;
  /** Reads the text of a query by the types that the document gives it. */
  readonly querySchemas: () => Schemas;
}

const RATE_LIMITED = component('RatelimitedResponse');
const REFUSED = component('ErrorResponse');

/**
 * Holds one exchange against the document. What the sandbox refuses may be wrong in any way; only the shape of the
 * refusal counts. What it takes has to be right in both directions. A 5xx is a fault of the line and outside the
 * document.
 */
export function exchangeViolations(rules: ExchangeRules, exchange: Exchange): readonly Violation[] {
  const { method, path, status, response } = exchange;
  if (status >= 500) return [];
  const operation = rules.operations.find(method, path);
  const where = operation?.name ?? `${method} ${path}`;
  const found = (what: Violation['what'], message: string | null): Violation[] =>
    message === null ? [] : [{ where, what, message }];

  if (status >= 400)
    return found('response', rules.schemas.fault(status === 429 ? RATE_LIMITED : REFUSED, response));
  if (!operation) return found('response', `answered ${status}, but Discord knows no such operation`);

  const body = operation.responses.get(status);
  const answered =
    body === undefined
      ? `the status ${status} is not documented`
      : body === null
        ? noBody(response)
        : rules.schemas.fault(body, response);
  return [
    ...found('query', operation.query && rules.querySchemas().fault(operation.query, { ...exchange.query })),
    ...found('request', operation.request && rules.schemas.fault(operation.request, exchange.request)),
    ...found('response', answered),
  ];
}

const noBody = (response: unknown): string | null =>
  response === undefined ? null : 'there is a body, though none is documented';
