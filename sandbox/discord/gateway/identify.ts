import type { Identify } from '../wire/gateway.ts';
import type { GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { CloseName } from './close-codes.ts';
import { areIntents, asksTooMuch } from './intents.ts';
import { isFor } from './session.ts';
import type { Shard } from './session.ts';
import type { GatewaySettings } from './settings.ts';

/** Which shard an IDENTIFY is for. */
export const shardOf = ({ shard }: Identify): Shard => shard ?? [0, 1];

/** The guilds of a shard. */
export const guildsOf = (world: World, shard: Shard): GuildRecord[] =>
  [...world.guilds.values()].filter((guild) => isFor(shard, guild.id));

/** With which code an IDENTIFY is turned down; null when nothing is wrong with it. */
export function faultOf(
  identify: Identify,
  world: World,
  { guildsPerShard, privilegedIntents }: GatewaySettings,
): CloseName | null {
  const { token, intents } = identify;
  const [id, count] = shardOf(identify);
  if (token !== world.token) return 'authenticationFailed';
  if (id < 0 || id >= count) return 'invalidShard';
  if (guildsOf(world, [id, count]).length > guildsPerShard) return 'shardingRequired';
  if (!areIntents(intents)) return 'invalidIntents';
  return asksTooMuch(intents, privilegedIntents) ? 'disallowedIntents' : null;
}
