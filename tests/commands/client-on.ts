import { Client, Events, GatewayIntentBits, type Interaction, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';

import type { Discord } from '../../sandbox/discord/index.ts';
import type { Command } from '../../src/commands/command.ts';
import { register } from '../../src/commands/register.ts';

/** The real client on a Discord, with its commands registered, until the test ends. */
export async function clientOn(
  discord: Discord,
  commands: readonly Command[],
  handle: (interaction: Interaction) => void,
  intents: readonly GatewayIntentBits[] = [],
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, ...intents],
    partials: [Partials.Channel, Partials.Message],
    rest: { api: discord.restUrl },
  });
  onTestFinished(() => client.destroy());
  client.on(Events.InteractionCreate, handle);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await register(await ready, commands);
  return ready;
}
