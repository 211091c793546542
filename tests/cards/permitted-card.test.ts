import { describe, expect, it } from 'vitest';

import { moodCard } from '../../src/cards/mood-card.ts';
import { permittedCard } from '../../src/cards/permitted-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { face } from './faces.ts';
import { ATTACHED, ID, listOf, listOfLength } from './lists.ts';

const t = wordsFor('en');
const cardFor = (playlist = listOfLength(12)) =>
  moodCard(
    { reading: { faces: [face({ happy: 0.9 })], others: [] }, who: 'me' },
    { id: ID, link: ATTACHED, playlist },
    t,
  );

describe('a card', () => {
  it('stays as it is where everything is permitted', async () => {
    const card = await cardFor();
    expect(permittedCard(card, { embeds: true, files: true }, t)).toBe(card);
  });

  it('becomes text with the same tracks and buttons where embeds are not permitted', async () => {
    const card = await cardFor();
    const plain = permittedCard(card, { embeds: false, files: true }, t);
    expect(plain.embeds).toEqual([]);
    expect(plain.components).toBe(card.components);
    expect(plain.content).toContain('*Embed Links*');
    expect(plain.content).toContain('**You look happy**');
    for (const embed of card.embeds.slice(1, 7))
      expect(plain.content).toContain(`](<${embed.data.url ?? '?'}>)`);
    expect(plain.files?.map(({ name }) => name)).toEqual(['playlist.txt']);
  });

  it('goes without its picture and its list as a file where files are not permitted', async () => {
    const bare = permittedCard(await cardFor(), { embeds: true, files: false }, t);
    expect(bare.files).toEqual([]);
    expect(bare.content).toContain('*Attach Files*');
    expect(bare.embeds[0]?.data.title).toBe('You look happy');
    expect(bare.embeds.filter(({ data }) => data.image)).toEqual([]);
  });

  it('says both where neither is, within what a message holds', async () => {
    const long = listOf(
      Array.from({ length: 12 }, () => '*'.repeat(400)),
      { artists: ['_'.repeat(400)] },
    );
    const plain = permittedCard(await cardFor(long), { embeds: false, files: false }, t);
    expect(plain.content).toMatch(/Embed Links[^]*Attach Files/);
    expect(plain.content?.length).toBeLessThanOrEqual(2000);
    expect([plain.embeds, plain.files]).toEqual([[], []]);
  });
});
