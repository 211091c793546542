import { randomBytes } from 'node:crypto';

import type { z } from 'zod';

import type { Member, Message } from '../../../sandbox/discord/index.ts';
import { type Person, startSpotify } from '../../../sandbox/spotify/index.ts';
import { wordsFor } from '../../cards/words.ts';
import { CALLBACK_PATH } from '../../flows/link-spotify.ts';
import type { demoContract } from '../contract.ts';
import type { SpotifySettings } from './bot-process.ts';

/** What a Spotify of our own holds when the story has been told. */
type Held = NonNullable<z.infer<typeof demoContract>['spotify']>;

/** Who acts, on which card, and where the bot's pages are. */
interface Scene {
  readonly member: Member;
  readonly card: Message;
  readonly pagesUrl: string;
}

/** A Spotify of our own beside the demo's Discord. */
export interface SpotifyStory {
  /** For the bot's process. */
  readonly settings: SpotifySettings;
  /** A member links an account and saves the list of a card in it. */
  play(scene: Scene): Promise<Held>;
  stop(): Promise<void>;
}

const WAIT = { timeoutMs: 60_000 };

const t = wordsFor('en');

/** @param tell prints a line of the story */
export async function startSpotifyStory(tell: (line: string) => void): Promise<SpotifyStory> {
  const spotify = await startSpotify();
  const { clientId, clientSecret, apiUrl, accountsUrl } = spotify;
  const tokenKeys = `demo:${randomBytes(32).toString('base64')}`;
  return {
    settings: { clientId, clientSecret, apiUrl, accountsUrl, tokenKeys },
    play: async ({ member, card, pagesUrl }) => {
      tell(`A Spotify of our own listens at ${apiUrl}.`);
      spotify.allowRedirect(`${pagesUrl}${CALLBACK_PATH}`);
      const person = spotify.people.add({ name: `${member.name} at Spotify` });

      tell('Ada uses /spotify link…');
      const asked = await (await member.uses('/spotify link')).reply(WAIT);
      await goesTo(linkOn(asked, t('button.consent')), tell);
      await asked.waitFor(({ json }) => json.embeds[0]?.description === t('spotify.linked'), WAIT);
      tell(`  The message in Discord now says: ${t('spotify.linked')}`);

      tell(`Ada presses ${t('button.save')}…`);
      const saved = await (await member.clicks(card, t('button.save'))).reply(WAIT);
      const held = heldBy(person, linkOn(saved, t('button.openPlaylist')));
      for (const line of told(held, spotify.requests)) tell(line);
      return held;
    },
    stop: () => spotify.stop(),
  };
}

/** The way to the consent page and back, as a browser goes it. */
async function goesTo(url: string, tell: (line: string) => void): Promise<void> {
  const start = await fetch(url);
  const [cookie = ''] = (start.headers.get('set-cookie') ?? '').split(';');
  const [, consent = ''] = /href="(http[^"]*\/authorize[^"]*)"/.exec(await start.text()) ?? [];
  const address = consent.replaceAll('&amp;', '&');
  tell(`  She is asked for: ${new URL(address).searchParams.get('scope')}`);
  const body = new URLSearchParams({ answer: 'agree' });
  const agreed = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const back = await fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
  tell(`  She agrees, and comes back to a page that answers ${back.status}.`);
}

function linkOn({ json }: Message, label: string): string {
  const button = json.components.flatMap((row) => row.components ?? []).find((it) => it.label === label);
  if (!button?.url) throw new Error(`no button leads to ${label}`);
  return button.url;
}

function heldBy({ playlists }: Person, url: string): Held {
  const held = playlists.map(({ id, name, description, public: shown, uris, cover }) => ({
    id,
    name,
    description,
    public: shown,
    tracks: [...uris],
    coverBytes: cover?.length ?? 0,
  }));
  return { url, playlists: held };
}

function told({ playlists }: Held, requests: readonly string[]): readonly string[] {
  return [
    ...playlists.flatMap(({ name, description, tracks, coverBytes }) => [
      `  Her account holds “${name}” (${description}), with a cover of ${coverBytes} bytes and ${tracks.length} tracks:`,
      ...tracks.map((uri, n) => `    ${n + 1}. ${uri}`),
    ]),
    `  Asked of Spotify: ${requests.join(', ')}`,
  ];
}
