import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { drawCover } from '../../src/cards/cover.ts';
import { errorCard } from '../../src/cards/error-card.ts';
import { listCard } from '../../src/cards/list-card.ts';
import { linkCard, playlistText, queuedCard, spotifyAnswerCard } from '../../src/cards/spotify-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { moodAt, MOOD_NAMES, MOOD_PLACES } from '../../src/domain/mood.ts';
import { MoodringError } from '../../src/errors.ts';
import { COVER_BYTES } from '../../src/spotify/account.ts';
import { sent } from './discord-limits.ts';
import { ATTACHED, ID, listOfLength, PLACES, playlists } from './lists.ts';

const t = wordsFor('en');
const MARK = 'moodring-0123456789abcdef';

describe('a playlist’s name and description', () => {
  it('fit what Spotify takes, for any list, and the mark stands at the end', () => {
    fc.assert(
      fc.property(playlists, (playlist) => {
        const { name, description } = playlistText(playlist, new Date('2026-11-20T12:00:00Z'), MARK, t);
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(100);
        expect(description.length).toBeLessThanOrEqual(300);
        expect(description).toContain('November 20, 2026');
        expect(description.endsWith(` · ${MARK}`)).toBe(true);
        expect(name + description).not.toMatch(/[\n\r]/);
      }),
    );
  });
});

describe('a cover', () => {
  it.each(MOOD_NAMES)('is a square JPEG that Spotify takes: %s', async (name) => {
    const playlist = { ...listOfLength(100), mood: moodAt(MOOD_PLACES[name]) };
    const jpeg = await drawCover(playlist, t);
    expect(jpeg.length).toBeLessThan(COVER_BYTES);
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 960, height: 960 });
  });

  it('is not the same for another list', async () => {
    const [one, other] = await Promise.all([listOfLength(3), listOfLength(12)].map((it) => drawCover(it, t)));
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(false);
  });
});

describe('a list’s buttons at Spotify', () => {
  const shown = (spotify: (typeof PLACES)[number]) =>
    sent(listCard({ id: ID, playlist: listOfLength(12), link: ATTACHED, spotify }, 1, t));
  const labels = (spotify: (typeof PLACES)[number]) => shown(spotify).buttons.map(({ label }) => label);

  it('are none where nobody can link an account', () => {
    expect(labels(undefined)).not.toContain('Save to Spotify');
  });

  it('save it, from the page that is shown, or add it to the one before', () => {
    expect(labels({})).toEqual(expect.arrayContaining(['Save to Spotify', 'Queue on my Spotify']));
    expect(labels({})).not.toContain('Add to it');
    expect(shown({ addTo: 'earlier' }).buttons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'Save to Spotify', custom_id: `spotify-save:1:${ID}` }),
        expect.objectContaining({ label: 'Add to it', custom_id: `spotify-add:1:${ID}:earlier` }),
      ]),
    );
  });

  it('open it once it is saved, and the card says where that is', () => {
    for (const place of PLACES) {
      if (!place || !('saved' in place)) continue;
      const { buttons, embeds } = shown(place);
      expect(buttons).toEqual(
        expect.arrayContaining([expect.objectContaining({ label: 'Open in Spotify', url: place.saved.url })]),
      );
      expect(buttons.map(({ label }) => label)).not.toContain('Save to Spotify');
      expect(embeds.at(-1)?.description).toContain(`](${place.saved.url})`);
    }
    const said = PLACES.map((place) => shown(place).embeds.at(-1)?.description);
    expect(said.filter((text) => text?.includes('own Spotify account'))).toHaveLength(1);
    expect(said.filter((text) => text?.includes('in your Spotify account'))).toHaveLength(1);
    expect(said.filter((text) => text?.includes('Added to'))).toHaveLength(1);
    expect(said.filter((text) => text?.includes('2 tracks are not to be had at Spotify'))).toHaveLength(1);
  });

  it('choose by the artists one likes, and the card owns up to how many are theirs', () => {
    const said = (mine?: number) => {
      const list = { id: ID, playlist: listOfLength(12), link: ATTACHED, spotify: {} };
      return sent(listCard({ ...list, mine }, 0, t)).embeds.at(-1)?.description;
    };
    expect(shown({}).buttons).toContainEqual(
      expect.objectContaining({ label: 'More of my artists', custom_id: `spotify-mine:${ID}` }),
    );
    expect(said()).not.toContain('listen to most');
    expect(said(0)).toContain('None of the artists you listen to most');
    expect(said(1)).toContain('1 track is by an artist you listen to most');
    expect(said(5)).toContain('5 tracks are by artists you listen to most');
  });
});

describe('what linking says', () => {
  it.each(['save', 'queue', 'top'] as const)('is what is asked for, with the way there: %s', (purpose) => {
    const { embeds, buttons } = sent(linkCard('https://mood.example/spotify/link?state=a.b', purpose, 10, t));
    expect(embeds[0]?.description).toContain(t(`spotify.asked.${purpose}`));
    expect(embeds[0]?.description).toContain('10 minutes');
    expect(buttons).toMatchObject([{ label: 'Go to Spotify', style: 5 }]);
  });

  it('has no buttons any more afterwards', () => {
    for (const state of ['linked', 'unlinked', 'notLinked'] as const)
      expect(sent(spotifyAnswerCard(state, t)).buttons).toEqual([]);
  });

  it.each(['spotify-not-linked', 'spotify-unlinked', 'spotify-scope-missing'] as const)(
    'is offered with the error that it sets right: %s',
    (code) => {
      const { buttons } = sent(errorCard(new MoodringError(code, { purpose: 'queue' }), t));
      expect(buttons).toMatchObject([{ label: 'Link Spotify', custom_id: 'spotify-link:queue' }]);
      expect(sent(errorCard(new MoodringError(code), t)).buttons).toMatchObject([
        { custom_id: 'spotify-link:save' },
      ]);
    },
  );

  it('tells how many of a list were queued', () => {
    const said = (queued: number, leftOut: number, total: number) =>
      sent(queuedCard({ queued, leftOut, total }, t)).embeds[0]?.description;
    expect(said(1, 0, 1)).toMatch(/^1 track is[^\n]*$/);
    expect(said(12, 0, 12)).toMatch(/^12 tracks are[^\n]*$/);
    expect(said(3, 0, 12)).toMatch(/^3 of 12 tracks are/);
    expect(said(11, 1, 12)).toMatch(/^11 tracks are.*\n1 track is not to be had at Spotify/);
  });
});
