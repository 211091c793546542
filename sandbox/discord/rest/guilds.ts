import { Hono } from 'hono';
import { Refusal } from '../rules/refusal.ts';
import { channelJson, guildJson, openThreads, roleJson, threadMemberJson } from '../wire/guild.ts';
import { memberJson, userJson } from '../wire/users.ts';
import type { GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Guilds, their channels and members, and single users. */
export function guildRoutes(world: World): Hono {
  const app = new Hono();
  const guildOf = (id: string): GuildRecord => {
    const guild = world.guilds.get(id);
    if (!guild) throw new Refusal('guild-known');
    return guild;
  };

  app.get('/guilds/:guild', (c) => c.json(guildJson(guildOf(c.req.param('guild')))));
  app.get('/guilds/:guild/channels', (c) => {
    const channels = guildOf(c.req.param('guild')).channels.filter(
      (channel) => !channel.deleted && !channel.thread,
    );
    return c.json(channels.map((channel) => channelJson(world, channel)));
  });
  app.get('/guilds/:guild/threads/active', (c) => {
    const threads = openThreads(world, guildOf(c.req.param('guild')));
    const members = threads.flatMap((it) =>
      it.thread?.memberIds.has(world.bot.id) ? [threadMemberJson(it, it.thread, world.bot.id)] : [],
    );
    return c.json({ threads: threads.map((it) => channelJson(world, it)), members, has_more: false });
  });
  app.get('/guilds/:guild/roles', (c) => {
    const guild = guildOf(c.req.param('guild'));
    return c.json(guild.roles.map((role) => roleJson(guild, role)));
  });
  app.get('/guilds/:guild/members/:user', (c) => {
    const guild = guildOf(c.req.param('guild'));
    const member = guild.members.get(c.req.param('user'));
    if (!member) throw new Refusal('member-known');
    return c.json(memberJson(guild, member));
  });
  app.get('/users/:user', (c) => {
    const user = world.users.get(c.req.param('user'));
    if (!user) throw new Refusal('user-known');
    return c.json(userJson(user));
  });
  return app;
}
