import { expect, it } from 'vitest';

import { emotionScores } from '../../src/domain/emotion.ts';
import { moodOf } from '../../src/domain/mood.ts';
import { readFeeling } from '../../src/feelings/feelings.ts';
import { answerScores } from '../../src/flows/answer-scores.ts';
import { partsWith } from './parts.ts';

const happy = emotionScores((emotion) => (emotion === 'happy' ? 0.9 : 0.1 / 6));
const torn = emotionScores((emotion) => (emotion === 'happy' ? 0.4 : 0.1));
const wish = { listener: 'ada', intent: 'match' } as const;

it('chooses for the mood of seven numbers, and reads nothing itself', async () => {
  const parts = await partsWith();
  await parts.listeners.agree('ada');
  const { reading, list } = await answerScores(parts, { ...wish, scores: happy });
  expect(reading.faces.map(({ emotions, sure }) => [emotions, sure])).toEqual([[happy, true]]);
  expect(list.playlist.mood).toEqual(moodOf(happy));
  expect(await parts.playlists.find(list.id)).toBeDefined();
  expect(parts.read()).toBe(0);
});

it('is as sure as the bot is of its own readings', async () => {
  const parts = await partsWith();
  await parts.listeners.agree('ada');
  const { reading } = await answerScores(parts, { ...wish, scores: torn });
  expect(reading.faces.map(({ sure }) => sure)).toEqual([false]);
});

it('counts half what was told besides', async () => {
  const parts = await partsWith();
  await parts.listeners.agree('ada');
  const felt = readFeeling({ emoji: '😢', words: '' }, 'en');
  const { list } = await answerScores(parts, { ...wish, scores: happy, felt });
  expect(list.playlist.mood.points.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
});

it('keeps nothing of somebody who has not agreed', async () => {
  const parts = await partsWith();
  await expect(answerScores(parts, { ...wish, scores: happy })).rejects.toMatchObject({ code: 'not-agreed' });
  expect(await parts.store.keys('')).toEqual([]);
});
