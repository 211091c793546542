import { ERRORS } from './errors.ts';
import { RULES } from '../rules.ts';
import type { RefusalName } from '../rules.ts';

/** What a request did wrong in one place of its body. */
export interface FormFault {
  readonly rule: RefusalName;
  readonly path: readonly (string | number)[];
  /** Discord's code for it, such as BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** A request that Discord turns down. */
export class Refusal extends Error {
  readonly rule: RefusalName;
  readonly status: 400 | 401 | 403 | 404 | 413 | 429;
  readonly code: number;
  readonly faults: readonly FormFault[];

  constructor(rule: RefusalName, faults: readonly FormFault[] = []) {
    const error = ERRORS[RULES[rule].then.error];
    super(error.message);
    this.name = 'Refusal';
    this.rule = rule;
    this.status = error.status;
    this.code = error.code;
    this.faults = faults;
  }

  /** The body that the bot receives. */
  get body(): object {
    const body = { message: this.message, code: this.code };
    return this.faults.length === 0 ? body : { ...body, errors: treeOf(this.faults) };
  }
}

/** Throws the first fault's refusal with all of them in its body, or does nothing. */
export function refuseAny(faults: readonly FormFault[]): void {
  const first = faults[0];
  if (first) throw new Refusal(first.rule, faults);
}

function treeOf(faults: readonly FormFault[]): ErrorTree {
  const root: ErrorTree = {};
  for (const fault of faults.filter((it) => !faults.some((other) => isWithin(it, other)))) {
    let node = root;
    for (const key of fault.path) {
      const next = node[key];
      if (next && !Array.isArray(next)) node = next;
      else node = node[key] = {};
    }
    const errors = node['_errors'];
    const entry = { code: fault.code, message: fault.message };
    if (Array.isArray(errors)) errors.push(entry);
    else node['_errors'] = [entry];
  }
  return root;
}

// Of what is wrong as a whole, Discord does not tell what else is wrong inside.
const isWithin = (inner: FormFault, outer: FormFault): boolean =>
  inner.path.length > outer.path.length && outer.path.every((key, at) => key === inner.path[at]);

/** Lets `work` refuse, with what is wrong told to stand under `key` of the body. */
export async function under<T>(key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.rule,
      error.faults.map((it) => ({ ...it, path: [key, ...it.path] })),
    );
  }
}
