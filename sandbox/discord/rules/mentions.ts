import type { Payload } from '../wire/payload.ts';
import { fault, noChoice, tooLong } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

const KINDS = ['users', 'roles', 'everyone'];

/** What is wrong with what a message says about whom it may ping. */
export function mentionFaults(allowed: Payload['allowed_mentions']): FormFault[] {
  if (!allowed) return [];
  const parse = allowed.parse ?? [];
  return [
    ...parse.flatMap((kind, at) => noChoice('mentions-kind', ['allowed_mentions', 'parse', at], kind, KINDS)),
    ...(['users', 'roles'] as const).flatMap((kind) => [
      ...tooLong('mentions-count', ['allowed_mentions', kind], allowed[kind], LIMITS.allowedMentions),
      ...(parse.includes(kind) && (allowed[kind] ?? []).length > 0 ? [both(kind)] : []),
    ]),
  ];
}

function both(kind: string): FormFault {
  const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
  return fault(
    'mentions-exclusive',
    ['allowed_mentions'],
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    message,
  );
}
