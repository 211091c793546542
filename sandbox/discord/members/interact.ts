import { channelJson } from '../wire/guild.ts';
import { memberJson, userJson } from '../wire/users.ts';
import { Interaction } from '../world/interaction.ts';
import type { InteractionStart } from '../world/interaction.ts';
import { CONTEXT } from '../wire/command.ts';
import { permissionsIn, permissionsOfApp } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { Use } from './use.ts';

/** Begins an interaction and tells the bot of it. */
export function interact(world: World, start: InteractionStart, data: object, more: object = {}): Use {
  const { channel, user } = start;
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  const interaction = new Interaction(world, start);
  const permissions = permissionsIn(channel, user);
  const who = member && guild ? { member: memberJson(guild, member, permissions) } : { user: userJson(user) };
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
      channel: { ...channelJson(world, channel), permissions: String(permissions) },
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
          }
        : {}),
      ...who,
      locale: user.locale,
      app_permissions: String(permissionsOfApp(world, channel)),
      entitlements: [],
      authorizing_integration_owners: start.owners,
      context: contextOf(channel),
      attachment_size_limit: interaction.fileBytes,
      ...more,
    },
  });
  return new Use(world, interaction);
}

/** Where in Discord a channel is, as commands say where they are offered. */
export const contextOf = ({ guild, recipient }: ChannelRecord): number =>
  guild ? CONTEXT.guild : recipient ? CONTEXT.botDm : CONTEXT.privateChannel;
