import { LIMITS } from '../rules/limits.ts';
import type { RequestMembers } from '../wire/gateway.ts';
import { memberJson } from '../wire/users.ts';
import type { GuildRecord, MemberRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { INTENT } from './intents.ts';
import type { Session } from './session.ts';

const CHUNK = 1_000;

/** Sends a session the members that it asked for. The list of all stays unanswered without the GuildMembers intent. */
export function sendMembers(world: World, session: Session, request: RequestMembers): void {
  const guild = world.guilds.get(request.guild_id);
  const asksForAll = request.user_ids === undefined && request.query === '' && request.limit === 0;
  if (!guild || (asksForAll && (session.intents & INTENT.guildMembers) === 0)) return;
  const members = asksForAll ? [...guild.members.values()] : some(guild, request);
  const count = Math.max(1, Math.ceil(members.length / CHUNK));
  for (let index = 0; index < count; index += 1)
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.slice(index * CHUNK, (index + 1) * CHUNK).map((member) => memberJson(guild, member)),
      chunk_index: index,
      chunk_count: count,
      not_found: idsIn(request).filter((id) => !guild.members.has(id)),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
}

const idsIn = ({ user_ids = [] }: RequestMembers): readonly string[] => [user_ids].flat();

function some(guild: GuildRecord, request: RequestMembers): MemberRecord[] {
  const start = (request.query ?? '').toLowerCase();
  const wanted = [...guild.members.values()].filter(({ user }) =>
    request.user_ids === undefined
      ? [user.username, user.displayName].some((name) => name.toLowerCase().startsWith(start))
      : idsIn(request).includes(user.id),
  );
  const limit = request.user_ids === undefined ? (request.limit ?? 0) : 0;
  return wanted.slice(0, Math.min(limit || LIMITS.membersListed, LIMITS.membersListed));
}
