import { AsyncLocalStorage } from 'node:async_hooks';

import type { Interaction } from 'discord.js';
import pino from 'pino';
import { onTestFinished } from 'vitest';

import { startSpotify } from '../../sandbox/spotify/index.ts';

import type { Command, Context } from '../../src/commands/command.ts';
import { createDispatcher } from '../../src/commands/dispatcher.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { photosFrom } from '../../src/commands/photos.ts';
import { createSetOut } from '../../src/commands/set-out.ts';
import { createTurns } from '../../src/commands/turns.ts';
import { createWaiting } from '../../src/commands/waiting.ts';
import type { WebcamSubject } from './webcam.ts';
import { createWebcamLinks } from '../../src/flows/webcam-links.ts';
import { emotionScores } from '../../src/domain/emotion.ts';
import { MoodringError } from '../../src/errors.ts';
import { finishLinking, showLinking } from '../../src/flows/link-spotify.ts';
import type { Log } from '../../src/log.ts';
import { guildsIn } from '../../src/memory/guilds.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { openStore } from '../../src/memory/store.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { MOST_BYTES } from '../../src/vision/node/limits.ts';
import type { Vision } from '../../src/vision/node/vision.ts';
import { clientOn } from '../commands/client-on.ts';
import { startDiscord } from '../discord.ts';
import { spotifyAt } from '../flows/spotify-parts.ts';
import { spotifyOpenApi } from '../spotify.ts';
import { jumpingClock } from './jumping-clock.ts';
import type { SpotifySubject } from './linking.ts';
import { type Photo, photoPool } from './photos.ts';
import { type Subject, surroundings } from './subject.ts';

/** Something that a bot does wrong; nothing of it is a bot that does all right. */
export interface Mischief {
  /** Tampers with what commands work with. */
  readonly context?: (context: Context) => Context;
  /** Tampers with the commands. */
  readonly commands?: (commands: readonly Command[]) => readonly Command[];
  /** Does something else than just to answer. */
  readonly handle?: (use: {
    readonly interaction: Interaction;
    readonly context: Context;
    readonly log: Log;
    readonly answer: () => Promise<void>;
  }) => Promise<unknown>;
}

/** Whose interaction is being answered. */
export const asker = new AsyncLocalStorage<string>();

const PAGES = 'https://pages.test';

/** The real client, dispatcher and commands in this process, with nets that know the fuzzer's photos, and up to some mischief. */
export async function slyBot({ context = same, commands = same, handle = obey }: Mischief): Promise<Subject> {
  const clock = jumpingClock();
  const discord = await startDiscord({ clock });
  const standIn = await startSpotify({ openApi: spotifyOpenApi });
  const store = await openStore(':memory:');
  const playlists = playlistsIn(store);
  const honest: Context = {
    parts: {
      vision: visionOf(await photoPool()),
      catalogue: await loadCatalogue(),
      listeners: listenersIn(store),
      guilds: guildsIn(store),
      meetings: meetingsIn(store),
      playlists,
      publicUrl: PAGES,
      spotify: spotifyAt(standIn)(store),
    },
    photos: photosFrom({ cdnUrls: [discord.cdnUrl], limit: MOST_BYTES }),
    waiting: createWaiting(),
    turns: createTurns(),
    setOut: createSetOut(),
    webcam: createWebcamLinks(),
  };
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const tampered = context(honest);
  const dispatcher = createDispatcher(commands(COMMANDS), tampered, log);
  onTestFinished(async () => {
    await store.close();
    await discord.stop();
    await standIn.stop();
  });
  await clientOn(discord, COMMANDS, (interaction) => {
    const answer = () => asker.run(interaction.user.id, () => dispatcher.handle(interaction));
    void handle({ interaction, context: tampered, log, answer });
  });
  return {
    ...surroundings(discord),
    clock,
    log: lines,
    ended: new Promise(() => undefined),
    readings: new Map(),
    spotify: { standIn, goes: goWith(tampered) },
    webcam: { sends: sendWith(tampered) },
    opens: async (url) => (await playlists.find(url.replace(`${PAGES}/list/`, ''))) !== undefined,
  };
}

/** As the pages for linking do it. */
function goWith({ parts: { spotify, listeners }, setOut }: Context): SpotifySubject['goes'] {
  return async (url, answer) => {
    if (!spotify) return false;
    try {
      const state = new URL(url).searchParams.get('state') ?? '';
      const back = await answer((await showLinking(spotify, state)).url);
      const code = back.get('code') ?? undefined;
      await finishLinking({ spotify, listeners }, { state, code, sameBrowser: true });
      await setOut.tell(state);
      return true;
    } catch (error) {
      if (error instanceof MoodringError) return false;
      throw error;
    }
  };
}

/** As the webcam page does it. */
function sendWith({ webcam }: Context): WebcamSubject['sends'] {
  return async (url) => {
    const id = url.split('/').at(-1) ?? '';
    const scores = emotionScores((emotion) => (emotion === 'happy' ? 1 : 0));
    const send = async (secret: string): Promise<number> => {
      try {
        await webcam.answer(id, secret, { kind: 'scores', scores });
        return 1;
      } catch (error) {
        if (error instanceof MoodringError) return 0;
        throw error;
      }
    };
    try {
      const secret = webcam.open(id, undefined);
      const [first, second] = await Promise.all([send(secret), send(secret)]);
      return first + second;
    } catch (error) {
      if (error instanceof MoodringError) return 0;
      throw error;
    }
  };
}

function same<T>(value: T): T {
  return value;
}

function obey({ answer }: { readonly answer: () => Promise<void> }): Promise<void> {
  return answer();
}

/** Reads each of the photos differently, and at once. */
function visionOf(photos: readonly Photo[]): Vision {
  return {
    engine: { name: 'wasm', native: undefined },
    read: (bytes) => {
      const at = photos.findIndex((photo) => photo.bytes.equals(bytes));
      const fault = photos[at]?.fault;
      if (fault) return Promise.reject(new MoodringError(fault, { limit: 1 }));
      const happy = 0.5 + at / 100;
      const face = {
        box: { x: 0, y: 0, width: 99, height: 99 },
        score: 1,
        emotions: emotionScores((one) => (one === 'happy' ? happy : one === 'neutral' ? 1 - happy : 0)),
        sure: true,
      };
      return Promise.resolve({
        reading: { faces: [face], others: [] },
        timings: { decode: 1, faces: 1, emotions: 1 },
      });
    },
    close: () => Promise.resolve(),
  };
}
