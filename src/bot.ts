import { once } from 'node:events';

import { Client, DiscordAPIError, Events, GatewayIntentBits } from 'discord.js';

import { errorText } from './cards/error-card.ts';
import { wordsFor } from './cards/words.ts';
import type { Context } from './commands/command.ts';
import { createDispatcher } from './commands/dispatcher.ts';
import { COMMANDS } from './commands/index.ts';
import { photosFrom } from './commands/photos.ts';
import { register } from './commands/register.ts';
import { persist, sendWhole } from './commands/sending.ts';
import { createSetOut } from './commands/set-out.ts';
import { createTurns } from './commands/turns.ts';
import { createWaiting } from './commands/waiting.ts';
import { asMoodringError, type ErrorCode, type ErrorDetails, MoodringError } from './errors.ts';
import type { Parts } from './flows/parts.ts';
import { spotifyPartsOn } from './flows/spotify-parts.ts';
import { finishSavesHourly } from './jobs/finish-saves.ts';
import { sweepHourly } from './jobs/sweep.ts';
import { createLog, type Log } from './log.ts';
import { listenersIn } from './memory/listeners.ts';
import { playlistsIn } from './memory/playlists.ts';
import { openStore } from './memory/store.ts';
import { loadCatalogue } from './music/catalogue/load.ts';
import { loadDotEnv, readSettings, type Settings } from './settings.ts';
import { MOST_BYTES } from './vision/node/limits.ts';
import { startVision } from './vision/node/vision.ts';
import { startWeb } from './web/server.ts';

/** How long Discord may take to let the bot in, in milliseconds. */
const LOGIN_WITHIN = 60_000;
const REGISTER_WITHIN = 60_000;

interface Bot {
  /** Rejects when Discord will not have the bot back. */
  readonly lost: Promise<never>;
  /** Answers what runs, then lets go of everything. */
  stop(): Promise<void>;
}

/**
 * Builds every part from the settings, joins them, and logs in.
 * @throws MoodringError `token-missing`, `token-refused`, `discord-unreachable`, `registration-refused`,
 *   `store-unusable`, `catalogue-empty`, `file-unreadable`, `address-unusable`,
 *   `engine-unusable`, `engine-not-loadable`, `token-keys-missing`
 */
async function startBot(settings: Settings, log: Log): Promise<Bot> {
  const { token, apiUrl, cdnUrls } = settings.discord;
  if (token === undefined) throw new MoodringError('token-missing');

  const catalogue = await loadCatalogue(settings.catalogue);
  log.info({ tracks: catalogue.size }, 'catalogue loaded');
  const store = await openStore(settings.database);
  const stopSweeping = sweepHourly(store, log);
  const spotify = spotifyPartsOn(store, settings);
  const listeners = listenersIn(store);
  const playlists = playlistsIn(store);
  const vision = await startVision({
    workers: settings.visionWorkers,
    engine: settings.engine,
    onWorkerLost: (cause) => log.error({ err: cause }, 'a vision worker died'),
  }).catch(failAs('engine-unusable'));
  const { name: engine, native } = vision.engine;
  log.info({ workers: settings.visionWorkers, engine, native: native?.state }, 'models loaded');
  if (native?.state === 'fails')
    log.warn({ reason: native.reason }, 'tfjs-node does not run here: npm run engine -- install');
  if (native?.state === 'absent') log.info('npm run engine -- install gets a faster engine');

  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { makeRequest: sendWhole, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const { publicUrl, host, port } = settings.web;
  const setOut = createSetOut();
  const onLinked = (state: string): void => {
    setOut.tell(state).catch((error: unknown) => log.info({ err: error }, 'linked, but could not be told'));
  };
  const isHealthy = () => client.isReady();
  const linking = spotify && { spotify, listeners, onLinked };
  const web =
    publicUrl === undefined
      ? undefined
      : await startWeb({ playlists, host, port, log, isHealthy, linking }).catch(
          failAs('address-unusable', { host, port }),
        );
  if (web) log.info({ port: web.port }, 'pages served');

  const parts: Parts = { vision, catalogue, playlists, listeners, publicUrl, spotify };
  const context: Context = {
    parts,
    photos: photosFrom({ cdnUrls, limit: MOST_BYTES }),
    waiting: createWaiting(),
    turns: createTurns(),
    setOut,
  };
  const { handle, drain } = createDispatcher(COMMANDS, context, log);
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'the gateway reported an error'));
  const lost = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new MoodringError('gateway-lost', { code })));
  });
  lost.catch(() => undefined);

  const ready = await Promise.race([login(client, token), lost]);
  // From here on `persist` repeats what failed: unlike the client it knows what it repeats, and pauses in between.
  ready.rest.options.retries = 0;
  await persist(() => register(ready, COMMANDS), REGISTER_WITHIN).catch(failAs('registration-refused'));
  const stopFinishing = spotify ? finishSavesHourly(parts, spotify, log) : () => undefined;
  log.info({ commands: COMMANDS.length }, 'ready');

  return {
    lost,
    stop: async () => {
      await drain();
      await client.destroy();
      await web?.close();
      await vision.close();
      stopSweeping();
      stopFinishing();
      await store.close();
    },
  };
}

async function login(client: Client, token: string): Promise<Client<true>> {
  try {
    const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(LOGIN_WITHIN) });
    ready.catch(() => undefined);
    await client.login(token);
    await ready;
    if (!client.isReady()) throw new Error('the client is not ready although it said so');
    return client;
  } catch (cause) {
    await client.destroy();
    const refused =
      (cause instanceof DiscordAPIError && cause.status === 401) ||
      (cause instanceof Error && 'code' in cause && cause.code === 'TokenInvalid');
    throw new MoodringError(refused ? 'token-refused' : 'discord-unreachable', {}, cause);
  }
}

function failAs(code: ErrorCode, details: ErrorDetails = {}): (cause: unknown) => never {
  return (cause) => {
    throw cause instanceof MoodringError ? cause : new MoodringError(code, details, cause);
  };
}

const log = createLog('info');

/** Tells the operator in words, the log in detail, and ends with exit code 1. */
function fail(cause: unknown): never {
  const error = asMoodringError(cause);
  if (error.cause !== undefined && error.code !== 'settings-invalid')
    log.fatal({ err: error }, 'stopped by an error');
  process.stderr.write(`${errorText(error, wordsFor('en'))}\n`);
  process.exit(1);
}

process.on('uncaughtException', fail).on('unhandledRejection', fail);
try {
  loadDotEnv();
  const settings = readSettings();
  log.level = settings.logLevel;
  const bot = await startBot(settings, log);
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    log.info('stopping');
    bot.stop().then(() => process.exit(0), fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  bot.lost.catch((cause: unknown) => bot.stop().finally(() => fail(cause)));
} catch (cause) {
  fail(cause);
}
