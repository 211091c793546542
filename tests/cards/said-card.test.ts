import { describe, expect, it } from 'vitest';

import type { Card } from '../../src/cards/card.ts';
import { moodCard } from '../../src/cards/mood-card.ts';
import { asBeforeCard, saidCard } from '../../src/cards/said-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { EMOTIONS } from '../../src/domain/emotion.ts';
import { MOOD_NAMES, moodOf } from '../../src/domain/mood.ts';
import { moodSaid, type Said } from '../../src/domain/said.ts';
import { sent } from './discord-limits.ts';
import { face } from './faces.ts';
import { ATTACHED, ID, listOf, listOfLength } from './lists.ts';

const t = wordsFor('en');
const BEFORE = 'PoNmLkJiHgFeDcBa';
const happy = face({ happy: 0.83 });

const listFor = (said: Said) => ({
  id: ID,
  link: ATTACHED,
  playlist: { ...listOfLength(12), mood: moodSaid(said) },
  correction: { before: BEFORE },
});

async function readingOf(): Promise<Card> {
  const playlist = { ...listOfLength(12), mood: moodOf(happy.emotions) };
  return moodCard(
    { reading: { faces: [happy], others: [] }, who: 'me' },
    { id: BEFORE, link: ATTACHED, playlist },
    t,
  );
}

const embedOf = (card: Card) => card.embeds[0]?.toJSON();

describe('a card whose mood was corrected', () => {
  it.each([...new Set<Said>([...MOOD_NAMES, ...EMOTIONS])])('says what the person said: %s', async (said) => {
    const card = await saidCard(embedOf(await readingOf()), said, listFor(said), t);
    expect(sent(card).embeds[0]?.title).toMatch(/^You said: \w+$/);
    const { name } = moodSaid(said);
    expect(embedOf(card)?.description).toContain(`**${name}**`);
    expect(sent(card).files[0]?.description).toBe(
      `A point on the circle of moods; its name in music: ${name}.`,
    );
  });

  it('keeps what was read below that, however often it is corrected', async () => {
    const once = await saidCard(embedOf(await readingOf()), 'sad', listFor('sad'), t);
    const twice = await saidCard(embedOf(once), 'calm', listFor('calm'), t);
    for (const card of [once, twice]) {
      const [field, ...more] = embedOf(card)?.fields ?? [];
      expect(field?.name).toBe('You look happy');
      expect(field?.value).toContain('**83 % happy**');
      expect(more).toEqual([]);
    }
    expect(embedOf(twice)?.title).toBe('You said: calm');
    expect(embedOf(twice)?.footer?.text).toBe(
      'A guess from one face in one photo. Your photo is already gone.',
    );
  });

  it('leads back: first among the moods, to the words that stood there', async () => {
    const card = await saidCard(embedOf(await readingOf()), 'sad', listFor('sad'), t);
    const select = sent(card).options.find(({ value }) => value === 'as-before');
    expect(select?.label).toBe('As you had understood it before');
    const back = await asBeforeCard(embedOf(card), { ...listFor('happy'), correction: {} }, t);
    const { title, description, fields = [] } = embedOf(back) ?? {};
    const before = embedOf(await readingOf());
    expect([title, description]).toEqual([before?.title, before?.description]);
    expect(fields).toEqual([]);
    expect(sent(back).options.map(({ value }) => value)).not.toContain('as-before');
  });

  it('fits Discord with the longest of everything at once', async () => {
    const long = listOf(
      Array.from({ length: 12 }, () => '*'.repeat(400)),
      { artists: ['_'.repeat(400)], intent: 'lift' },
    );
    const reading = {
      title: 'x'.repeat(256),
      description: 'x'.repeat(4096),
      footer: { text: 'x'.repeat(100) },
    };
    const list = { ...listFor('sad'), playlist: { ...long, length: { tracks: 100 } } };
    expect(sent(await saidCard(reading, 'sad', list, t)).embeds).toHaveLength(8);
  });

  it('does without what was read where somebody took that away', async () => {
    expect(sent(await saidCard(undefined, 'sad', listFor('sad'), t)).embeds[0]?.title).toBe('You said: sad');
    expect(sent(await asBeforeCard(undefined, listFor('sad'), t)).embeds).toHaveLength(8);
  });
});
