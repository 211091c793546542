import { Client, Events } from 'discord.js';
import type { ClientOptions, Interaction, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Discord, DiscordOptions } from '../../sandbox/discord/index.ts';
import { startDiscord } from '../discord.ts';

/** The intents of a bot that reads nothing: Guilds, GuildMessages, DirectMessages. */
export const PLAIN_INTENTS = 1 | 512 | 4096;

interface BotOptions {
  readonly intents?: number;
  readonly commands?: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly on?: (interaction: Interaction) => Promise<unknown>;
}

/** A Discord that ends with the test. */
export async function discordFor(options?: DiscordOptions): Promise<Discord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}

/** The options with which discord.js finds the sandbox. */
export const clientOptions = (discord: Discord, intents = PLAIN_INTENTS): ClientOptions => ({
  intents,
  rest: { api: discord.restUrl, cdn: discord.cdnUrl, retries: 0 },
});

/** A bot on the real discord.js client, online and registered, that ends with the test. */
export async function botOn(
  discord: Discord,
  { intents, commands = [], on }: BotOptions = {},
): Promise<Client<true>> {
  const client = new Client(clientOptions(discord, intents));
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  if (on) client.on(Events.InteractionCreate, (interaction) => void on(interaction).catch(() => undefined));
  await client.login(discord.token);
  const bot = await ready;
  if (commands.length > 0) await bot.application.commands.set(commands);
  return bot;
}

/** The smallest PNG there is, one transparent pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
