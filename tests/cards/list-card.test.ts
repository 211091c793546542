import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { listCard, listText, listTitle, trackCard, TRACKS_A_PAGE } from '../../src/cards/list-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { INTENTS } from '../../src/domain/arc.ts';
import type { PickTerms, Playlist, PlaylistLink } from '../../src/domain/playlist.ts';
import { sent } from './discord-limits.ts';
import { shownByDiscord } from './discord-markdown.ts';
import { ATTACHED, ID, listOf, listOfLength, PAGE, playlists, shownLists, texts } from './lists.ts';

const t = wordsFor('en');
const PRIMARY = 1;
const LINK = 5;

function cardOf(playlist: Playlist, page = 0, link: PlaylistLink = ATTACHED) {
  return sent(listCard({ id: ID, playlist, link }, page, t));
}

function labels({ buttons }: ReturnType<typeof sent>): readonly string[] {
  return buttons.map(({ label }) => label);
}

const oneLined = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

describe('listCard', () => {
  it('fits Discord for any playlist and any page', () => {
    fc.assert(
      fc.property(shownLists, fc.integer({ min: -2, max: 30 }), (list, page) => {
        const { embeds, options } = sent(listCard(list, page, t));
        expect(embeds.length).toBe(options.length + 1);
      }),
    );
  });

  it('shows titles and names as they are, whatever Discord would make of their signs', () => {
    fc.assert(
      fc.property(texts, texts, (title, artist) => {
        const { embeds, options } = cardOf(listOf([title], { artists: [artist] }));
        const head = shownByDiscord(embeds[0]?.title ?? '');
        const [, name = ''] = /^\*\*(.*)\*\* · 2000\n/su.exec(embeds[0]?.description ?? '') ?? [];
        const by = shownByDiscord(name);
        expect([...head.markup, ...by.markup]).toEqual([]);
        // A text that is cut ends in "…"; all that is left of it stands as it was.
        expect(`1. ${oneLined(title)}`).toContain(head.text.replace(/…$/, ''));
        expect(oneLined(artist)).toContain(by.text.replace(/…$/, ''));
        expect(`1. ${oneLined(title)}`).toContain(options[0]?.label.replace(/…$/, ''));
        expect(oneLined(artist)).toContain(options[0]?.description?.replace(/…$/, ''));
      }),
    );
  });

  it('shows a title of ordinary length in full, and the select shows it without backslashes', () => {
    const title = `*NSYNC_feat. [you] ${'a'.repeat(60)}`;
    const { embeds, options } = cardOf(listOf([title], { artists: ['*NSYNC', 'B_B'] }));
    expect(embeds[0]?.title).toBe(String.raw`1. \*NSYNC\_feat. \[you] ${'a'.repeat(60)}`);
    expect(embeds[0]?.description).toContain(String.raw`**\*NSYNC, B\_B** · 2000`);
    expect(options[0]).toMatchObject({ label: `1. ${title}`, description: '*NSYNC, B_B', value: '0' });
  });

  it('links each track to its own page at Spotify', () => {
    const { embeds } = cardOf(listOfLength(8), 1);
    expect(embeds.slice(0, -1).map(({ url }) => url)).toEqual([
      'https://open.spotify.com/track/6track6000000000000000',
      'https://open.spotify.com/track/6track7000000000000000',
    ]);
  });

  it('shows every track once over its pages, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
        const pages = Array.from({ length: Math.ceil(count / TRACKS_A_PAGE) }, (_, page) => page);
        const seen = pages.flatMap((page) => cardOf(listOfLength(count), page).options);
        expect(seen.map(({ value }) => value)).toEqual(
          Array.from({ length: count }, (_, index) => `${index}`),
        );
        expect(seen.map(({ label }) => label)).toEqual(
          Array.from({ length: count }, (_, index) => `${index + 1}. Song ${index + 1}`),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has no Previous on the first page and no Next on the last', () => {
    const list = listOfLength(3 * TRACKS_A_PAGE);
    expect(labels(cardOf(list, 0))).toEqual(['Match me', 'Lift me', 'More like this', 'Next']);
    expect(labels(cardOf(list, 1))).toEqual(['Match me', 'Lift me', 'More like this', 'Previous', 'Next']);
    expect(labels(cardOf(list, 2))).toEqual(['Match me', 'Lift me', 'More like this', 'Previous']);
    expect(labels(cardOf(listOfLength(TRACKS_A_PAGE)))).toEqual(['Match me', 'Lift me', 'More like this']);
  });

  it('turns to the neighbouring pages of the same list', () => {
    const { buttons } = cardOf(listOfLength(3 * TRACKS_A_PAGE), 1);
    expect(buttons.map(({ custom_id }) => custom_id)).toEqual([
      `list-intent:match:${ID}`,
      `list-intent:lift:${ID}`,
      `list-more:${ID}`,
      `list-page:0:${ID}`,
      `list-page:2:${ID}`,
    ]);
  });

  it('shows the last page for one beyond the end, and the first for one before the start', () => {
    const list = listOfLength(2 * TRACKS_A_PAGE + 1);
    expect(cardOf(list, 99)).toEqual(cardOf(list, 2));
    expect(cardOf(list, 99).options.map(({ label }) => label)).toEqual(['13. Song 13']);
    expect(cardOf(list, -1)).toEqual(cardOf(list, 0));
  });

  it.each(INTENTS)('marks the button of the intent that the list follows: %s', (intent) => {
    const { buttons } = cardOf(listOf(['a', 'b'], { intent }));
    const marked = buttons.filter(({ style }) => style === PRIMARY).map(({ custom_id }) => custom_id);
    expect(marked).toEqual(intent === 'match' || intent === 'lift' ? [`list-intent:${intent}:${ID}`] : []);
  });

  it('attaches the whole list where there is no page, and links the page where there is one', () => {
    const list = listOfLength(9);
    const attached = cardOf(list, 1);
    expect(attached.files).toEqual([
      { name: 'playlist.txt', description: undefined, content: listText(list, t) },
    ]);
    expect(attached.embeds.at(-1)).not.toHaveProperty('url');
    expect(attached.embeds.at(-1)?.description).toContain('attached');

    const paged = cardOf(list, 1, PAGE);
    expect(paged.files).toEqual([]);
    expect(paged.embeds.at(-1)).toMatchObject({ url: PAGE.url });
    expect(paged.embeds.at(-1)?.description).toContain(`[Open all 9 tracks on one page](${PAGE.url})`);
  });

  it('says which tracks of how many are shown, and whose titles they are', () => {
    const last = cardOf(listOfLength(9), 1).embeds.at(-1);
    expect(last?.description).toContain('Tracks 7–9 of 9');
    expect(last?.footer?.text).toBe('Titles, artists and links by Spotify');
  });

  it('owns up to tracks that lie too far away, and only then', () => {
    const list = listOfLength(3);
    const widened = {
      ...list,
      picks: list.picks.map((pick, index) =>
        index < 2 ? { ...pick, terms: { ...pick.terms, widenedBy: 0.2 } } : pick,
      ),
    };
    expect(cardOf(widened).embeds.at(-1)?.description).toContain('2 tracks lie further away');
    expect(cardOf(list).embeds.at(-1)?.description).not.toContain('further away');
  });
});

describe('listCard, for a list with wishes', () => {
  const [pick] = listOfLength(1).picks;
  if (!pick) throw new Error('a list of one track has none');
  const listWith = (
    terms: readonly Partial<PickTerms>[],
    about: Partial<Pick<Playlist, 'filters' | 'length'>> = {},
  ): Playlist => ({
    ...listOfLength(1),
    length: { tracks: terms.length },
    ...about,
    picks: terms.map((some) => ({ ...pick, terms: { ...pick.terms, ...some } })),
  });
  const whole = (playlist: Playlist) => cardOf(playlist).embeds.at(-1);

  it.each([
    [{ genre: 'rock', decade: 1980, popularity: 'well-known' }, '80s rock, well known'],
    [{ decade: 2010 }, '2010s'],
    [{ genre: 'r&b', popularity: 'mixed' }, 'r&b'],
    [{ artist: 'Nick Drake', popularity: 'deep-cuts' }, 'like Nick Drake, deep cuts'],
  ] as const)('names them in its title: %j', (filters, words) => {
    expect(whole(listWith([{}], { filters }))?.title).toBe(`Music to match: sad · ${words}`);
  });

  it('has none to name where there are none, and shows an odd name as it is', () => {
    expect(whole(listWith([{}]))?.title).toBe('Music to match: sad');
    expect(whole(listWith([{}], { filters: { artist: '*NSYNC\n@here' } }))?.title).toBe(
      String.raw`Music to match: sad · like \*NSYNC \@here`,
    );
  });

  it('counts what had to give way for each wish, and what lies too far off', () => {
    const filters = { genre: 'rock', decade: 1980 };
    const text = whole(
      listWith(
        [{ gaveWay: ['decade', 'heard'] }, { gaveWay: ['decade'], widenedBy: 0.2 }, { gaveWay: ['genre'] }],
        {
          filters,
        },
      ),
    )?.description;
    expect(text).toContain('2 tracks are not from the 80s');
    expect(text).toContain('1 track is not rock');
    expect(text).toContain('1 track is one you had from me lately');
    expect(text).toContain('1 track lies further away');
    expect(whole(listWith([{}], { filters }))?.description).not.toMatch(/not rock|not from|lately|further/);
  });

  it('owns up where nothing by the artist is in it', () => {
    const filters = { artist: 'Queen' };
    expect(whole(listWith([{}], { filters }))?.description).toContain('Nothing by Queen');
    expect(whole(listWith([{}, { liked: { artist: 'Queen' } }], { filters }))?.description).not.toContain(
      'Nothing by',
    );
  });

  it('says when it is shorter than asked for, in tracks or in minutes', () => {
    const shorter = 'shorter than you asked for';
    expect(whole(listWith([{}, {}], { length: { tracks: 3 } }))?.description).toContain(shorter);
    expect(whole(listWith([{}, {}], { length: { tracks: 2 } }))?.description).not.toContain(shorter);
    const lasting = (seconds: number, minutes: number) => {
      const list = listWith([{}, {}], { length: { minutes } });
      return { ...list, picks: list.picks.map((each) => ({ ...each, track: { ...each.track, seconds } })) };
    };
    expect(whole(lasting(180, 20))?.description).toContain(shorter);
    expect(whole(lasting(180, 8))?.description).not.toContain(shorter);
    // Nobody knows how long it is.
    expect(whole(listWith([{}], { length: { minutes: 60 } }))?.description).not.toContain(shorter);
  });

  it('says how long it plays only where that is known, and a year only where that is', () => {
    const list = listOfLength(2);
    const known = {
      ...list,
      picks: list.picks.map((each) => ({ ...each, track: { ...each.track, seconds: 200 } })),
    };
    expect(whole(known)?.description).toContain('Tracks 1–2 of 2 · 7 min');
    expect(whole(list)?.description).not.toContain('min');
    const { year, ...unknown } = pick.track;
    const [track] = cardOf({ ...list, picks: [{ ...pick, track: unknown }] }).embeds;
    expect(year).toBe(2000);
    expect(track?.description).toMatch(/^\*\*Artist\*\*\n/);
  });

  it('leads to calm or up, and not back, where it is gentle', () => {
    const card = sent(listCard({ id: ID, playlist: listOfLength(2), link: ATTACHED, gentle: true }, 0, t));
    expect(labels(card)).toEqual(['Calm me', 'Lift me', 'More like this']);
    expect(card.buttons[0]?.custom_id).toBe(`list-intent:calm:${ID}`);
  });
});

describe('trackCard', () => {
  it('shows one track with a button that opens it, and fits Discord for any', () => {
    fc.assert(
      fc.property(playlists, (playlist) => {
        const card = trackCard(playlist, playlist.picks.length - 1, t);
        expect(card && sent(card).buttons).toEqual([
          expect.objectContaining({
            style: LINK,
            url: `https://open.spotify.com/track/${playlist.picks.at(-1)?.track.id}`,
          }),
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([-1, 3, NaN, 0.5])('has nothing to show for a track that is not there: %d', (index) => {
    expect(trackCard(listOfLength(3), index, t)).toBeUndefined();
  });
});

describe('listText', () => {
  it('has a line and a link for each track, in order, and is never broken by a title', () => {
    fc.assert(
      fc.property(playlists, (playlist) => {
        const lines = listText(playlist, t).split('\n');
        expect(lines.length).toBe(5 + 2 * playlist.picks.length);
        expect(lines[0]).toBe(listTitle(playlist, t));
        for (const [index, { track }] of playlist.picks.entries()) {
          const artists = oneLined(track.artists.join(', '));
          expect(lines[2 + 2 * index]).toBe(`${index + 1}. ${artists} – ${oneLined(track.title)}`);
          expect(lines[3 + 2 * index]).toBe(`   https://open.spotify.com/track/${track.id}`);
        }
      }),
      { numRuns: 50 },
    );
  });
});
