import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { feltCard } from '../../src/cards/felt-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import type { FeltMood } from '../../src/domain/feeling.ts';
import { readFeeling } from '../../src/feelings/feelings.ts';
import { sent } from './discord-limits.ts';
import { shownByDiscord } from './discord-markdown.ts';
import { ATTACHED, ID, listOfLength, shownLists, texts } from './lists.ts';

const t = wordsFor('en');

async function cardOf(felt: FeltMood) {
  return sent(await feltCard(felt, { id: ID, link: ATTACHED, playlist: listOfLength(12) }, 30, t));
}

describe('feltCard', () => {
  it('names the mood with its emoji, and what it was understood from', async () => {
    const [felt] = (await cardOf(readFeeling({ words: 'tired but hopeful' }))).embeds;
    expect(felt?.title).toMatch(/^\p{Extended_Pictographic}\uFE0F? In music, that is \w+$/u);
    expect(felt?.description).toBe('I understood “tired”, “hopeful”.');
    expect(felt?.footer?.text).toContain('kept');
    expect(felt?.footer?.text).toContain('30 days');
    expect(felt?.footer?.text).toContain('/privacy');
  });

  it('shows the circle, told in words, and sends it before the list', async () => {
    const card = await cardOf(readFeeling({ emoji: '😤' }));
    expect(card.files.map(({ name }) => name)).toEqual(['mood.png', 'playlist.txt']);
    expect(card.files[0]?.description).toBe('A point on the circle of moods; its name in music: tense.');
    expect(card.embeds[0]?.title).toBe('😤 In music, that is tense');
  });

  it('shows what somebody wrote as it stands, whatever Discord would make of it, and fits Discord', async () => {
    const part = (text: string) => ({ text, from: 0, to: 1, valence: 0, arousal: 0 });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(texts, { maxLength: 12 }), shownLists, async (first, more, list) => {
        const { mood } = list.playlist;
        const felt: FeltMood = { mood, parts: [part(first), ...more.map(part)], concern: false };
        const [embed] = sent(await feltCard(felt, list, 30, t)).embeds;
        expect(shownByDiscord(embed?.description ?? '').markup).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('lets nothing turn the direction of its own words', async () => {
    const felt = {
      ...readFeeling({ words: 'happy' }),
      parts: [{ ...part(), text: 'a\u202Eyppah\u2066' }] as const,
    };
    expect((await cardOf(felt)).embeds[0]?.description).toBe('I understood “ayppah”.');
  });

  it('tells somebody in need where people listen, in two sentences, and shows none of their words', async () => {
    const felt = readFeeling({ words: 'I want to die' });
    expect(felt.concern).toBe(true);
    const { embeds, buttons } = await cardOf(felt);
    const text = embeds[0]?.description ?? '';
    expect(text).toContain('findahelpline.com');
    expect(text).toContain('local emergency number');
    expect(text.match(/\.(?=\s|$)/g)).toHaveLength(2);
    expect(JSON.stringify(embeds[0])).not.toMatch(/\bdie\b|depress|suicid|disorder|ill\b/i);
    expect(buttons.map(({ label }) => label)).not.toContain('Match me');
  });
});

function part(): FeltMood['parts'][0] {
  return { text: '', from: 0, to: 1, valence: 0, arousal: 0 };
}
