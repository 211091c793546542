import type { World } from '../world/world.ts';
import { userJson } from './users.ts';

/** The bot's application as the API returns it. */
export function applicationJson(world: World): object {
  return {
    id: world.bot.id,
    name: world.bot.displayName,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    hook: true,
    team: null,
    bot: userJson(world.bot),
    owner: userJson(world.bot),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    approximate_user_authorization_count: 0,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: [...world.users.values()].filter((user) => user.installed).length,
    integration_types_config: { '0': {}, '1': {} },
  };
}
