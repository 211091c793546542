import { type Length, LONGEST_LIST } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';

/** What is offered to somebody who has not typed a length yet. */
const USUAL: readonly Length[] = [
  { tracks: 12 },
  { tracks: 20 },
  { tracks: 50 },
  { minutes: 30 },
  { minutes: 45 },
  { minutes: 60 },
  { minutes: 120 },
];

/** What people call them in the languages that we speak. */
const TRACK =
  'tracks?|songs?|titles?|titel|lied(?:er)?|canci[oó]n(?:es)?|temas?|pistas?|chansons?|titres?|morceaux?|m[uú]sicas?|faixas?|曲|首';
const HOUR = 'h|hrs?|hours?|std|stunden?|horas?|heures?|時間|小时|小時';
const MINUTE = 'm|mins?|minut(?:e|es|en|o|os)|分|分钟|分鐘';

const TRACKS = new RegExp(`^(\\d+)\\s*(?:${TRACK})?$`);
const TIME = new RegExp(`^(?:(\\d+(?:[.,]\\d+)?)\\s*(?:${HOUR})\\s*)?(?:(\\d+)\\s*(?:${MINUTE})?)?$`);

/** What people say rather than write in figures, one after the other. */
const IN_FIGURES: readonly (readonly [said: RegExp, figures: string])[] = [
  [/^(\d+):([0-5]\d)$/, '$1 h $2'],
  [/^half\s+(?:an?\s+)?hour$/, '30 min'],
  [/^(?:an?|one)\s+/, '1 '],
  [/^two\s+/, '2 '],
  [/^three\s+/, '3 '],
  [/^(\d+)\s*hours?\s+and\s+a\s+half$/, '$1.5 h'],
  [/^(\d+)\s+and\s+a\s+half\s+hours?$/, '$1.5 h'],
  [/\s+and\s+/, ' '],
];

/**
 * A length as people write it: "20", "20 tracks", "45 min", "1 h", "1 h 30", "1:30", "1.5 hours", "half an hour"; what we
 * write ourselves is understood in all our languages.
 * @throws MoodringError `length-unknown` if it is none, or longer than lists are
 */
export function readLength(text: string): Length {
  const length = lengthIn(text);
  if (!length) throw new MoodringError('length-unknown', LONGEST_LIST);
  return length;
}

/** The lengths that a text may be the beginning of. */
export function lengthsLike(text: string): readonly Length[] {
  const typed = text.trim();
  if (typed === '') return USUAL;
  const readings = /^\d+$/.test(typed) ? [typed, `${typed} min`] : [typed];
  return readings.flatMap((reading) => lengthIn(reading) ?? []);
}

function lengthIn(text: string): Length | undefined {
  const typed = IN_FIGURES.reduce(
    (said, [words, figures]) => said.replace(words, figures),
    text.trim().toLowerCase(),
  );
  const [, tracks] = TRACKS.exec(typed) ?? [];
  if (tracks !== undefined) return inBounds(Number(tracks), LONGEST_LIST.tracks, (n) => ({ tracks: n }));
  const [, hours = '0', minutes = '0'] = TIME.exec(typed) ?? [];
  const whole = Math.round(60 * Number(hours.replace(',', '.')) + Number(minutes));
  return inBounds(whole, LONGEST_LIST.minutes, (n) => ({ minutes: n }));
}

function inBounds(n: number, most: number, length: (n: number) => Length): Length | undefined {
  return n >= 1 && n <= most ? length(n) : undefined;
}
