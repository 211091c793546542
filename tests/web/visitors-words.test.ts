import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { wordsOf } from '../../src/web/visitors-words.ts';
import { listOfLength } from '../cards/lists.ts';
import { type Pages, startPages } from './pages.ts';

let pages: Pages;
let list: string;
beforeAll(async () => {
  pages = await startPages();
  list = await pages.keep(listOfLength(12));
});
afterAll(() => pages.close());

async function asked(accept: string | undefined): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(wordsOf(c)('language.code')));
  const response = await app.request(
    '/',
    accept === undefined ? {} : { headers: { 'Accept-Language': accept } },
  );
  return response.text();
}

describe('the words for a visitor', () => {
  it.each([
    ['de', 'de'],
    ['de-AT,en;q=0.5', 'de'],
    ['ko, ja;q=0.8, en;q=0.9', 'en'],
    ['en;q=0.2, fr-CA;q=0.7', 'fr'],
    ['de;q=0, es', 'es'],
    ['zh-TW,zh;q=0.9', 'zh-CN'],
    ['pt-PT', 'pt'],
    ['*', 'en'],
    ['', 'en'],
    ['ko-KR', 'en'],
    [';;q=,,x'.repeat(500), 'en'],
    ['__proto__, constructor', 'en'],
  ])('are in what their browser asks for most: %s', async (accept, language) => {
    expect(await asked(accept)).toBe(language);
  });

  it('are English where it asks for nothing', async () => {
    expect(await asked(undefined)).toBe('en');
  });
});

describe.each(LANGUAGES)('a page in %s', (language) => {
  const t = wordsFor(language);
  const fetched = async (url: string) =>
    (await fetch(url, { headers: { 'Accept-Language': language } })).text();

  it('says which language it is in, and speaks it', async () => {
    const page = await fetched(list);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(t('page.copy'));
    expect(page).toContain(t('page.intro', { count: 12 }));
    expect(page).toContain(t('list.spotify'));
  });

  it('speaks it also where there is nothing', async () => {
    expect(await fetched(`${pages.url}/list/AAAAAAAAAAAAAAAA`)).toContain(t('page.goneTitle'));
    const nowhere = await fetched(`${pages.url}/nowhere`);
    expect(nowhere).toContain(`<html lang="${language}">`);
    expect(nowhere).toContain(t('page.lost'));
  });
});
