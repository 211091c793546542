import { afterEach, expect, it, vi } from 'vitest';

import { broken } from '../../sandbox/spotify/index.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { moodAt } from '../../src/domain/mood.ts';
import { answerMood } from '../../src/flows/answer-mood.ts';
import { saveList } from '../../src/flows/save-playlist.ts';
import { finishSavesHourly } from '../../src/jobs/finish-saves.ts';
import { createLog } from '../../src/log.ts';
import { partsWith } from '../flows/parts.ts';
import { links, PUBLIC_URL, spotifyAt, withSpotify } from '../flows/spotify-parts.ts';
import { startSpotify } from '../spotify.ts';

const ANNA = '111222333444555666';
const HOUR = 60 * 60 * 1000;

afterEach(() => void vi.useRealTimers());

it('finishes what was begun, at once or an hour later, until it is stopped', async () => {
  const standIn = await startSpotify();
  const person = standIn.people.add({ name: 'Anna' });
  const patience = { deadline: 300, call: 1_000, tries: 0, failuresInARow: 100 };
  const parts = withSpotify(
    await partsWith({ publicUrl: PUBLIC_URL, spotify: spotifyAt(standIn, patience) }),
  );
  await links(parts, ANNA);
  const mood = moodAt({ valence: 0.3, arousal: 0.2 });
  const list = await answerMood(parts, { listener: ANNA, mood, intent: 'match' });
  const fill = /^PUT \/v1\/playlists\/\w+\/items/;
  const trouble = standIn.trouble(broken(500), { on: fill });
  await saveList(parts, { listener: ANNA, list: list.id }, wordsFor('en')).catch(() => undefined);
  expect(person.playlists[0]?.uris).toEqual([]);

  const tries = () => standIn.requests.filter((request) => fill.test(request)).length;
  const before = tries();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const stop = finishSavesHourly(parts, parts.spotify, createLog('silent'));
  await vi.waitFor(() => expect(tries()).toBe(before + 1));
  trouble.end();
  await vi.waitFor(async () => {
    // Two rounds never overlap for one list: the second waits for the first.
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(person.playlists[0]?.uris).toHaveLength(12);
  });
  await vi.waitFor(async () => expect((await parts.spotify.saves.find(list.id))?.step).toBe('done'));
  expect(person.everMade).toHaveLength(1);
  stop();
});
