import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';

import { photosFrom } from '../../src/commands/photos.ts';
import { createSetOut } from '../../src/commands/set-out.ts';
import { createTurns } from '../../src/commands/turns.ts';
import { createWaiting } from '../../src/commands/waiting.ts';
import { listen } from '../../src/events/listen.ts';
import { createWebcamLinks } from '../../src/flows/webcam-links.ts';
import { createLog } from '../../src/log.ts';
import { startDiscord } from '../discord.ts';
import { partsWith } from '../flows/parts.ts';

it('erases at the start what is kept of servers that the bot left meanwhile, and of no other', async () => {
  const discord = await startDiscord();
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.restUrl } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  const parts = await partsWith();
  const left = '111222333444555666';
  for (const id of [discord.guild.id, left]) await parts.guilds.set(id, { channels: ['1'] });
  const context = {
    parts,
    photos: photosFrom({ cdnUrls: [discord.cdnUrl], limit: 1 }),
    turns: createTurns(),
    waiting: createWaiting(),
    setOut: createSetOut(),
    webcam: createWebcamLinks(),
  };
  const stop = listen(await ready, context, createLog('silent'));
  onTestFinished(async () => {
    await stop();
    await client.destroy();
    await discord.stop();
  });
  await expect.poll(() => parts.guilds.ids(), { timeout: 10_000 }).toEqual([discord.guild.id]);
});
