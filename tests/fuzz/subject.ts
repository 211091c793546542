import { type Discord, type Guild, type Member, PERMISSION } from '../../sandbox/discord/index.ts';
import type { JumpingClock } from './jumping-clock.ts';
import type { SpotifySubject } from './linking.ts';
import type { WebcamSubject } from './webcam.ts';

/** The bot that is played with, and what can be seen of it. */
export interface Subject {
  /** Runs on {@link clock}. */
  readonly discord: Discord;
  /** The guild beside Discord's own. */
  readonly elsewhere: Guild;
  /** Somebody who may take messages of others away, in both guilds. */
  readonly moderator: Member;
  readonly clock: JumpingClock;
  /** Every line the bot has logged so far. */
  readonly log: readonly string[];
  /** Rejects when the bot ends of itself. */
  readonly ended: Promise<never>;
  /** What was read in each photo so far, by the photo and who was asked for. */
  readonly readings: Map<string, string>;
  readonly spotify: SpotifySubject;
  readonly webcam: WebcamSubject;
  /** Whether a list can be opened at the address that a card gives for it. */
  opens(url: string): Promise<boolean>;
}

/** What belongs to a Discord besides the bot. */
export function surroundings(discord: Discord): Pick<Subject, 'discord' | 'elsewhere' | 'moderator'> {
  const permissions = PERMISSION.manageMessages;
  const elsewhere = discord.addGuild('Elsewhere');
  const moderator = discord.addMember('Mo', { permissions });
  elsewhere.admit(moderator, { permissions });
  return { discord, elsewhere, moderator };
}
