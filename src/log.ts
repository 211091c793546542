import pino, { type Logger } from 'pino';

import { type ErrorDetails, MoodringError } from './errors.ts';

export type Log = Logger;

/**
 * A log without private content. Errors are cut down to their kind, message and stack: the errors of libraries carry
 * request bodies, tokens and signed links among their properties. Addresses lose all but their host.
 */
export function createLog(level: string): Log {
  // Standard error, so that the programs' own output (and their --json) has standard output to itself.
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // An error that is logged without words of ours lends the line its own message.
      serializers: { err: describeError, msg: withoutAddresses },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What the log may know of an error. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutAddresses(String(error)) };
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    ...(error instanceof MoodringError ? { details: withoutNear(error.details) } : {}),
    ...('status' in error ? { status: error.status } : {}),
    stack: withoutAddresses(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Names near to what somebody typed tell what they typed. */
function withoutNear(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'near'));
}

function withoutAddresses(text: string): string {
  return text.replaceAll(/\b((?:https?|wss?):\/\/[^\s/?#]+)[^\s)'"]*/g, '$1/…');
}
