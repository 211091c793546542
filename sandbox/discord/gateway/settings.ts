import type { PrivilegedIntent } from './intents.ts';

/** How the gateway behaves. All of it can be changed at any time; what is connected keeps the heartbeat that it was told. */
export interface GatewaySettings {
  /** Privileged intents that the application was granted. */
  privilegedIntents: readonly PrivilegedIntent[];
  /** How often HELLO asks for a heartbeat, in milliseconds of real time: a client's heart knows no other. */
  heartbeatMs: number;
  /** How many sessions may be started in 24 hours. */
  sessionStarts: number;
  /** How many buckets of shards there are, each of which may start a session at the same time. */
  maxConcurrency: number;
  /** How long a bucket waits from one IDENTIFY to the next, in milliseconds. */
  identifyEveryMs: number;
  /** How long a session can be resumed after its connection was lost, in milliseconds. */
  resumableMs: number;
  /** How many guilds a shard may have. */
  guildsPerShard: number;
}

/**
 * Discord's own, from https://discord.com/developers/docs/events/gateway. The heartbeat is what HELLO usually says. The
 * documentation keeps a lost session "a few minutes".
 */
export const LIKE_DISCORD: Readonly<GatewaySettings> = {
  privilegedIntents: ['GuildMembers', 'GuildPresences', 'MessageContent'],
  heartbeatMs: 41_250,
  sessionStarts: 1_000,
  maxConcurrency: 1,
  identifyEveryMs: 5_000,
  resumableMs: 5 * 60_000,
  guildsPerShard: 2_500,
};
