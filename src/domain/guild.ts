import type { Intent } from './arc.ts';

/** When a server wants to be left in peace, every day. Where `from` is later than `to`, over midnight. */
export interface QuietHours {
  /** Minutes since midnight, 0 to 1439: the first one that is quiet, and the first one that is not any more. */
  readonly from: number;
  readonly to: number;
  /** The IANA name of the time zone that they are meant in, such as `Europe/Berlin`. */
  readonly zone: string;
}

/** What the managers of a server have set. */
export interface GuildSettings {
  /** The channels whose selfies are to be answered; {@link watchedIn} says in which they are. */
  readonly channels: readonly string[];
  /** What the music does where nobody says; undefined for what it does elsewhere. */
  readonly intent: Intent | undefined;
  /** Whether explicit tracks may be chosen. */
  readonly explicit: boolean;
  /** The language of answers to posts, as a BCP 47 tag; undefined for the one that the server has at Discord. */
  readonly language: string | undefined;
  /** Who may use the bot: people with any of these roles; everyone if there are none. */
  readonly roles: readonly string[];
  readonly quiet: QuietHours | undefined;
  /**
   * When a manager confirmed that the server is neither a workplace nor a school, as an ISO 8601 date and time in UTC:
   * reading emotions is forbidden there (EU AI Act, Art. 5(1)(f)).
   */
  readonly confirmed: string | undefined;
}

/** A server whose managers have set nothing; direct messages have these too. */
export const UNSET: GuildSettings = {
  channels: [],
  intent: undefined,
  explicit: false,
  language: undefined,
  roles: [],
  quiet: undefined,
  confirmed: undefined,
};

/** The channels in which selfies are answered: none before the confirmation. */
export function watchedIn({ channels, confirmed }: GuildSettings): readonly string[] {
  return confirmed === undefined ? [] : channels;
}

/** Whether somebody with these roles may use the bot. */
export function mayUse({ roles }: GuildSettings, theirs: readonly string[]): boolean {
  return roles.length === 0 || roles.some((role) => theirs.includes(role));
}

/** Whether a server wants to be left in peace at that time. Without a minute between from and to, never. */
export function isQuiet({ quiet }: GuildSettings, at: Date): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  const now = minuteOfDay(at, quiet.zone);
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/** Whether a name is a time zone's. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function minuteOfDay(at: Date, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = clock.formatToParts(at);
  const numberOf = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
  return numberOf('hour') * 60 + numberOf('minute');
}
