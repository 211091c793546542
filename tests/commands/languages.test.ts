import { describe, expect, it } from 'vitest';

import type { Message } from '../../sandbox/discord/index.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { MOOD_NAMES } from '../../src/domain/mood.ts';
import { textsIn, textsOf } from '../cards/language-file.ts';
import { emptyRoom, oneSmile } from '../photos.ts';
import { moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();

/** What English texts say between their gaps, in two words at least. */
function englishOf(language: string): readonly string[] {
  const own = textsOf(language);
  return [...textsOf('en')]
    .filter(([key, text]) => own.get(key) !== text)
    .flatMap(([, text]) => text.split(/\{\{.*?\}\}|\n+/))
    .filter((part) => /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(part))
    .map((part) => part.trim().toLowerCase());
}

/** Everything that a message shows, but for the titles and artists of its tracks. */
function shownIn({ json }: Message): readonly string[] {
  const tracks = json.embeds.filter(({ url }) => url?.includes('/track/'));
  const names = tracks.flatMap(({ title, description }) => [title, description?.split('\n')[0]]);
  const selects = json.components
    .flatMap((row) => textsIn(row))
    .filter(([path]) => /options\.\d+\.(label|description)$/.test(path));
  const all = textsIn([json.content, json.embeds, json.components, json.attachments])
    .filter(([path]) => /(title|description|text|label|placeholder|^0|value)$/.test(path))
    .flatMap(([, text]) => text.split('\n'));
  const ofTracks = new Set([...names, ...selects.map(([, text]) => text)]);
  return all.filter((text) => !ofTracks.has(text));
}

describe.each([
  ['de', 'de'],
  ['ja', 'ja'],
  ['es-419', 'es'],
  ['zh-TW', 'zh-CN'],
])('somebody whose Discord is in %s', (locale, language) => {
  const t = wordsFor(locale);
  const english = englishOf(language);
  const expectOwn = (message: Message) => {
    const shown = shownIn(message);
    expect(shown.length).toBeGreaterThan(0);
    for (const part of english)
      expect(
        shown.filter((text) => text.toLowerCase().includes(part)),
        part,
      ).toEqual([]);
  };

  it('gets the notice, the card, its picture’s description and its buttons in that language', async () => {
    const mo = app().discord.addMember(`Mo ${language}`, { locale });
    const notice = await sends(mo, await oneSmile());
    expectOwn(notice);
    expect(notice.json.embeds[0]?.title).toBe(t('consent.title'));

    const card = await (await mo.clicks(notice, t('button.agree'))).nextMessage(PATIENT);
    expectOwn(card);
    expect(card.json.embeds[0]?.title).toBe(t('reading.sure.happy'));
    expect(tracksIn(card).length).toBeGreaterThanOrEqual(5);
    const labels = textsIn(card.json.components).map(([, text]) => text);
    expect(labels).toEqual(expect.arrayContaining([t('button.lift'), t('button.more'), t('button.open')]));
    expect(labels).toEqual(expect.arrayContaining(MOOD_NAMES.map((name) => t(`mood.${name}`))));
    expect(JSON.stringify(card.json.attachments) + JSON.stringify(card.json.embeds)).not.toContain(
      'Bars for',
    );

    const next = await (await mo.clicks(card, t('button.next'))).reply(PATIENT);
    expectOwn(next);
    expect(next.json.embeds.at(-1)?.description).toContain(t('list.page', { from: 7, to: 12, total: 12 }));
  });

  it('gets help, privacy and what went wrong in that language', async () => {
    const ann = app().discord.addMember(`Ann ${language}`, { locale });
    for (const name of ['/help', '/privacy'] as const) expectOwn(await (await ann.uses(name)).reply(PATIENT));
    const notice = await sends(ann, await emptyRoom());
    const answer = await (await ann.clicks(notice, t('button.agree'))).nextMessage(PATIENT);
    expect(saidIn(answer)).toContain(t('error.no-face'));
    expect(saidIn(await (await ann.uses('/mood', { decade: '1820s' })).reply(PATIENT))).toContain(
      t('error.decade-unknown', { decades: '1960' }).split('1960')[0],
    );
  });

  it('tells their mood by an emoji, and in that language how long and from when it is to be', async () => {
    const bo = app().discord.addMember(`Bo ${language}`, { locale });
    const [length] = await bo.types('/mood', { length: '20' }, PATIENT);
    expect(length?.name).toBe(t('length.tracks', { count: 20 }));
    const decade = t('list.decade', { years: 80 });
    const card = await (
      await bo.uses('/mood', { emoji: '😌', length: t('length.tracks', { count: 7 }), decade })
    ).reply(PATIENT);
    expectOwn(card);
    expect(card.json.embeds.at(-1)?.title).toContain(decade);
    expect(card.json.embeds.at(-1)?.description).toContain(t('list.page', { from: 1, to: 6, total: 7 }));
  });
});

it('the bot’s commands were taken by Discord with their words in every language', async () => {
  const eva = app().discord.addMember('Eva');
  await eva.uses('/help');
  expect(app().discord.refusals).toEqual([]);
  expect(LANGUAGES).toHaveLength(7);
});
