import { expect, it } from 'vitest';
import { z } from 'zod';

import { INTENTS } from '../../src/domain/arc.ts';
import { readFeeling } from '../../src/feelings/feelings.ts';
import { answerFeeling, intentFor } from '../../src/flows/answer-feeling.ts';
import { chooseAgain, findList } from '../../src/flows/answer-mood.ts';
import { playlistKey } from '../../src/memory/playlists.ts';
import { partsWith } from './parts.ts';

const felt = readFeeling({ words: 'tired but hopeful' });

it('answers somebody who was never asked, and one who said no, and keeps the lists', async () => {
  const parts = await partsWith();
  const asked = { listener: '1', felt, intent: 'match' } as const;
  const first = await answerFeeling(parts, asked);
  await parts.listeners.decline('1');
  const second = await answerFeeling(parts, asked);
  expect(second.playlist.mood).toEqual(felt.mood);
  expect((await findList(parts, '1', second.id)).playlist.picks).toHaveLength(second.playlist.picks.length);
  // No face was read for it: that photos are not to be read takes nothing from it, nor from what is chosen anew.
  expect((await findList(parts, '1', first.id)).playlist).toEqual(first.playlist);
  const again = await chooseAgain(parts, '1', first.id, { intent: 'lift' });
  await parts.listeners.decline('1');
  expect((await findList(parts, '1', again.id)).days).toBe(30);
  expect(parts.read()).toBe(0);
});

it('keeps the mood alone: none of the words', async () => {
  const parts = await partsWith();
  const { id } = await answerFeeling(parts, { listener: '1', felt, intent: 'match' });
  const kept = await parts.store.get(
    playlistKey(id),
    z.object({ owner: z.string(), playlist: z.unknown(), told: z.literal(true) }).strict(),
  );
  expect(kept?.playlist).toMatchObject({ mood: felt.mood });
  expect(kept?.playlist).not.toHaveProperty('parts');
});

it('leads who is in need to calm or up, and leaves all else as it was asked for', () => {
  const led = INTENTS.map((intent) => intentFor({ concern: true }, intent));
  expect(led).toEqual(['calm', 'lift', 'calm', 'focus', 'calm']);
  for (const intent of INTENTS) expect(intentFor({ concern: false }, intent)).toBe(intent);
});
