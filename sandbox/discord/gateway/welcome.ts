import { applicationJson } from '../wire/application.ts';
import { userJson } from '../wire/users.ts';
import { guildCreated } from '../world/guilds.ts';
import type { World } from '../world/world.ts';
import { guildsOf } from './identify.ts';
import type { Session } from './session.ts';

/** What a session hears first: READY, then its guilds one by one. */
export function welcome(world: World, session: Session, resumeUrl: string): void {
  const guilds = guildsOf(world, session.shard);
  session.dispatch('READY', {
    v: 10,
    user: { ...userJson(world.bot), verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: applicationJson(world),
  });
  for (const guild of guilds) session.offer(guildCreated(world, guild));
}
