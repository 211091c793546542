import { type Client, Events } from 'discord.js';

import { errorText } from './cards/error-card.ts';
import { wordsFor } from './cards/words.ts';
import type { Context } from './commands/command.ts';
import { createDispatcher } from './commands/dispatcher.ts';
import { COMMANDS } from './commands/index.ts';
import { photosFrom } from './commands/photos.ts';
import { register } from './commands/register.ts';
import { persist } from './commands/sending.ts';
import { createSetOut } from './commands/set-out.ts';
import { createTurns } from './commands/turns.ts';
import { createWaiting } from './commands/waiting.ts';
import { asMoodringError, type ErrorCode, type ErrorDetails, MoodringError } from './errors.ts';
import { connect } from './events/connect.ts';
import { listen } from './events/listen.ts';
import type { Parts } from './flows/parts.ts';
import { lacksTokenKeys, spotifyPartsOn } from './flows/spotify-parts.ts';
import { createWebcamLinks } from './flows/webcam-links.ts';
import { finishSavesHourly } from './jobs/finish-saves.ts';
import { sweepHourly } from './jobs/sweep.ts';
import { createLog, type Log } from './log.ts';
import { guildsIn } from './memory/guilds.ts';
import { listenersIn } from './memory/listeners.ts';
import { meetingsIn } from './memory/meetings.ts';
import { playlistsIn } from './memory/playlists.ts';
import { openStore } from './memory/store.ts';
import { loadCatalogue } from './music/catalogue/load.ts';
import { loadDotEnv, readSettings, type Settings } from './settings.ts';
import { MOST_BYTES } from './vision/node/limits.ts';
import { startVision } from './vision/node/vision.ts';
import { startWeb } from './web/server.ts';

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
 *   `engine-unusable`, `engine-not-loadable`
 */
async function startBot(settings: Settings, log: Log): Promise<Bot> {
  const { token, apiUrl, cdnUrls } = settings.discord;
  if (token === undefined) throw new MoodringError('token-missing');

  const catalogue = await loadCatalogue(settings.catalogue);
  log.info({ tracks: catalogue.size }, 'catalogue loaded');
  const store = await openStore(settings.database);
  const stopSweeping = sweepHourly(store, log);
  const spotify = spotifyPartsOn(store, settings);
  if (lacksTokenKeys(settings)) log.warn(errorText(new MoodringError('token-keys-missing'), wordsFor('en')));
  const listeners = listenersIn(store);
  const guilds = guildsIn(store);
  const meetings = meetingsIn(store);
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

  const { publicUrl, host, port } = settings.web;
  const setOut = createSetOut();
  const webcam = createWebcamLinks();
  const onLinked = (state: string): void => {
    setOut.tell(state).catch((error: unknown) => log.info({ err: error }, 'linked, but could not be told'));
  };
  let client: Client | undefined;
  const isHealthy = () => client?.isReady() ?? false;
  const linking = spotify && { spotify, listeners, onLinked };
  const web =
    publicUrl === undefined
      ? undefined
      : await startWeb({
          playlists,
          host,
          port,
          log,
          isHealthy,
          linking,
          webcam: { links: webcam, publicUrl },
        }).catch(failAs('address-unusable', { host, port }));
  if (web) log.info({ port: web.port }, 'pages served');

  const parts: Parts = { vision, catalogue, playlists, listeners, guilds, meetings, publicUrl, spotify };
  const context: Context = {
    parts,
    photos: photosFrom({ cdnUrls, limit: MOST_BYTES }),
    waiting: createWaiting(),
    turns: createTurns(),
    setOut,
    webcam,
  };
  const { handle, drain } = createDispatcher(COMMANDS, context, log);
  const { client: ready, lost } = await connect({
    token,
    apiUrl,
    log,
    prepare: (made) => {
      client = made;
      made.on(Events.InteractionCreate, (interaction) => void handle(interaction));
      made.on(Events.Error, (error) => log.error({ err: error }, 'the gateway reported an error'));
    },
  });
  // From here on `persist` repeats what failed: unlike the client it knows what it repeats, and pauses in between.
  ready.rest.options.retries = 0;
  await persist(() => register(ready, COMMANDS), REGISTER_WITHIN).catch(failAs('registration-refused'));
  const stopListening = listen(ready, context, log);
  const stopFinishing = spotify ? finishSavesHourly(parts, spotify, log) : () => undefined;
  log.info({ commands: COMMANDS.length }, 'ready');

  return {
    lost,
    stop: async () => {
      await Promise.all([drain(), stopListening()]);
      await ready.destroy();
      await web?.close();
      await vision.close();
      stopSweeping();
      stopFinishing();
      await store.close();
    },
  };
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
