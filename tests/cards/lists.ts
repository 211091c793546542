import fc from 'fast-check';

import { arcOf, INTENTS } from '../../src/domain/arc.ts';
import { moodAt, moodDistance } from '../../src/domain/mood.ts';
import type { ListAtSpotify, PickTerms, Playlist, PlaylistLink, Track } from '../../src/domain/playlist.ts';
import { type Filters, POPULARITIES } from '../../src/domain/wish.ts';
import type { ShownList } from '../../src/cards/list-card.ts';
import { moods, places } from '../domain/moods.ts';

/** What Discord, a terminal or a browser could take for something else than text. */
export const AWKWARD = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '[a](https://example.com)',
  'https://example.com/a_b_c',
  '<@123>',
  '<#1>',
  '<t:1:R>',
  '<:a_b:1>',
  '@everyone',
  '@here',
  '\n',
  '\r\n',
  '\t',
  '# ',
  '> ',
  '- ',
  '</script><img onerror=alert(1)>',
  '"',
  "'",
  '&amp;',
  '👩‍👩‍👧',
  '𝕏',
  '愛',
  'word',
  ' ',
] as const;

/** Any text that a catalogue may bring as a title or a name. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    fc
      .array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 120, size: 'max' })
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400, size: 'max' }),
  )
  .filter((text) => text.trim() !== '');

const tracks: fc.Arbitrary<Track> = fc
  .record({
    place: places,
    id: fc.stringMatching(/^[0-7][0-9A-Za-z]{21}$/),
    title: texts,
    first: texts,
    others: fc.array(texts, { maxLength: 8 }),
    known: fc.record(
      { year: fc.integer({ min: 1900, max: 2030 }), seconds: fc.integer({ min: 1, max: 60_000 }) },
      { requiredKeys: [] },
    ),
  })
  .map(({ place, first, others, known, ...rest }) => ({
    ...place,
    ...rest,
    ...known,
    artists: [first, ...others],
    genre: 'pop',
  }));

const filters: fc.Arbitrary<Filters> = fc.record(
  {
    genre: texts,
    decade: fc.integer({ min: 190, max: 203 }).map((tens) => 10 * tens),
    artist: texts,
    popularity: fc.constantFrom(...POPULARITIES),
  },
  { requiredKeys: [] },
);

/** The terms of a pick that is in its list for its place alone. */
export function termsAt(distance: number): PickTerms {
  return {
    distance,
    widenedBy: 0,
    gaveWay: [],
    liked: {},
    score: { nearness: 0, taste: 0, popularity: 0, flow: 0, variety: 0 },
  };
}

/** Any playlist: the tracks lie anywhere, whatever their slots ask for. */
export const playlists: fc.Arbitrary<Playlist> = fc
  .record({
    mood: moods,
    intent: fc.constantFrom(...INTENTS),
    // A hundred random tracks take long to make; a few over and over are as awkward.
    some: fc.array(tracks, { minLength: 1, maxLength: 7 }),
    count: fc.integer({ min: 1, max: 100 }),
    widenedBy: fc.constantFrom(0, 0.2),
    filters,
    length: fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((tracks) => ({ tracks })),
      fc.integer({ min: 1, max: 300 }).map((minutes) => ({ minutes })),
    ),
    gaveWay: fc.subarray(['decade', 'genre', 'heard'] as const),
  })
  .map(({ mood, intent, some, count, widenedBy, filters, length, gaveWay }) => ({
    mood,
    intent,
    length,
    filters,
    seed: 1,
    picks: arcOf(mood, intent, count).flatMap((slot, index) => {
      const track = some[index % some.length];
      const terms = { ...termsAt(track ? moodDistance(track, slot) : 0), widenedBy };
      const wishes = gaveWay.filter((wish) => wish === 'heard' || filters[wish] !== undefined);
      return track ? [{ track, slot, terms: { ...terms, gaveWay: wishes } }] : [];
    }),
  }));

/** An id as the store gives it, and both kinds of link. */
export const ID = 'AbCdEfGhIjKlMnOp';
export const ATTACHED = { kind: 'attached', name: 'playlist.txt' } as const satisfies PlaylistLink;
export const PAGE = {
  kind: 'page',
  url: `https://moodring.example/list/${ID}`,
} as const satisfies PlaylistLink;

/** A list's places at Spotify: nowhere, not yet, and each that there is. */
export const PLACES = [
  undefined,
  {},
  { addTo: 'PoNmLkJiHgFeDcBa' },
  ...[
    { whose: 'listener', added: false, leftOut: 0 } as const,
    { whose: 'listener', added: true, leftOut: 2 } as const,
    { whose: 'operator', added: false, leftOut: 0 } as const,
  ].map((how) => ({ saved: { url: 'https://open.spotify.com/playlist/37i9dQZF1DX4WYpdgoIcn6', ...how } })),
] satisfies readonly (ListAtSpotify | undefined)[];

export const shownLists: fc.Arbitrary<ShownList> = fc.record({
  id: fc.constant(ID),
  playlist: playlists,
  link: fc.constantFrom(ATTACHED, PAGE),
  spotify: fc.constantFrom(...PLACES),
});

/** A list of tracks with these titles, each by the artists named; they lie where their slots are. */
export function listOf(
  titles: readonly string[],
  { artists = ['Artist'], intent = 'match' }: Partial<Pick<Playlist, 'intent'> & Pick<Track, 'artists'>> = {},
): Playlist {
  const mood = moodAt({ valence: -0.7, arousal: -0.4 });
  return {
    mood,
    intent,
    length: { tracks: titles.length },
    filters: {},
    seed: 1,
    picks: arcOf(mood, intent, titles.length).map((slot, index) => ({
      slot,
      track: {
        valence: slot.valence,
        arousal: slot.arousal,
        id: `6track${index}`.padEnd(22, '0'),
        title: titles[index] ?? '',
        artists,
        year: 2000,
        genre: 'pop',
        popularity: 50,
      },
      terms: termsAt(0),
    })),
  };
}

/** That many tracks, titled by their number. */
export function listOfLength(count: number): Playlist {
  return listOf(Array.from({ length: count }, (_, index) => `Song ${index + 1}`));
}
