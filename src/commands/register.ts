import { ApplicationIntegrationType, type Client, InteractionContextType } from 'discord.js';

import type { Command } from './command.ts';

/** A command works wherever it can be used, unless its own data says otherwise. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Tells Discord what the bot offers; it replaces what was registered before. */
export async function register(client: Client<true>, commands: readonly Command[]): Promise<void> {
  const offered = commands.flatMap((command) =>
    command.kind === 'slash' || command.kind === 'message' ? [command.data] : [],
  );
  await client.application.commands.set(offered.map((data) => ({ ...EVERYWHERE, ...data })));
}
