import { at, component } from './schemas.ts';
import type { Schema } from './schemas.ts';

const JSON_OF = ['responses', '200', 'content', 'application/json', 'schema'];

const snowflake = component('SnowflakeType');
const user = component('UserResponse');
const message = component('MessageResponse');
const role = component('GuildRoleResponse');
const attachment = component('MessageAttachmentResponse');
const locale = component('AvailableLocalesEnum');
const member = component('GuildMemberResponse');
const memberWithoutUser = component('BasicGuildMemberResponse');
const guildChannel = component('GuildChannelResponse');
const thread = component('ThreadResponse');
const threadMember = component('ThreadMemberResponse');
const anyChannel = at('paths', '/channels/{channel_id}', 'get', ...JSON_OF);

const list = (items: Schema): Schema => ({ type: 'array', items });
const byId = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });
/** An object of which these fields are known; `required` are never missing. */
const fields = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
});
const both = (...schemas: readonly Schema[]): Schema => ({ allOf: schemas });

const ids = (...names: readonly string[]): Schema =>
  fields(Object.fromEntries(names.map((name) => [name, snowflake])), names);

const guildMember = both(member, ids('guild_id'));
const guildRole = both(ids('guild_id'), fields({ role }, ['role']));
const reaction = both(
  ids('user_id', 'channel_id', 'message_id'),
  fields({ emoji: component('MessageReactionEmojiResponse'), guild_id: snowflake }, ['emoji']),
);
const inGuild = fields({ guild_id: snowflake, member: memberWithoutUser });

/**
 * What the gateway's events carry, in the schemas of Discord's OpenAPI. That document is about the REST API; of events
 * it says nothing, but most of what they carry are objects of the REST API:
 *
 * | event | held against the document |
 * | --- | --- |
 * | READY | `user`, and the id and flags of `application` |
 * | GUILD_CREATE, _UPDATE, _DELETE | the guild with its roles; of a new one `members`, `channels`, `threads`; of a lost one the id |
 * | GUILD_MEMBER_ADD, _UPDATE, _REMOVE, GUILD_MEMBERS_CHUNK | the members, of a removal the user |
 * | GUILD_ROLE_CREATE, _UPDATE, _DELETE | the role, of a deletion its id |
 * | CHANNEL_*, THREAD_CREATE, _UPDATE, _DELETE | the channel, of a deleted thread its ids and type |
 * | THREAD_MEMBERS_UPDATE | who came and who went |
 * | MESSAGE_CREATE, _UPDATE, _DELETE, _DELETE_BULK | the message and its author's member, of a deletion the ids |
 * | MESSAGE_REACTION_ADD, _REMOVE, _REMOVE_ALL, _REMOVE_EMOJI | the ids, the emoji, the member |
 * | INTERACTION_CREATE | `member`, `user`, `message`, `channel`, `entitlements`, and all of `data.resolved` |
 *
 * The document says nothing of the rest: sessions (READY's `session_id` and `shard`, RESUMED), an interaction's token and
 * the options, values and components in its `data`, presences, voice, typing, and the frames below the events.
 */
export const EVENTS: Readonly<Record<string, Schema>> = {
  READY: fields(
    {
      user: both(user, fields({ verified: { type: 'boolean' }, mfa_enabled: { type: 'boolean' } })),
      application: fields({ id: snowflake, flags: { type: 'integer' } }, ['id', 'flags']),
      guilds: list(ids('id')),
    },
    ['user', 'application', 'guilds'],
  ),

  GUILD_CREATE: both(
    component('GuildResponse'),
    fields({ members: list(member), channels: list(guildChannel), threads: list(thread) }, [
      'members',
      'channels',
      'threads',
    ]),
  ),
  GUILD_UPDATE: component('GuildResponse'),
  GUILD_DELETE: ids('id'),
  GUILD_MEMBERS_CHUNK: both(ids('guild_id'), fields({ members: list(member) }, ['members'])),
  GUILD_MEMBER_ADD: guildMember,
  GUILD_MEMBER_UPDATE: both(fields({ user, roles: list(snowflake) }, ['user', 'roles']), ids('guild_id')),
  GUILD_MEMBER_REMOVE: both(fields({ user }, ['user']), ids('guild_id')),
  GUILD_ROLE_CREATE: guildRole,
  GUILD_ROLE_UPDATE: guildRole,
  GUILD_ROLE_DELETE: ids('guild_id', 'role_id'),

  CHANNEL_CREATE: guildChannel,
  CHANNEL_UPDATE: guildChannel,
  CHANNEL_DELETE: guildChannel,
  THREAD_CREATE: thread,
  THREAD_UPDATE: thread,
  THREAD_DELETE: both(
    ids('id', 'guild_id', 'parent_id'),
    fields({ type: component('ChannelTypes') }, ['type']),
  ),

  THREAD_MEMBERS_UPDATE: both(
    ids('id', 'guild_id'),
    fields({ added_members: list(threadMember), removed_member_ids: list(snowflake) }),
  ),

  MESSAGE_CREATE: both(message, inGuild),
  MESSAGE_UPDATE: both(message, inGuild),
  MESSAGE_DELETE: both(ids('id', 'channel_id'), fields({ guild_id: snowflake })),

  MESSAGE_DELETE_BULK: both(
    ids('channel_id'),
    fields({ ids: list(snowflake), guild_id: snowflake }, ['ids']),
  ),
  MESSAGE_REACTION_ADD: both(reaction, fields({ member, message_author_id: snowflake })),
  MESSAGE_REACTION_REMOVE: reaction,
  MESSAGE_REACTION_REMOVE_ALL: ids('channel_id', 'message_id'),
  MESSAGE_REACTION_REMOVE_EMOJI: both(
    ids('channel_id', 'message_id'),
    fields({ emoji: component('MessageReactionEmojiResponse') }, ['emoji']),
  ),

  INTERACTION_CREATE: both(
    ids('id', 'application_id', 'channel_id'),
    fields({
      type: component('InteractionTypes'),
      context: component('InteractionContextType'),
      guild_id: snowflake,
      locale,
      guild_locale: locale,
      channel: anyChannel,
      member: both(member, fields({ permissions: { type: 'string' } }, ['permissions'])),
      user,
      message,
      entitlements: list(component('EntitlementResponse')),
      authorizing_integration_owners: byId(snowflake),
      data: fields({
        resolved: fields({
          users: byId(user),
          members: byId(memberWithoutUser),
          roles: byId(role),
          channels: byId(anyChannel),
          messages: byId(message),
          attachments: byId(attachment),
        }),
      }),
    }),
  ),
};
