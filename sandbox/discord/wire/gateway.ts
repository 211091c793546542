import { z } from 'zod';

/** Discord's numbers for what goes over the gateway. */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Anything that a client says on the gateway. */
export const frameShape = z.object({ op: z.int(), d: z.unknown().optional() });

/** What a client says to open a session. */
export const identifyShape = z.object({
  token: z.string(),
  intents: z.int(),
  compress: z.boolean().nullish(),
  shard: z.tuple([z.int(), z.int()]).nullish(),
});

/** What a client says to take a session up again. */
export const resumeShape = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });
