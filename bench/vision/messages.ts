import { z } from 'zod';

import { EMOTIONS } from '../../src/domain/emotion.ts';

/** What a reader is asked: to read a photo, to time its emotion net alone, or what its process has held at most. */
export const command = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({ kind: z.literal('net') }),
  z.object({ kind: z.literal('memory') }),
]);

/** A photo's answer: what was seen, and milliseconds from its bytes to that. */
export const timedSeen = z.object({
  ms: z.number(),
  found: z.boolean(),
  emotions: z.partialRecord(z.enum(EMOTIONS), z.number()).optional(),
});

/** Milliseconds, or MB; nothing where there is nothing to measure. */
export const measured = z.object({ value: z.number().optional() });

export type Command = z.infer<typeof command>;
export type TimedSeen = z.infer<typeof timedSeen>;
export type Measured = z.infer<typeof measured>;
