import { isTimeZone, type QuietHours } from '../domain/guild.ts';
import { MoodringError } from '../errors.ts';

/** What somebody typed into the form for quiet hours. */
export interface TypedHours {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

/**
 * Reads quiet hours as people write them: `22:00`, `7:30`, `22.00`, `2200`. Without any times there are none; without a
 * zone they are meant in UTC.
 * @throws MoodringError `hours-unknown`, `zone-unknown`
 */
export function readQuietHours(typed: TypedHours): QuietHours | undefined {
  const plain = (text: string) => text.normalize('NFKC').trim();
  if (plain(typed.from) === '' && plain(typed.to) === '') return undefined;
  const [from, to] = [minutesIn(plain(typed.from)), minutesIn(plain(typed.to))];
  if (from === undefined || to === undefined || from === to) throw new MoodringError('hours-unknown');
  const zone = plain(typed.zone).replaceAll(' ', '_') || 'UTC';
  if (!isTimeZone(zone)) throw new MoodringError('zone-unknown');
  // As the zone is written by those who keep the list: "europe/berlin" is Europe/Berlin.
  return { from, to, zone: new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone };
}

/** A time of day in minutes since midnight. */
function minutesIn(time: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(time) ?? [];
  const [hour, minute] = [Number(hours ?? NaN), Number(minutes)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}
