import { readDocument } from './document.ts';
import { EVENTS } from './events.ts';
import { exchangeViolations } from './exchange.ts';
import type { Exchange, ExchangeRules } from './exchange.ts';
import { Operations } from './operations.ts';
import { Schemas } from './schemas.ts';
import type { Violation } from './violation.ts';

/** What Discord's OpenAPI document promises, and whether it is kept. */
export class Contract {
  readonly #rules: ExchangeRules;

  /** @param path of the document */
  constructor(path: string) {
    const document = readDocument(path);
    let query: Schemas | null = null;
    this.#rules = {
      operations: new Operations(document),
      schemas: new Schemas(document.json),
      querySchemas: () => (query ??= new Schemas(document.json, true)),
    };
  }

  /** What in a request and its answer is not as documented. */
  exchange(exchange: Exchange): readonly Violation[] {
    return exchangeViolations(this.#rules, exchange);
  }

  /** What in an event is not as documented; nothing for an event of which the document does not speak. */
  event(name: string, data: object): readonly Violation[] {
    const schema = EVENTS[name];
    const message = schema ? this.#rules.schemas.fault(schema, data) : null;
    return message === null ? [] : [{ where: name, what: 'event', message }];
  }
}

const opened = new Map<string, Contract>();

/**
 * The contract by the OpenAPI document at `path`. Compiled schemas are kept for the life of the process.
 * @throws when the file is not there or is no OpenAPI 3.1 document
 */
export function contractOf(path: string): Contract {
  const known = opened.get(path);
  if (known) return known;
  const contract = new Contract(path);
  opened.set(path, contract);
  return contract;
}
