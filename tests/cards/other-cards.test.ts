import { describe, expect, it } from 'vitest';

import { consentAnswerCard, consentCard } from '../../src/cards/consent-card.ts';
import { errorCard } from '../../src/cards/error-card.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { CONSENT_VERSION } from '../../src/domain/listener.ts';
import { ERROR_CODES, MoodringError } from '../../src/errors.ts';
import { sent } from './discord-limits.ts';

const t = wordsFor('en');
const NOTICE = { days: 30, date: new Date('2026-11-20T12:00:00Z') };

describe('consentCard', () => {
  it('tells what a person must know before a reading', () => {
    const [notice] = sent(consentCard('request', NOTICE, t)).embeds;
    const text = notice?.description ?? '';
    expect(text).toContain('emotion recognition');
    expect(text).toContain('It can be wrong');
    expect(text).toMatch(/not for work or school/i);
    expect(text).toContain(`notice ${CONSENT_VERSION}`);
    expect(text).toContain('November 20, 2026');
    expect(text).toContain('30 days');
    expect(text).toMatch(/photo\*\* is decoded in memory, read, and dropped/);
    expect(text).toMatch(/webcam\*\* is read on your own device: seven numbers come to me, and no picture/);
    expect(text).toContain('/privacy');
  });

  it('says that it has changed to somebody who agreed to an older one, and to nobody else', () => {
    const before = { answer: 'yes', version: 1, at: '2026-09-08T07:06:05.000Z' } as const;
    const text = (notice: Parameters<typeof consentCard>[1]) =>
      sent(consentCard('request', notice, t)).embeds[0]?.description ?? '';
    expect(text({ ...NOTICE, before })).toMatch(
      /^\*\*This notice has changed\*\* since you agreed to it on September 8, 2026 \(notice 1\)/,
    );
    expect(text({ ...NOTICE, before })).toContain(text(NOTICE));
    expect(text({ ...NOTICE, before: { ...before, answer: 'no' } })).toBe(text(NOTICE));
  });

  it('names the days that the person chose', () => {
    for (const [days, words] of [
      [1, 'for 1 day,'],
      [90, 'for 90 days,'],
    ] as const)
      expect(sent(consentCard('request', { ...NOTICE, days }, t)).embeds[0]?.description).toContain(words);
  });

  it('offers Agree and No, which carry what was asked for', () => {
    expect(sent(consentCard('request', NOTICE, t)).buttons).toMatchObject([
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

  it.each(LANGUAGES)(
    'says everything within Discord’s limits, and fills in all that it knows, in %s',
    (language) => {
      for (const code of ERROR_CODES) sent(errorCard(new MoodringError(code, details), wordsFor(language)));
    },
  );

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
