import { channelJson } from '../wire/guild.ts';
import { memberJson, userJson } from '../wire/users.ts';
import { LIMITS } from '../rules/limits.ts';
import { Interaction } from '../world/interaction.ts';
import type { InteractionStart } from '../world/interaction.ts';
import { EVERYONE } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { Use } from './use.ts';

/** Begins an interaction and tells the bot of it. */
export function interact(world: World, start: InteractionStart, data: object, more: object = {}): Use {
  const { channel, user } = start;
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  if (guild && !member) throw new Error(`${user.displayName} is not in ${guild.name}`);
  const interaction = new Interaction(world, start);
  const who =
    member && guild
      ? { member: memberJson(guild, member, member.permissions | EVERYONE) }
      : { user: userJson(user) };
  world.emit({
    name: 'INTERACTION_CREATE',
    guildId: guild?.id ?? null,
    data: {
      id: interaction.id,
      application_id: world.bot.id,
      type: start.type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: { ...channelJson(world, channel), permissions: String(EVERYONE) },
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
          }
        : {}),
      ...who,
      locale: user.locale,
      app_permissions: String(channel.botPermissions),
      entitlements: [],
      authorizing_integration_owners: guild ? { '0': guild.id } : { '0': '0' },
      context: guild ? 0 : 1,
      attachment_size_limit: LIMITS.fileBytes,
      ...more,
    },
  });
  return new Use(world, interaction);
}
