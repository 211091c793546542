import { Client, DiscordAPIError, Events, GatewayIntentBits } from 'discord.js';

import { errorText } from './cards/error-card.ts';
import { wordsFor } from './cards/words.ts';
import type { Context } from './commands/command.ts';
import { dispatcher } from './commands/dispatcher.ts';
import { COMMANDS } from './commands/index.ts';
import { photosFrom } from './commands/photos.ts';
import { register } from './commands/register.ts';
import { createWaiting } from './commands/waiting.ts';
import { asMoodringError, MoodringError } from './errors.ts';
import { sweepHourly } from './jobs/sweep.ts';
import { createLog, type Log } from './log.ts';
import { listenersIn } from './memory/listeners.ts';
import { playlistsIn } from './memory/playlists.ts';
import { openStore } from './memory/store.ts';
import { loadCatalogue } from './music/catalogue/load.ts';
import { readSettings, type Settings } from './settings.ts';
import { MOST_BYTES } from './vision/node/limits.ts';
import { startVision } from './vision/node/vision.ts';
import { startWeb } from './web/server.ts';

/**
 * Builds every part from the settings, joins them, and logs in.
 * @returns stops everything again
 * @throws MoodringError `token-missing`, `token-refused`, `discord-unreachable`, `store-unusable`, `catalogue-empty`
 */
async function startBot(settings: Settings, log: Log): Promise<() => Promise<void>> {
  const { token, apiUrl, cdnUrls } = settings.discord;
  if (token === undefined) throw new MoodringError('token-missing');

  const catalogue = await loadCatalogue();
  log.info({ tracks: catalogue.size }, 'catalogue loaded');
  const store = await openStore(settings.database);
  const stopSweeping = sweepHourly(store, log);
  const playlists = playlistsIn(store);
  const vision = await startVision({
    workers: settings.visionWorkers,
    onWorkerLost: (cause) => log.error({ err: cause }, 'a vision worker died'),
  });
  log.info({ workers: settings.visionWorkers }, 'models loaded');

  const { publicUrl, host, port } = settings.web;
  const web = publicUrl === undefined ? undefined : await startWeb({ playlists, host, port, log });
  if (web) log.info({ port: web.port }, 'pages served');

  const context: Context = {
    parts: { vision, catalogue, playlists, listeners: listenersIn(store), publicUrl },
    photos: photosFrom({ cdnUrls, limit: MOST_BYTES }),
    waiting: createWaiting(),
  };
  const dispatch = dispatcher(COMMANDS, context, log);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'the gateway reported an error'));

  await register(await login(client, token), COMMANDS);
  log.info({ commands: COMMANDS.length }, 'ready');

  return async () => {
    await client.destroy();
    await web?.close();
    await vision.close();
    stopSweeping();
    await store.close();
  };
}

async function login(client: Client, token: string): Promise<Client<true>> {
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    return await ready;
  } catch (cause) {
    await client.destroy();
    const refused =
      (cause instanceof DiscordAPIError && cause.status === 401) ||
      (cause instanceof Error && 'code' in cause && cause.code === 'TokenInvalid');
    throw new MoodringError(refused ? 'token-refused' : 'discord-unreachable', {}, cause);
  }
}

const log = createLog('info');
try {
  const settings = readSettings();
  log.level = settings.logLevel;
  const stop = await startBot(settings, log);
  const stopOnce = (): void => {
    process.off('SIGINT', stopOnce).off('SIGTERM', stopOnce);
    log.info('stopping');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stopOnce).once('SIGTERM', stopOnce);
} catch (cause) {
  const error = asMoodringError(cause);
  if (error.cause !== undefined) log.error({ err: error }, 'could not start');
  process.stderr.write(`${errorText(error, wordsFor('en'))}\n`);
  process.exit(1);
}
