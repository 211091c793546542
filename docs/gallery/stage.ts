import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import {
  type Channel,
  type Discord,
  type Guild,
  type Member,
  PERMISSION,
  startDiscord,
} from '../../sandbox/discord/index.ts';
import { type Spotify, startSpotify } from '../../sandbox/spotify/index.ts';
import { type Words, wordsFor } from '../../src/cards/words.ts';
import { startBotProcess } from '../../src/cli/demo/bot-process.ts';
import { CALLBACK_PATH } from '../../src/flows/link-spotify.ts';
import { fakeCamera } from '../../tests/web/camera.ts';
import { startChromium } from '../../tests/web/chromium.ts';
import { type Photos, readPhotos } from './photos.ts';

/** How long to wait for the bot. */
export const WAIT = { timeoutMs: 60_000 };

/** Who speaks a language. */
export interface Speaker {
  /** As Discord and browsers name it. */
  readonly locale: string;
  readonly name: string;
  /** What somebody is called who manages the server. */
  readonly manager: string;
}

/** The languages that are shown. */
export const SPEAKERS = [
  { locale: 'en', name: 'Ada', manager: 'Morgan' },
  { locale: 'de', name: 'Lena', manager: 'Jonas' },
  { locale: 'ja', name: 'Yui', manager: 'Yuma' },
] as const satisfies readonly Speaker[];

/** The bot as a process of its own, with a Discord, a Spotify and a browser around it. */
export interface Stage {
  readonly discord: Discord;
  readonly spotify: Spotify;
  readonly browser: Browser;
  readonly photos: Photos;
  /** Where the bot's database lies. */
  readonly database: string;
  /** Where its pages are. */
  readonly pagesUrl: string;
  close(): Promise<void>;
}

/** Starts everything. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-gallery-'));
  const database = join(folder, 'gallery.sqlite');
  const photos = await readPhotos();
  const camera = await fakeCamera(photos.camera);
  const [discord, spotify, browser] = await Promise.all([
    startDiscord(),
    startSpotify(),
    startChromium(camera.switches),
  ]);
  const { clientId, clientSecret, apiUrl, accountsUrl } = spotify;
  const tokenKeys = `gallery:${Buffer.alloc(32, 7).toString('base64')}`;
  const bot = await startBotProcess({
    token: discord.token,
    apiUrl: discord.restUrl,
    cdnUrl: discord.cdnUrl,
    database,
    pages: true,
    spotify: { clientId, clientSecret, apiUrl, accountsUrl, tokenKeys },
  });
  spotify.allowRedirect(`${bot.pagesUrl}${CALLBACK_PATH}`);
  const close = async (): Promise<void> => {
    await browser.close();
    await bot.stop();
    await discord.stop();
    await spotify.stop();
    await camera.remove();
    await rm(folder, { recursive: true, force: true });
  };
  await Promise.race([discord.botIsReady({ timeoutMs: 2 * WAIT.timeoutMs }), bot.ended]);
  return { discord, spotify, browser, photos, database, pagesUrl: bot.pagesUrl, close };
}

/** Who acts in a language, in a server of their own. */
export interface Cast {
  readonly speaker: Speaker;
  readonly guild: Guild;
  readonly member: Member;
  readonly manager: Member;
  /** Where selfies are posted. */
  readonly selfies: Channel;
  readonly t: Words;
  /** Somebody who has not used the bot before. */
  newcomer(): Member;
}

/** Lets in the people of a language. */
export function castOf({ discord }: Stage, speaker: Speaker): Cast {
  const { locale, name, manager } = speaker;
  const guild = discord.addGuild('Moody Street');
  const admit = (who: string, permissions = 0n): Member => {
    const member = discord.addMember(who, { locale });
    guild.admit(member, { permissions });
    return member;
  };
  return {
    speaker,
    guild,
    member: admit(name),
    manager: admit(manager, PERMISSION.manageGuild),
    selfies: guild.addTextChannel('selfies'),
    newcomer: () => admit(name),
    t: wordsFor(locale),
  };
}
