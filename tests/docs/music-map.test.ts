import { expect, it } from 'vitest';
import { type Drawn, musicMapSvg } from '../../docs/music-map.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { moodAt } from '../../src/domain/mood.ts';
import type { Track } from '../../src/domain/playlist.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';
import { choose } from '../../src/music/choose.ts';

const HAPPY = { valence: 0.62, arousal: 0.42 };

/** All of them at one place, right where the word for it stands. */
const tracks = Array.from({ length: 6 }, (_, at): Track => ({
  id: `${at}`,
  title: `Song ${at}`,
  artists: [`Artist ${at}`],
  genre: 'pop',
  ...HAPPY,
}));
const playlist = choose(catalogueOf(tracks), {
  mood: moodAt(HAPPY),
  intent: 'match',
  length: { tracks: 6 },
  seed: 1,
});
const list: Drawn = { title: 'six & more', colour: '#ffffff', playlist };
const svg = musicMapSvg(tracks, [list], wordsFor('en'));

const picks = [...svg.matchAll(/<circle cx="(\d+)" cy="(\d+)" r="13"/g)].map(([, x, y]) => [
  Number(x),
  Number(y),
]);

it('numbers every pick, and none hides another', () => {
  expect(picks).toHaveLength(6);
  for (let turn = 1; turn <= 6; turn += 1) expect(svg).toContain(`>${turn}</text>`);
  for (const [at, [x = 0, y = 0]] of picks.entries())
    for (const [otherX = 0, otherY = 0] of picks.slice(at + 1))
      expect(Math.hypot(otherX - x, otherY - y)).toBeGreaterThan(20);
});

it('moves the word for a mood out of the way of picks', () => {
  const [, x, y] = /<text x="(\d+)" y="(\d+)"[^>]*>happy</.exec(svg) ?? [];
  for (const [pickX = 0, pickY = 0] of picks)
    expect(Math.abs(pickX - Number(x)) > 40 || Math.abs(pickY - (Number(y) - 10)) > 28).toBe(true);
});

it('draws every track, and writes what a list is called', () => {
  expect(svg.match(/r="2"/g)).toHaveLength(6);
  expect(svg).toContain('six &amp; more');
});
