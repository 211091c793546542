const DAY_MS = 86_400_000;

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** A moment in the reader's own time and language, in one of Discord's styles, or as above a message. */
export function timeText(moment: Date, style: string, now = Date.now()): string {
  if (style === 'R') return relative(moment.getTime() - now);
  if (style !== 'message') return moment.toLocaleString([], FORMATS[style] ?? FORMATS['f']);
  const time = moment.toLocaleTimeString([], { timeStyle: 'short' });
  const isToday = new Date(now).toDateString() === moment.toDateString();
  return isToday ? time : `${moment.toLocaleDateString([], { dateStyle: 'short' })} ${time}`;
}

/** A day, for the line between two days. */
export const dayText = (moment: number): string =>
  new Date(moment).toLocaleDateString([], { dateStyle: 'long' });

function relative(distance: number): string {
  const [unit, ms] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat([], { numeric: 'auto' }).format(Math.round(distance / ms), unit);
}
