import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { plainest } from './plainest.ts';

const DOCUMENT = 'discord';

/** A JSON schema that may refer to the document's own. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema at a place of the document, by the names on the way there. */
export const at = (...names: readonly string[]): Schema => ({
  $ref: `${DOCUMENT}#/${names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
});

/** One of the document's component schemas. */
export const component = (name: string): Schema => at('components', 'schemas', name);

/** Checks values by the document's schemas. A schema is compiled when it is first needed. */
export class Schemas {
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  /** @param coerce reads numbers and lists out of text, as a query string needs it; the value is changed by it */
  constructor(document: object, coerce = false) {
    this.#ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      strict: false,
      validateSchema: false,
      // Compiled in each process anew, and for few values each: quick to compile counts more than quick to run.
      code: { optimize: false },
      inlineRefs: false,
      coerceTypes: coerce ? 'array' : false,
      // Discord's own formats say no more than the patterns and lengths beside them.
      formats: { snowflake: true, nonce: true },
    });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, DOCUMENT);
  }

  /** What is wrong with `value` by the schema, in one line, or null. */
  fault(schema: Schema, value: unknown): string | null {
    const validate = this.#compile(schema);
    return validate(value) ? null : plainest(validate.errors ?? []);
  }

  #compile(schema: Schema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.#compiled.get(key);
    if (known) return known;
    const validate = this.#ajv.compile(schema);
    this.#compiled.set(key, validate);
    return validate;
  }
}
