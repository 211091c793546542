import { decadeOf } from '../../domain/wish.ts';
import { type Columns, UNKNOWN } from '../catalogue/columns.ts';

/** Neighbours flow: each of these differences costs half a natural logarithm, twice as much four times that. */
const EASY_JUMP = 0.3;
const EASY_ENERGY = 0.3;
const EASY_YEARS = 20;

/** In octaves of tempo: 0.15 is from 120 to 133 beats a minute. */
const EASY_TEMPO = 0.15;

/** Steps on the circle of fifths that pass unnoticed. */
const EASY_FIFTHS = 2;

/** No single difference counts for more, or one odd value would rule out a track that fits in all else. */
const WORST = 1.5;

const OTHER_GENRE = 0.8;

/** How much each thing that two tracks share makes them alike; they sum to 1. */
const SHARED = { genre: 0.45, decade: 0.25, tempo: 0.15, energy: 0.15 } as const;

/**
 * How smoothly one row follows another, as the logarithm of odds, 0 or less: by place in mood space, energy, tempo
 * (double and half time count as the same), key (steps on the circle of fifths, a minor key standing with its relative
 * major), year and genre. What the catalogue does not know costs nothing.
 */
export function flow(columns: Columns, from: number, to: number): number {
  const jump = Math.hypot(
    at(columns.valence, from) - at(columns.valence, to),
    at(columns.arousal, from) - at(columns.arousal, to),
  );
  return (
    0 -
    (cost(jump, EASY_JUMP) +
      (known(columns.energy, from, to, UNKNOWN.energy)
        ? cost(at(columns.energy, from) - at(columns.energy, to), EASY_ENERGY)
        : 0) +
      (known(columns.tempo, from, to, UNKNOWN.tempo)
        ? cost(octaves(at(columns.tempo, from), at(columns.tempo, to)), EASY_TEMPO)
        : 0) +
      (known(columns.key, from, to, UNKNOWN.key)
        ? cost(Math.max(0, fifths(at(columns.key, from), at(columns.key, to)) - 1), EASY_FIFTHS)
        : 0) +
      (known(columns.year, from, to, UNKNOWN.year)
        ? cost(at(columns.year, from) - at(columns.year, to), EASY_YEARS)
        : 0) +
      (columns.genre[from] === columns.genre[to] ? 0 : OTHER_GENRE))
  );
}

/** How much two rows sound alike whatever their mood, in [0, 1]: by their main artist, or else genre, decade, tempo and energy. */
export function likeness(columns: Columns, a: number, b: number): number {
  if (mainArtist(columns, a) === mainArtist(columns, b)) return 1;
  const sameDecade =
    known(columns.year, a, b, UNKNOWN.year) &&
    decadeOf(at(columns.year, a)) === decadeOf(at(columns.year, b));
  return (
    (columns.genre[a] === columns.genre[b] ? SHARED.genre : 0) +
    (sameDecade ? SHARED.decade : 0) +
    (known(columns.tempo, a, b, UNKNOWN.tempo)
      ? SHARED.tempo * bell(octaves(at(columns.tempo, a), at(columns.tempo, b)), EASY_TEMPO)
      : 0) +
    (known(columns.energy, a, b, UNKNOWN.energy)
      ? SHARED.energy * bell(at(columns.energy, a) - at(columns.energy, b), EASY_ENERGY)
      : 0)
  );
}

/** Between two tempos in octaves, at most half a one: what beats twice as fast can be heard at half the tempo. */
export function octaves(a: number, b: number): number {
  const apart = Math.abs(Math.log2(a / b)) % 1;
  return Math.min(apart, 1 - apart);
}

/** Steps between two keys on the circle of fifths, 0 to 6. */
export function fifths(a: number, b: number): number {
  const steps = Math.abs(onCircle(a) - onCircle(b));
  return Math.min(steps, 12 - steps);
}

/** Seven semitones are a step; the relative major of a minor key lies three semitones above it. */
function onCircle(key: number): number {
  const major = key < 12 ? key : key - 12 + 3;
  return (major * 7) % 12;
}

function mainArtist({ artists, artistStarts }: Columns, row: number): number | undefined {
  return artists[artistStarts[row] ?? 0];
}

function cost(difference: number, easy: number): number {
  return Math.min(WORST, 0.5 * (difference / easy) ** 2);
}

function bell(difference: number, width: number): number {
  return Math.exp(-0.5 * (difference / width) ** 2);
}

function known(column: ArrayLike<number>, a: number, b: number, unknown: number): boolean {
  return column[a] !== unknown && column[b] !== unknown;
}

function at(column: ArrayLike<number>, row: number): number {
  return column[row] ?? 0;
}
