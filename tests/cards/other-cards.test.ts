import { describe, expect, it } from 'vitest';

import { consentAnswerCard, consentCard } from '../../src/cards/consent-card.ts';
import { errorCard } from '../../src/cards/error-card.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { forgetAnswerCard, forgetCard, privacyCard } from '../../src/cards/privacy-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { CONSENT_VERSION } from '../../src/domain/listener.ts';
import { ERROR_CODES, MoodringError } from '../../src/errors.ts';
import { sent } from './discord-limits.ts';

const t = wordsFor('en');

describe('consentCard', () => {
  it('tells what a person must know before a reading', () => {
    const [notice] = sent(consentCard('request', 30, '2026-11-20', t)).embeds;
    const text = notice?.description ?? '';
    expect(text).toContain('emotion recognition');
    expect(text).toContain('It can be wrong');
    expect(text).toMatch(/not for work or school/i);
    expect(text).toContain(`notice ${CONSENT_VERSION}`);
    expect(text).toContain('2026-11-20');
    expect(text).toContain('30 days');
    expect(text).toMatch(/photo\*\* is decoded in memory, read, and dropped/);
    expect(text).toContain('/privacy');
  });

  it('offers Agree and No, which carry what was asked for', () => {
    expect(sent(consentCard('request', 30, '2026-11-20', t)).buttons).toMatchObject([
      { label: 'Agree', custom_id: 'consent-agree:request' },
      { label: 'No', custom_id: 'consent-no:request' },
    ]);
  });

  it.each(['agreed', 'done', 'declined', 'failed'] as const)(
    'has no buttons once it is answered: %s',
    (state) => {
      const { embeds, buttons } = sent(consentAnswerCard(state, t));
      expect(embeds).toHaveLength(1);
      expect(buttons).toEqual([]);
    },
  );
});

describe('privacyCard', () => {
  const agreed = { answer: 'yes', version: 3, at: '2026-09-08T07:06:05.000Z' } as const;

  it('shows what is kept, and the way to erase it', () => {
    const { embeds, buttons } = sent(
      privacyCard({ consent: agreed, playlists: 2, spotify: false, days: 30 }, t),
    );
    expect(embeds[0]?.description).toContain(
      'You **agreed** to have your photos read, on 2026-09-08 (notice 3)',
    );
    expect(embeds[0]?.description).toContain('**2 playlists**');
    expect(embeds[0]?.description).toContain('after 30 days');
    expect(buttons).toMatchObject([{ label: 'Forget me', custom_id: 'forget-ask' }]);
  });

  it('counts one playlist as one', () => {
    const { embeds } = sent(privacyCard({ consent: agreed, playlists: 1, spotify: false, days: 30 }, t));
    expect(embeds[0]?.description).toContain('**1 playlist**');
  });

  it('tells a no from a yes', () => {
    const consent = { ...agreed, answer: 'no' } as const;
    const text = sent(privacyCard({ consent, playlists: 0, spotify: false, days: 30 }, t)).embeds[0]
      ?.description;
    expect(text).toContain('You said **no**');
    expect(text).not.toMatch(/agreed|playlist\b.*goes/);
  });

  it('has nothing to erase where nothing is kept', () => {
    const { embeds, buttons } = sent(
      privacyCard({ consent: undefined, playlists: 0, spotify: false, days: 30 }, t),
    );
    expect(embeds[0]?.description).toContain('Nothing at all.');
    expect(buttons).toEqual([]);
  });
});

describe('forgetCard', () => {
  it('asks once more before it erases', () => {
    const { embeds, buttons } = sent(forgetCard(t));
    expect(embeds[0]?.description).toContain('at once and for good');
    expect(buttons.map(({ custom_id }) => custom_id)).toEqual(['forget-yes', 'forget-no']);
  });

  it('says what is left', () => {
    const text = (state: Parameters<typeof forgetAnswerCard>[0]) =>
      sent(forgetAnswerCard(state, t)).embeds[0]?.description;
    expect(text('forgotten')).toContain('Nothing about you is left');
    expect(text('forgottenButNo')).toContain('that you said no');
    expect(text('kept')).toContain('Nothing was changed');
  });
});

describe('helpCard', () => {
  it('names the largest photo, the engine, and the buttons as they are labelled', () => {
    const text = sent(helpCard(8, 'Engine: steam.', t)).embeds[0]?.description ?? '';
    expect(text).toContain('up to 8 MB');
    expect(text).toContain('Engine: steam.');
    for (const name of ['match', 'lift', 'more'] as const) expect(text).toContain(t(`button.${name}`));
  });
});

describe('errorCard', () => {
  const details = {
    limit: 8,
    days: 30,
    names: 'PORT',
    usage: 'npm run read',
    file: 'tracks.jsonl',
    host: '127.0.0.1',
    port: 80,
    code: 4004,
    most: 3,
    seconds: 30,
    reason: 'it is not installed',
    near: 'folk, rock',
    genres: 'folk, rock',
    decades: '1980s, 1990s',
    columns: 'valence',
    reasons: '3 rows without a title',
    tracks: 100,
    minutes: 300,
  };

  it.each(ERROR_CODES)('has a sentence for %s', (code) => {
    const { embeds } = sent(errorCard(new MoodringError(code, details), t));
    expect(embeds[0]?.description).toMatch(/\s/);
    expect(embeds[0]?.description).not.toContain(`error.${code}`);
  });

  it('fills in what the error knows', () => {
    const { embeds } = sent(errorCard(new MoodringError('image-too-heavy', { limit: 8 }), t));
    expect(embeds[0]?.description).toContain('larger than 8 MB');
  });

  it('shows names from the catalogue as they are', () => {
    const error = new MoodringError('artist-unknown', { near: '*NSYNC, @everyone' });
    const { embeds } = sent(errorCard(error, t));
    expect(embeds[0]?.description).toContain(String.raw`\*NSYNC, \@everyone`);
  });
});
