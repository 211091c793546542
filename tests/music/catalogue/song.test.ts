import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/music/catalogue/table/listing.ts';
import { songsIn, songsOf } from '../../../src/music/catalogue/song.ts';
import { row } from './rows.ts';

const UNFIT: readonly (readonly [string, Partial<Listing>])[] = [
  ['shorter than a minute', { seconds: 59 }],
  ['longer than ten minutes', { seconds: 601 }],
  ['without a tempo', { tempo: 0 }],
  ['spoken', { speechiness: 0.7 }],
  ['sung before an audience', { liveness: 0.95 }],
  ['that nobody knows', { popularity: 3 }],
  ['for Christmas', { title: 'Santa Baby' }],
  ['of rain', { artists: ['Rain Sounds FX'], title: 'Summer Rain' }],
  ['for sleeping', { artists: ['The Sleep Specialist'] }],
  ['played by a tribute band', { album: 'The Bluegrass Tribute to Metallica' }],
  ['from a list of covers', { list: 'Bluegrass Covers' }],
  ['from a live album', { album: 'Nothing Happens (Live at the Dome)' }],
  ['remixed by others', { title: 'Memories - Dillon Francis Remix' }],
  ['with a slur for a title', { title: 'Niggas In Paris' }],
  ['about ending one’s life', { title: 'Let Me Die' }],
  ['named after the number to call', { title: '1-800-273-8255' }],
  ['about one’s own death', { title: 'smiling when i die' }],
  ['about being ready for it', { title: 'Good Day To Die' }],
  ['of suicide under another name', { title: 'Last Resort' }],
  ['without a title', { title: '' }],
];

const FIT = [
  'To Die For',
  'Die Young',
  'Kill Em With Kindness',
  'Stayin’ Alive',
  'Bigroom Never Dies',
  'Sad!',
];

describe('songsOf', () => {
  it.each(FIT)('keeps “%s”, which is about no such thing', (title) => {
    expect(songsOf([row({ title })])).toHaveLength(1);
  });

  it('takes a song once: its best known release, in the year of its first', () => {
    const songs = songsOf([
      row({
        id: 'new',
        title: 'Creep - 2011 Remaster',
        popularity: 80,
        year: 2011,
      }),
      row({
        id: 'old',
        title: 'Creep',
        popularity: 40,
        year: 1992,
      }),
      row({
        id: 'new',
        title: 'Creep - 2011 Remaster',
        popularity: 80,
        year: 2011,
      }),
    ]);
    expect(songs).toHaveLength(1);
    expect(songs[0]).toMatchObject({ id: 'new', title: 'Creep', year: 1992, popularity: 80 });
  });

  it('keeps an original rather than a better known remix', () => {
    const songs = songsOf([
      row({ id: 'remix', title: 'Calma - Remix', popularity: 90 }),
      row({ id: 'original', title: 'Calma', popularity: 40 }),
    ]);
    expect(songs.map(({ id }) => id)).toEqual(['original']);
  });

  it('names the featured artists after the main one, each once', () => {
    const [song] = songsOf([
      row({ title: 'Sunflower (feat. Drake & ARTIST)' }),
      row({ id: 'other', artists: ['Drake'], title: 'Elsewhere' }),
    ]);
    expect(song?.artists).toEqual(['Artist', 'Drake']);
  });

  it('takes a hardly known song under somebody else’s title for a cover', () => {
    const original = row({ id: 'o', title: "Ain't No Sunshine", popularity: 77 });
    const cover = row({
      id: 'c',
      title: "Ain't No Sunshine",
      artists: ['Hotel Bar'],
      popularity: 30,
    });
    expect(songsOf([cover, original]).map(({ id }) => id)).toEqual(['o']);
    expect(songsOf([{ ...cover, popularity: 60 }, original])).toHaveLength(2);
  });

  it('lets short titles be shared', () => {
    const one = row({ id: 'a', title: 'Hello', popularity: 90 });
    const other = row({ id: 'b', title: 'Hello', artists: ['Another'], popularity: 20 });
    expect(songsOf([one, other])).toHaveLength(2);
  });

  it('gives a song the genre that its artist is listed under most', () => {
    const rows = ['rap', 'rap', 'latin'].map((genre, index) =>
      row({ id: `t${index}`, title: `Song ${index}`, genre: genre }),
    );
    expect(songsOf(rows).map(({ genre }) => genre)).toEqual(['rap', 'rap', 'rap']);
  });

  it.each(UNFIT)('leaves out a track %s', (_, values) => {
    expect(songsOf([row(values)])).toEqual([]);
    expect(songsOf([row()])).toHaveLength(1);
  });

  it('holds nothing against a track that the table does not know', () => {
    const { id, title, artists, ...rest } = row();
    const bare = { ...rest, id, title, artists, popularity: undefined, seconds: undefined, genre: undefined };
    const [song] = songsOf([
      { ...bare, year: undefined, mode: undefined, scene: undefined, album: undefined },
    ]);
    expect(song).toMatchObject({
      id,
      popularity: undefined,
      year: undefined,
      mode: 0.5,
      scenes: [],
      key: undefined,
    });
  });

  it('names all artists that a table lists, and those that the title features', () => {
    const [song] = songsOf([row({ title: 'One (feat. Cher)', artists: ['A', 'The B', 'a', 'b'] })]);
    expect(song?.artists).toEqual(['A', 'The B', 'Cher']);
  });

  it('strips what cannot be seen from titles and names', () => {
    const [song] = songsOf([row({ title: 'A\u0007\u202eB\nC', artists: ['X\u0000Y', '\u2066Z\u2069'] })]);
    expect(song?.title).toBe('A B C');
    expect(song?.artists).toEqual(['X Y', 'Z']);
  });

  it('tells why each of the others is no song', () => {
    const told: unknown[] = [];
    const songs = [
      ...songsIn(
        [
          row({ id: 'a', popularity: 90, title: "Ain't No Sunshine" }),
          row({ id: 'b', popularity: 60, title: "Ain't No Sunshine - 2011 Remaster" }),
          row({ id: 'a', popularity: 90, title: "Ain't No Sunshine" }),
          row({ id: 'c', popularity: 80, title: 'Silent Night' }),
          row({ id: 'd', popularity: 20, title: "Ain't No Sunshine", artists: ['Hotel Bar'] }),
          row({ id: 'c', popularity: 80, title: 'Silent Night' }),
        ],
        (reason, listing) => told.push([listing, reason]),
      ),
    ];
    expect(songs.map(({ id }) => id)).toEqual(['a']);
    expect(told.toSorted()).toEqual([
      [1, 'another release of the same song'],
      [2, 'the same track again'],
      [3, 'for a holiday'],
      [4, 'a cover that few people know'],
      [5, 'for a holiday'],
    ]);
  });
});
