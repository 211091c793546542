import { describe, expect, it } from 'vitest';

import { centreOf, moodAt } from '../../src/domain/mood.ts';
import { readFeeling } from '../../src/feelings/feelings.ts';
import { chooseAgain, findList } from '../../src/flows/answer-mood.ts';
import { answerPhoto, moodOfReading, type PhotoRequest } from '../../src/flows/answer-photo.ts';
import { faceOf, partsWith } from './parts.ts';

const request: PhotoRequest = { listener: '1', photo: new Uint8Array(), intent: 'match', who: 'me' };

describe('answering a photo', () => {
  it('reads nothing of a person who has not agreed', async () => {
    const parts = await partsWith();
    await expect(answerPhoto(parts, request)).rejects.toMatchObject({ code: 'not-agreed' });
    await parts.listeners.decline('1');
    await expect(answerPhoto(parts, request)).rejects.toMatchObject({ code: 'not-agreed' });
    expect(parts.read()).toBe(0);
  });

  it('keeps nothing of a person who is forgotten while their photo is read', async () => {
    const parts = await partsWith({ whileReading: ({ listeners }) => listeners.forget('1') });
    await parts.listeners.agree('1');
    await expect(answerPhoto(parts, request)).rejects.toMatchObject({ code: 'not-agreed' });
    expect(await parts.store.keys('listener')).toEqual([]);
    expect(await parts.store.keys('playlist')).toEqual([]);
  });

  it('has its lists go when consent is withdrawn, and what was chosen anew for the same reading', async () => {
    const parts = await partsWith();
    await parts.listeners.agree('1');
    const { list } = await answerPhoto(parts, { ...request, felt: readFeeling({ words: 'sad' }) });
    const again = await chooseAgain(parts, '1', list.id, { intent: 'lift' });
    // Told in place of what was read: it is theirs as words are.
    const corrected = await chooseAgain(parts, '1', list.id, {
      mood: moodAt({ valence: 0.5, arousal: 0.5 }),
    });
    await parts.listeners.decline('1');
    for (const { id } of [list, again])
      await expect(findList(parts, '1', id)).rejects.toMatchObject({ code: 'list-expired' });
    expect((await findList(parts, '1', corrected.id)).id).toBe(corrected.id);
  });

  it('mixes in what the person told, half and half, and heeds what they asked of the music', async () => {
    const parts = await partsWith();
    await parts.listeners.agree('1');
    const felt = readFeeling({ words: 'sad' });
    const filters = { decade: 1990 };
    const wish = { ...request, felt, filters, length: { tracks: 3 } };
    const { playlist } = (await answerPhoto(parts, wish)).list;
    expect(playlist).toMatchObject({ filters, length: { tracks: 3 } });
    const weights = playlist.mood.points.map(({ weight }) => weight);
    expect(weights[0]).toBeCloseTo(0.5);
    expect(playlist.mood.points).toHaveLength(1 + felt.mood.points.length);
  });

  it('links to a page where there are pages, and attaches the list where there are none', async () => {
    for (const publicUrl of ['https://moodring.example', undefined]) {
      const parts = await partsWith(publicUrl === undefined ? {} : { publicUrl });
      await parts.listeners.agree('1');
      const { list } = await answerPhoto(parts, request);
      expect(list.link).toEqual(
        publicUrl === undefined
          ? { kind: 'attached', name: 'playlist.txt' }
          : { kind: 'page', url: `${publicUrl}/list/${list.id}` },
      );
    }
  });
});

describe('the mood of a reading', () => {
  const reading = { faces: [faceOf('happy'), faceOf('sad', 200)], others: [] };

  it('is that of the first, largest face', () => {
    expect(moodOfReading(reading, 'me').name).toBe('happy');
  });

  it('has a point for everyone in a group, each counting the same', () => {
    const mood = moodOfReading(reading, 'group');
    expect(mood.points.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(centreOf(mood).valence).toBeCloseTo(0.05);
  });

  it('does not exist without a face', () => {
    expect(() => moodOfReading({ faces: [], others: [] }, 'me')).toThrow('no-face');
  });
});
