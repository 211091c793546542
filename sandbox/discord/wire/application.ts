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
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    hook: true,
    team: null,
    bot: userJson(world.bot),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    integration_types_config: { '0': {} },
  };
}
