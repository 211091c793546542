import { describe, expect, it } from 'vitest';

import {
  exportCard,
  forgetCard,
  privacyAnswerCard,
  privacyCard,
  withdrawCard,
} from '../../src/cards/privacy-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { KEPT_NAMES } from '../../src/domain/kept.ts';
import { sent } from './discord-limits.ts';

const t = wordsFor('en');
const agreed = { answer: 'yes', version: 3, at: '2026-09-08T07:06:05.000Z' } as const;
const until = Date.parse('2026-12-20T12:00:00Z');
const consent = { name: 'consent', count: 1, until: undefined } as const;
const lists = (count: number) => ({ name: 'playlists', count, until }) as const;

const shown = (card: Parameters<typeof privacyCard>[0]) => sent(privacyCard(card, t));
const textOf = ({ embeds }: ReturnType<typeof sent>) => embeds[0]?.description ?? '';

describe('privacyCard', () => {
  it('shows each kind with its number and until when, and what can be done', () => {
    const panel = shown({ consent: agreed, kept: [consent, lists(2)], days: 30 });
    expect(textOf(panel)).toContain(
      'You **agreed** to have your photos read, on September 8, 2026 (notice 3)',
    );
    expect(textOf(panel)).toContain('**2 playlists**');
    expect(textOf(panel)).toContain('the last one goes on December 20, 2026');
    expect(textOf(panel)).toContain('Lists are kept for **30 days**');
    expect(panel.buttons.map(({ custom_id }) => custom_id)).toEqual([
      'privacy-export:1',
      'withdraw-ask',
      'forget-ask',
    ]);
  });

  it('counts one as one', () => {
    const text = textOf(shown({ consent: agreed, kept: [consent, lists(1)], days: 1 }));
    expect(text).toContain('**1 playlist** with the mood it was made for');
    expect(text).toContain('Lists are kept for **1 day**');
  });

  it('has a sentence for every kind', () => {
    const kept = KEPT_NAMES.map((name) => ({ name, count: 3, until }));
    const text = textOf(shown({ consent: agreed, kept, days: 7 }));
    // Of the kinds, how long lists are kept is the one that has its sentence below.
    expect(text.match(/^- /gm)).toHaveLength(KEPT_NAMES.length - 1);
    expect(text).not.toMatch(/\{\{|kept\./);
  });

  it('tells a no from a yes, which alone can be withdrawn', () => {
    const panel = shown({ consent: { ...agreed, answer: 'no' }, kept: [consent], days: 30 });
    expect(textOf(panel)).toContain('You said **no**');
    expect(textOf(panel)).not.toMatch(/\*\*agreed|playlists?\*\*/);
    expect(panel.buttons.map(({ custom_id }) => custom_id)).toEqual(['privacy-export:1', 'forget-ask']);
  });

  it('has nothing to erase where nothing is kept, but lets choose for how long it will be', () => {
    const panel = privacyCard({ consent: undefined, kept: [], days: 30 }, t);
    expect(textOf(sent(panel))).toContain('Nothing at all.');
    expect(sent(panel).buttons).toEqual([]);
    expect(JSON.stringify(panel.components)).toContain('privacy-keep');
  });

  it.each([1, 7, 30, 90] as const)('shows that %i days are chosen', (days) => {
    const [row] = privacyCard({ consent: undefined, kept: [], days }, t).components;
    const [select] = row?.toJSON().components ?? [];
    const options = select && 'options' in select ? select.options : [];
    expect(options.map(({ value }) => value)).toEqual(['1', '7', '30', '90']);
    expect(options.filter((option) => option.default)).toMatchObject([{ value: String(days) }]);
  });
});

describe('the questions', () => {
  it('ask once more before anything is erased', () => {
    expect(textOf(sent(forgetCard(t)))).toContain('at once and for good');
    expect(sent(forgetCard(t)).buttons.map(({ custom_id }) => custom_id)).toEqual([
      'forget-yes',
      'forget-no',
    ]);
    expect(textOf(sent(withdrawCard(t)))).toMatch(/lists that came of photos are erased.*words stay/);
    expect(sent(withdrawCard(t)).buttons.map(({ custom_id }) => custom_id)).toEqual([
      'withdraw-yes',
      'forget-no',
    ]);
  });

  it('are answered by what is left', () => {
    const text = (state: Parameters<typeof privacyAnswerCard>[0]) =>
      textOf(sent(privacyAnswerCard(state, t)));
    expect(text('forgotten')).toContain('Nothing about you is left');
    expect(text('forgottenButNo')).toContain('that you said no');
    expect(text('withdrawn')).toContain('No photo of yours is read any more');
    expect(text('kept')).toContain('Nothing was changed');
    expect(text('exportNothing')).toContain('nothing to export');
  });
});

describe('exportCard', () => {
  const files = { json: '{}\n', csv: 'kind\r\n' };

  it('has two files, and no button where they hold everything', () => {
    const card = exportCard({ ...files, from: 1, to: 5, more: false }, t);
    expect(card.files?.map(({ name }) => name)).toEqual(['moodring.json', 'moodring.csv']);
    expect(textOf(sent(card))).toContain('the 5 things');
    expect(sent(card).buttons).toEqual([]);
  });

  it('says where it is a part, and leads to the next', () => {
    const first = exportCard({ ...files, from: 1, to: 40, more: true }, t);
    expect(textOf(sent(first))).toContain('things 1 to 40');
    expect(sent(first).buttons).toMatchObject([{ label: 'Next part', custom_id: 'privacy-export:41' }]);
    const last = exportCard({ ...files, from: 41, to: 60, more: false }, t);
    expect(textOf(sent(last))).toContain('things 41 to 60');
    expect(sent(last).buttons).toEqual([]);
  });
});
