/**
 * The least that a bot on discord.js does for a command: it acknowledges and says "ok". What it takes is Discord's
 * stand-in, the client, and the machine.
 */
import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env;

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  void interaction.deferReply().then(() => interaction.editReply('ok'));
});
client.once(Events.ClientReady, (ready) => {
  const image = {
    type: ApplicationCommandOptionType.Attachment,
    name: 'image',
    description: 'A photo',
  } as const;
  void ready.application.commands.set([{ name: 'mood', description: 'Says ok', options: [image] }]);
});
await client.login(DISCORD_TOKEN);
