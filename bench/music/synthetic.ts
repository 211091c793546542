import type { Track } from '../../src/domain/playlist.ts';
import { randomFrom } from '../../src/music/random.ts';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SYLLABLES =
  'la so mi re du ka ne to ra vi lo sha ber den mar tin che é ön o’ love night blue fire'.split(' ');

/** As many genres as the largest public table has. */
const GENRES = 114;

const ARTISTS_A_TRACK = 0.15;

/** Zipf's law for the artists' shares, with Mandelbrot's shift: of a million tracks the first has some 1,400. */
const SHIFT = 100;

const FEATURED = 0.2;
const OTHER_VERSION = 0.06;
const EXPLICIT = 0.09;

/**
 * Tracks as a large public table has them: as long in their names, as unequal in their artists, and thickest where the
 * mood map is. The same on every run.
 */
export function* syntheticTracks(count: number): Generator<Track> {
  const random = randomFrom(1);
  const artists = Math.max(1, Math.round(count * ARTISTS_A_TRACK));
  const artist = (): string =>
    nameOf(Math.min(artists - 1, Math.floor(SHIFT * ((artists + SHIFT) / SHIFT) ** random() - SHIFT)));
  let last: Pick<Track, 'title' | 'artists'> | undefined;
  for (let row = 0; row < count; row += 1) {
    const own = { title: words(random, 1 + Math.floor(3 * random())), artists: artistsOf(artist, random) };
    const song = last && random() < OTHER_VERSION ? { ...last, title: `${last.title} (Live)` } : own;
    last = own;
    yield { id: idOf(random), ...song, ...soundOf(random) };
  }
}

function artistsOf(artist: () => string, random: () => number): Track['artists'] {
  return random() < FEATURED ? [artist(), artist()] : [artist()];
}

function soundOf(random: () => number): Omit<Track, 'id' | 'title' | 'artists'> {
  const arousal = axis(random);
  return {
    genre: `genre ${Math.floor(GENRES * random())}`,
    valence: axis(random),
    arousal,
    year: 2024 - Math.floor(70 * random() ** 2),
    popularity: Math.floor(100 * random() ** 2),
    tempo: Math.round(80 + 80 * bell(random)),
    energy: Math.round(50 * (arousal + 1)) / 100,
    key: { tonic: Math.floor(12 * random()), mode: random() < 0.6 ? 'major' : 'minor' },
    seconds: Math.round(120 + 200 * bell(random)),
    explicit: random() < EXPLICIT,
  };
}

/** In [−1, 1], two decimals, thicker in the middle. */
function axis(random: () => number): number {
  return Math.round(200 * bell(random) - 100) / 100 + 0;
}

/** In [0, 1], thickest at a half: the mean of two. */
function bell(random: () => number): number {
  return (random() + random()) / 2;
}

function idOf(random: () => number): string {
  return Array.from({ length: 22 }, () => LETTERS[Math.floor(LETTERS.length * random())]).join('');
}

/** An artist's name is decided by their number. */
function nameOf(artist: number): string {
  return `${words(randomFrom(artist), 2)} ${artist.toString(36)}`;
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 2 + Math.floor(3 * random()) },
      () => SYLLABLES[Math.floor(SYLLABLES.length * random())],
    ).join(''),
  ).join(' ');
}
