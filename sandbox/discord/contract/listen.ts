import type { Context, MiddlewareHandler } from 'hono';
import { readJson } from '../rest/body.ts';
import type { Contract } from './contract.ts';
import type { Violation } from './violation.ts';

/** Holds every exchange below `prefix` against the contract, once the sandbox has answered. */
export function listening(
  contract: Contract,
  prefix: string,
  report: (violation: Violation) => void,
): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    contract
      .exchange({
        method: c.req.method,
        path: c.req.path.slice(prefix.length),
        query: c.req.queries(),
        request: status < 300 ? await asked(c) : undefined,
        status,
        response: await answered(c),
      })
      .forEach(report);
  };
}

async function asked(c: Context): Promise<unknown> {
  try {
    return await readJson(c);
  } catch {
    return undefined;
  }
}

async function answered(c: Context): Promise<unknown> {
  const text = await c.res.clone().text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
