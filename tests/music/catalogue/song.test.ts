import { describe, expect, it } from 'vitest';
import { songsOf } from '../../../src/music/catalogue/song.ts';
import { row } from './rows.ts';

describe('songsOf', () => {
  it('takes a song once: its best known release, in the year of its first', () => {
    const songs = songsOf([
      row({
        track_id: 'new',
        track_name: 'Creep - 2011 Remaster',
        track_popularity: 80,
        track_album_release_date: '2011',
      }),
      row({
        track_id: 'old',
        track_name: 'Creep',
        track_popularity: 40,
        track_album_release_date: '1992-09-21',
      }),
      row({
        track_id: 'new',
        track_name: 'Creep - 2011 Remaster',
        track_popularity: 80,
        track_album_release_date: '2011',
      }),
    ]);
    expect(songs).toHaveLength(1);
    expect(songs[0]).toMatchObject({ id: 'new', title: 'Creep', year: 1992, popularity: 80 });
  });

  it('keeps an original rather than a better known remix', () => {
    const songs = songsOf([
      row({ track_id: 'remix', track_name: 'Calma - Remix', track_popularity: 90 }),
      row({ track_id: 'original', track_name: 'Calma', track_popularity: 40 }),
    ]);
    expect(songs.map(({ id }) => id)).toEqual(['original']);
  });

  it('names the featured artists after the main one, each once', () => {
    const [song] = songsOf([
      row({ track_name: 'Sunflower (feat. Drake & ARTIST)' }),
      row({ track_id: 'other', track_artist: 'Drake', track_name: 'Elsewhere' }),
    ]);
    expect(song?.artists).toEqual(['Artist', 'Drake']);
  });

  it('takes a hardly known song under somebody else’s title for a cover', () => {
    const original = row({ track_id: 'o', track_name: "Ain't No Sunshine", track_popularity: 77 });
    const cover = row({
      track_id: 'c',
      track_name: "Ain't No Sunshine",
      track_artist: 'Hotel Bar',
      track_popularity: 30,
    });
    expect(songsOf([cover, original]).map(({ id }) => id)).toEqual(['o']);
    expect(songsOf([{ ...cover, track_popularity: 60 }, original])).toHaveLength(2);
  });

  it('lets short titles be shared', () => {
    const one = row({ track_id: 'a', track_name: 'Hello', track_popularity: 90 });
    const other = row({ track_id: 'b', track_name: 'Hello', track_artist: 'Another', track_popularity: 20 });
    expect(songsOf([one, other])).toHaveLength(2);
  });

  it('gives a song the genre that its artist is listed under most', () => {
    const rows = ['rap', 'rap', 'latin'].map((genre, index) =>
      row({ track_id: `t${index}`, track_name: `Song ${index}`, playlist_genre: genre }),
    );
    expect(songsOf(rows).map(({ genre }) => genre)).toEqual(['rap', 'rap', 'rap']);
  });

  it.each([
    ['shorter than a minute', { duration_ms: 59_000 }],
    ['longer than ten minutes', { duration_ms: 601_000 }],
    ['without a tempo', { tempo: 0 }],
    ['spoken', { speechiness: 0.7 }],
    ['sung before an audience', { liveness: 0.95 }],
    ['that nobody knows', { track_popularity: 3 }],
    ['for Christmas', { track_name: 'Santa Baby' }],
    ['of rain', { track_artist: 'Rain Sounds FX', track_name: 'Summer Rain' }],
    ['for sleeping', { track_artist: 'The Sleep Specialist' }],
    ['played by a tribute band', { track_album_name: 'The Bluegrass Tribute to Metallica' }],
    ['from a list of covers', { playlist_name: 'Bluegrass Covers' }],
    ['from a live album', { track_album_name: 'Nothing Happens (Live at the Dome)' }],
    ['remixed by others', { track_name: 'Memories - Dillon Francis Remix' }],
    ['with a slur for a title', { track_name: 'Niggas In Paris' }],
    ['about ending one’s life', { track_name: 'Let Me Die' }],
    ['without a title', { track_name: '' }],
  ])('leaves out a track %s', (_, values) => {
    expect(songsOf([row(values)])).toEqual([]);
    expect(songsOf([row()])).toHaveLength(1);
  });
});
