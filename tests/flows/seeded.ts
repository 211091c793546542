import { wordsFor } from '../../src/cards/words.ts';
import { readFeeling } from '../../src/feelings/feelings.ts';
import { answerFeeling } from '../../src/flows/answer-feeling.ts';
import { chooseAgain } from '../../src/flows/answer-mood.ts';
import { answerPhoto } from '../../src/flows/answer-photo.ts';
import type { SpotifyParts } from '../../src/flows/parts.ts';
import { saveList } from '../../src/flows/save-playlist.ts';
import { accountKey } from '../../src/memory/linked-accounts.ts';
import { listOf } from '../memory/lists.ts';
import type { TestParts } from './parts.ts';
import { links, setsOut } from './spotify-parts.ts';
import { z } from 'zod';

type Seedable = TestParts & { readonly spotify: SpotifyParts };

/** A person of whom everything is kept that can be, and every sign by which they could be found in the files. */
export interface Seeded {
  readonly id: string;
  readonly lists: readonly string[];
  readonly saved: readonly string[];
  readonly titles: readonly string[];
  /** What an export must not hold. */
  readonly secrets: readonly string[];
  /** Everything: ids, titles, messages, what is sealed. */
  readonly traces: readonly string[];
}

/** Has a person do everything of which something is kept, through the flows that people use. */
export async function seed(parts: Seedable, id: string): Promise<Seeded> {
  const { listeners, spotify, meetings, playlists, store } = parts;
  const t = wordsFor('en');
  await listeners.agree(id);
  await listeners.keepFor(id, 90);

  const photo = { listener: id, photo: new Uint8Array(), intent: 'match', who: 'group' } as const;
  const read = (await answerPhoto(parts, photo)).list.id;
  const told = (await answerFeeling(parts, { listener: id, felt: readFeeling({ words: 'tired' }) })).id;
  const again = (await chooseAgain(parts, id, read, { intent: 'lift' })).id;
  const own = await listeners.inTurn(id, () =>
    playlists.keep({ owner: id, playlist: listOf(3, `track-of-${id}`) }),
  );

  // Whoever has linked no account has their lists saved in the operator's; then comes an account of their own.
  const published = await saveList(parts, { listener: id, list: read }, t);
  await links(parts, id);
  const saved = await saveList(parts, { listener: id, list: told }, t);
  const way = await setsOut(parts, id);
  await spotify.claims.claim(`listener:${id}:queued:${told}`, 60_000);

  const said = { owner: id, channel: `channel-of-${id}`, message: `message-to-${id}` };
  await meetings.keepReply('1000', `post-of-${id}`, said);
  await meetings.keepPassing('1000', { ...said, message: `passing-to-${id}` });
  await meetings.askedFirst('1000', id);

  const tokens = await spotify.linked.find(id);
  const sealed = await store.get(accountKey(id), z.string());
  const linking = await spotify.linkings.find(way.state);
  if (!tokens || sealed === undefined || !linking) throw new Error('not everything was kept');
  const lists = [read, told, again, own];
  const titles = [0, 1, 2].map((n) => `track-of-${id}-${n}`);
  const inFile = [
    id,
    id.slice(0, 12),
    ...lists,
    ...titles,
    saved.url,
    sealed,
    said.channel,
    said.message,
    `post-of-${id}`,
    `passing-to-${id}`,
  ];
  return {
    id,
    lists,
    saved: [published.url, saved.url],
    titles,
    secrets: [tokens.access, tokens.refresh, sealed, linking.verifier],
    traces: inFile,
  };
}
