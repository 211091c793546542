import { expect, it, vi } from 'vitest';

import { moodAt } from '../../src/domain/mood.ts';
import type { Playlist } from '../../src/domain/playlist.ts';
import {
  type AnsweredList,
  answerMood,
  chooseAgain,
  findList,
  LIST_LENGTH,
  NOVELTY_DAYS,
} from '../../src/flows/answer-mood.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { partsWith } from './parts.ts';

const DAY = 24 * 60 * 60 * 1000;
const catalogue = await loadCatalogue();
const tracksOf = (count: number) => Array.from({ length: count }, (_, row) => catalogue.trackAt(row));

/** What storing makes of a list: it knows no −0. */
const asKept = (playlist: Playlist): unknown => JSON.parse(JSON.stringify(playlist));

const wish = { listener: '1', mood: moodAt({ valence: -0.5, arousal: -0.3 }), intent: 'match' } as const;

it('keeps the list, so that it can be found by its owner, and by no one else', async () => {
  const parts = await partsWith();
  const { id, playlist } = await answerMood(parts, wish);
  expect((await findList(parts, '1', id)).playlist).toEqual(asKept(playlist));
  await expect(findList(parts, '2', id)).rejects.toMatchObject({ code: 'list-not-yours' });
  await expect(findList(parts, '1', 'nothing')).rejects.toMatchObject({ code: 'list-expired' });
});

it('chooses again for the same mood, without what was heard, list after list', async () => {
  const parts = await partsWith();
  let { id, playlist } = await answerMood(parts, wish);
  const heard = new Set(playlist.picks.map(({ track }) => track.id));
  for (let again = 0; again < 4; again += 1) {
    ({ id, playlist } = await chooseAgain(parts, '1', id));
    expect(playlist.intent).toBe('match');
    for (const { track } of playlist.picks) {
      expect(heard).not.toContain(track.id);
      heard.add(track.id);
    }
  }
});

it('goes the way that is asked for, from the same mood', async () => {
  const parts = await partsWith();
  const { id } = await answerMood(parts, wish);
  const { playlist } = await chooseAgain(parts, '1', id, { intent: 'lift' });
  expect(playlist.intent).toBe('lift');
  expect(playlist.mood).toEqual(wish.mood);
});

it('starts over for someone who has heard everything', async () => {
  const parts = { ...(await partsWith()), catalogue: catalogueOf(tracksOf(40)) };
  let { id, playlist } = await answerMood(parts, wish);
  for (let again = 0; again < 8; again += 1) {
    ({ id, playlist } = await chooseAgain(parts, '1', id));
    expect(playlist.picks.length).toBeGreaterThan(0);
    expect(playlist.picks.length).toBeLessThanOrEqual(LIST_LENGTH);
  }
});

it('keeps the filters and the length of a list that is chosen anew', async () => {
  const parts = await partsWith();
  const filters = { decade: 1990, popularity: 'well-known' } as const;
  const { id } = await answerMood(parts, { ...wish, filters, length: { tracks: 5 } });
  const { playlist } = await chooseAgain(parts, '1', id, { intent: 'calm' });
  expect(playlist).toMatchObject({ filters, length: { tracks: 5 }, intent: 'calm' });
  expect(playlist.picks).toHaveLength(5);
});

it('tells what somebody was given in the last days, by any list, and forgets that after them', async () => {
  const parts = { ...(await partsWith()), catalogue: catalogueOf(tracksOf(40)) };
  const anywhere = { ...wish, mood: moodAt({ valence: 0, arousal: 0 }, 1) };
  const heardIn = ({ playlist: { picks } }: AnsweredList) =>
    picks.filter(({ terms }) => terms.gaveWay.includes('heard')).map(({ track }) => track.id);
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { playlist } = await answerMood(parts, { ...anywhere, length: { tracks: 5 } });
    const given = playlist.picks.map(({ track }) => track.id);
    const again = await answerMood(parts, { ...anywhere, length: { tracks: 40 } });
    const overlap = again.playlist.picks.map(({ track }) => track.id).filter((id) => given.includes(id));
    expect(heardIn(again)).toEqual(overlap);
    expect(overlap.length).toBeGreaterThan(0);
    const somebodyElse = { ...anywhere, listener: '2', length: { tracks: 40 } };
    expect(heardIn(await answerMood(parts, somebodyElse))).toEqual([]);
    vi.setSystemTime(Date.now() + NOVELTY_DAYS * DAY + 1000);
    expect(heardIn(await answerMood(parts, { ...anywhere, length: { tracks: 40 } }))).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

it('keeps no list of somebody who is forgotten while they ask for another', async () => {
  const parts = await partsWith();
  const { id } = await answerMood(parts, wish);
  const forgetting = parts.listeners.forget('1');
  await expect(chooseAgain(parts, '1', id)).rejects.toMatchObject({ code: 'list-expired' });
  await forgetting;
  expect(await parts.store.keys('')).toEqual([]);
});

it('says so where nothing fits at all, and keeps nothing', async () => {
  const explicit = catalogueOf([{ ...catalogue.trackAt(0), explicit: true }]);
  const parts = { ...(await partsWith()), catalogue: explicit };
  await expect(answerMood(parts, wish)).rejects.toMatchObject({ code: 'nothing-fits' });
  expect(await parts.store.keys('')).toEqual([]);
});
