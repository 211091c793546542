/**
 * A process that saves a list: `node saver.ts FILE LISTENER LIST API CLIENT`. It prints `ready`, waits for a line,
 * and prints `saved` with the playlist's address, or `failed` with the error's code.
 */
import { once } from 'node:events';

import { wordsFor } from '../../src/cards/words.ts';
import { asMoodringError } from '../../src/errors.ts';
import type { Parts } from '../../src/flows/parts.ts';
import { saveList } from '../../src/flows/save-playlist.ts';
import { spotifyPartsOn } from '../../src/flows/spotify-parts.ts';
import { guildsIn } from '../../src/memory/guilds.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { openStore } from '../../src/memory/store.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { PUBLIC_URL, TOKEN_KEYS } from './spotify-settings.ts';

const [file = '', listener = '', list = '', url = '', clientId = ''] = process.argv.slice(2);
const store = await openStore(file);
const parts: Parts = {
  vision: {
    engine: { name: 'wasm', native: undefined },
    read: () => Promise.reject(new Error('nothing is read here')),
    close: () => Promise.resolve(),
  },
  catalogue: catalogueOf([
    { id: 'one', title: 'One', artists: ['Somebody'], genre: 'pop', valence: 0, arousal: 0 },
  ]),
  listeners: listenersIn(store),
  guilds: guildsIn(store),
  meetings: meetingsIn(store),
  playlists: playlistsIn(store),
  publicUrl: PUBLIC_URL,
  spotify: spotifyPartsOn(store, {
    spotify: { clientId, clientSecret: undefined, market: 'US', apiUrl: url, accountsUrl: url },
    web: { publicUrl: PUBLIC_URL },
    tokenKeys: TOKEN_KEYS,
  }),
};
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const line = await saveList(parts, { listener, list }, wordsFor('en')).then(
  (saved) => `saved ${saved.url}`,
  (error: unknown) => `failed ${asMoodringError(error).code}`,
);
process.stdout.write(`${line}\n`, () => process.exit());
