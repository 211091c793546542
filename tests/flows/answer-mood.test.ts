import { expect, it } from 'vitest';

import { moodAt } from '../../src/domain/mood.ts';
import { answerMood, chooseAgain, findList, LIST_LENGTH } from '../../src/flows/answer-mood.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { readTracks } from '../../src/music/catalogue/load.ts';
import { partsWith } from './parts.ts';

const wish = { listener: '1', mood: moodAt({ valence: -0.5, arousal: -0.3 }), intent: 'match' } as const;

async function agreedParts() {
  const parts = await partsWith();
  await parts.listeners.agree('1');
  return parts;
}

it('keeps the list, so that it can be found by its owner, and by no one else', async () => {
  const parts = await agreedParts();
  const { id, playlist } = await answerMood(parts, wish);
  expect((await findList(parts, '1', id)).playlist).toEqual(playlist);
  await expect(findList(parts, '2', id)).rejects.toMatchObject({ code: 'list-not-yours' });
  await expect(findList(parts, '1', 'nothing')).rejects.toMatchObject({ code: 'list-expired' });
});

it('chooses again for the same mood, without what was heard, list after list', async () => {
  const parts = await agreedParts();
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
  const parts = await agreedParts();
  const { id } = await answerMood(parts, wish);
  const { playlist } = await chooseAgain(parts, '1', id, 'lift');
  expect(playlist.intent).toBe('lift');
  expect(playlist.mood).toEqual(wish.mood);
});

it('starts over for someone who has heard everything', async () => {
  const tracks = (await readTracks()).slice(0, 40);
  const parts = { ...(await agreedParts()), catalogue: catalogueOf(tracks) };
  let { id, playlist } = await answerMood(parts, wish);
  for (let again = 0; again < 8; again += 1) {
    ({ id, playlist } = await chooseAgain(parts, '1', id));
    expect(playlist.picks.length).toBeGreaterThan(0);
    expect(playlist.picks.length).toBeLessThanOrEqual(LIST_LENGTH);
  }
});

it('chooses for nobody who has taken their agreement back', async () => {
  const parts = await agreedParts();
  const { id } = await answerMood(parts, wish);
  await parts.store.delete(['listener:1:consent']);
  await expect(chooseAgain(parts, '1', id)).rejects.toMatchObject({ code: 'not-agreed' });
});
