import { ApplicationIntegrationType, type Client, InteractionContextType } from 'discord.js';

import type { Command } from './command.ts';

/** Tells Discord what the bot offers; it replaces what was registered before. */
export async function register(client: Client<true>, commands: readonly Command[]): Promise<void> {
  const offered = commands.flatMap((command) =>
    command.kind === 'slash' || command.kind === 'message' ? [command.data] : [],
  );
  await client.application.commands.set(
    offered.map((data) => ({
      ...data,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    })),
  );
}
