import { describe, expect, it } from 'vitest';
import { bestMatch, findAtSpotify, type Wanted } from '../../src/flows/find-at-spotify.ts';
import type { SpotifyTrack } from '../../src/spotify/answers.ts';
import { clientOf, startSpotify } from '../spotify.ts';

const WANTED: Wanted = { title: 'Hey Jude', artists: ['The Beatles'], seconds: 431 };
const HIT: SpotifyTrack = {
  id: 'hit',
  title: 'Hey Jude',
  artists: ['The Beatles'],
  album: '1',
  seconds: 431,
  explicit: false,
  playable: true,
};

const OF_ANY_LENGTH: Wanted = { title: 'Hey Jude', artists: ['The Beatles'] };

const isMatch = (hit: Partial<SpotifyTrack>, wanted = WANTED): boolean =>
  bestMatch(wanted, [{ ...HIT, ...hit }]) !== undefined;

describe('a hit', () => {
  it.each<[string, Partial<SpotifyTrack>, Wanted?]>([
    ['the track itself', {}],
    ['a remaster', { title: 'Hey Jude - Remastered 2015' }],
    ['with somebody featured', { title: 'Hey Jude (feat. Ina)', artists: ['The Beatles', 'Ina'] }],
    ['in another spelling', { title: 'HEY, JUDE!', artists: ['beatles'] }],
    ['of a duet, whoever stands first', { artists: ['Ina', 'The Beatles'] }],
    ['five seconds longer', { seconds: 436 }],
    ['of any duration, where none is known', { seconds: 12 }, OF_ANY_LENGTH],
    [
      'a remix where a remix is wanted',
      { title: 'Hey Jude - Remix' },
      { ...WANTED, title: 'Hey Jude (Remix)' },
    ],
    ['explicit where that is no matter', { explicit: true }],
    ['of an album that is called like it', { title: 'Live', album: 'Live' }, { ...WANTED, title: 'Live' }],
  ])('is taken: %s', (_, hit, wanted) => {
    expect(isMatch(hit, wanted)).toBe(true);
  });

  it.each<[string, Partial<SpotifyTrack>, Wanted?]>([
    ['another song', { title: 'Hey Bulldog' }],
    ['a song that begins alike', { title: 'Hey Jude and other songs' }],
    ['somebody else', { artists: ['The Beat'] }],
    ['karaoke', { title: 'Hey Jude (Karaoke Version)', artists: ['The Beatles'] }],
    ['karaoke by somebody else', { artists: ['Karaoke Hits'] }],
    ['a cover', { title: 'Hey Jude (Beatles Cover)', artists: ['Ina'] }],
    ['live, by its title', { title: 'Hey Jude - Live at the BBC' }],
    ['live, by its album', { album: 'Live at the BBC' }],
    ['unplugged', { album: 'MTV Unplugged' }],
    ['a remix', { title: 'Hey Jude (Remix)' }],
    ['the original where a remix is wanted', {}, { ...WANTED, title: 'Hey Jude (Remix)' }],
    ['six seconds longer', { seconds: 437.1 }],
    ['six seconds shorter', { seconds: 424.9 }],
    ['not to be played here', { playable: false }],
    ['explicit where a clean one is wanted', { explicit: true }, { ...WANTED, explicit: false }],
    ['without artists', { artists: [] }],
  ])('is refused: %s', (_, hit, wanted) => {
    expect(isMatch(hit, wanted)).toBe(false);
  });
});

it('that is nearest in duration wins, otherwise the first', () => {
  const found = [436, 430, 432].map((seconds) => ({ ...HIT, id: String(seconds), seconds }));
  expect(bestMatch(WANTED, found)?.id).toBe('430');
  expect(bestMatch(OF_ANY_LENGTH, found)?.id).toBe('436');
  expect(bestMatch(WANTED, [])).toBeUndefined();
});

describe('looking for a track', () => {
  it('finds it among others', async () => {
    const standIn = await startSpotify();
    standIn.songs.add({ title: 'Hey Jude (Karaoke Version)', artists: ['Sing Along'], seconds: 431 });
    standIn.songs.add({ title: 'Hey Jude - Live', artists: ['The Beatles'], seconds: 431 });
    const song = standIn.songs.add({
      title: 'Hey Jude - Remastered',
      artists: ['The Beatles'],
      seconds: 429,
    });
    expect(await findAtSpotify(clientOf(standIn), WANTED)).toMatchObject({ id: song.id });
  });

  it('asks again in plain words where the fields find nothing right', async () => {
    const standIn = await startSpotify();
    const song = standIn.songs.add({ title: 'Jude', album: 'Say: "Hey"', artists: ['Ina'] });
    const found = await findAtSpotify(clientOf(standIn), { title: 'Jude', artists: ['Ina'] });
    expect(found).toMatchObject({ id: song.id });
    const searches = (): number => standIn.requests.filter((request) => request.includes('search')).length;
    expect(searches()).toBe(1);
    expect(
      await findAtSpotify(clientOf(standIn), { title: 'Hey: "Jude"', artists: ['Ina'] }),
    ).toBeUndefined();
    expect(searches()).toBe(3);
  });
});
