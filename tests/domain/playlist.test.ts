import { expect, it } from 'vitest';

import { isSpotifyId, spotifyUri, spotifyUrl, type Track } from '../../src/domain/playlist.ts';

const TRACK: Track = {
  id: '62bOmKYxYg7dhrC6gH9vFn',
  title: 'What/Ever?',
  artists: ['Ina & Co', 'Somebody'],
  genre: 'pop',
  valence: 0,
  arousal: 0,
};

it('leads to a track at Spotify by its id', () => {
  expect(spotifyUrl(TRACK)).toBe('https://open.spotify.com/track/62bOmKYxYg7dhrC6gH9vFn');
  expect(spotifyUri(TRACK)).toBe('spotify:track:62bOmKYxYg7dhrC6gH9vFn');
});

it('leads to a search for it where the id is nobody’s, in an address that a button takes', () => {
  const elsewhere = { ...TRACK, id: 'jamendo-1' };
  expect(spotifyUrl(elsewhere)).toBe('https://open.spotify.com/search/Ina%20%26%20Co%20What%2FEver%3F');
  for (const sign of ['語', '🎵', '\ud800']) {
    const url = spotifyUrl({ ...elsewhere, title: sign.repeat(300) });
    expect(url.length).toBeLessThanOrEqual(512);
    expect(URL.canParse(url)).toBe(true);
  }
});

it.each([
  ['0000000000000000000000', true],
  ['7zzzzzzzzzzzzzzzzzzzzz', true],
  // More than 128 bits.
  ['8000000000000000000000', false],
  ['62bOmKYxYg7dhrC6gH9vF', false],
  ['62bOmKYxYg7dhrC6gH9vF-', false],
  ['', false],
])('knows whether %j could be an id of Spotify’s', (id, could) => {
  expect(isSpotifyId(id)).toBe(could);
});
