import { z } from 'zod';

/** What a reader is asked: to time the reading of one photo, or what its process holds in memory after many. */
export const command = z.enum(['one', 'everyone', 'memory']);

/** Milliseconds, or MB. */
export const measured = z.object({ value: z.number() });

export type Command = z.infer<typeof command>;
export type Measured = z.infer<typeof measured>;
