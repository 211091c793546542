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
  requestSounds: 31,
} as const;

/** Anything that a client says on the gateway. */
export const frameShape = z.object({ op: z.int(), d: z.unknown().optional() });

/** The sequence number that a client heard last. */
export const heartbeatShape = z.int().nullish();

const status = z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']);

/** How a client wants to be seen. */
export const presenceShape = z.object({
  since: z.int().nullish(),
  activities: z.array(z.looseObject({ name: z.string(), type: z.int() })),
  status,
  afk: z.boolean().nullish(),
});

/** What a client says to open a session. */
export const identifyShape = z.object({
  token: z.string(),
  intents: z.int(),
  compress: z.boolean().nullish(),
  large_threshold: z.int().min(50).max(250).nullish(),
  shard: z.tuple([z.int(), z.int()]).nullish(),
  presence: presenceShape.nullish(),
});
export type Identify = z.infer<typeof identifyShape>;

/** What a client says to take a session up again. */
export const resumeShape = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });
export type Resume = z.infer<typeof resumeShape>;

/** What a client says to join, change or leave a voice channel. */
export const voiceStateShape = z.object({
  guild_id: z.string(),
  channel_id: z.string().nullable(),
  self_mute: z.boolean(),
  self_deaf: z.boolean(),
});

/** What a client says to be sent members of a guild: by how their names begin, or by their ids. */
export const requestMembersShape = z
  .object({
    guild_id: z.string(),
    query: z.string().optional(),
    limit: z.int().min(0).optional(),
    presences: z.boolean().optional(),
    user_ids: z.union([z.string(), z.array(z.string())]).optional(),
    nonce: z.string().optional(),
  })
  .refine(
    ({ query, limit, user_ids }) => user_ids !== undefined || (query !== undefined && limit !== undefined),
  );
export type RequestMembers = z.infer<typeof requestMembersShape>;

/** What a client says to be sent the sounds of guilds. */
export const requestSoundsShape = z.object({ guild_ids: z.array(z.string()) });
