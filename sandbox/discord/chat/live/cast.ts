import type { Guild } from '../../members/guild.ts';
import type { LocalFile } from '../../members/files.ts';
import type { Member } from '../../members/member.ts';
import type { TourStep } from './protocol.ts';

/** Somebody that one can be on the page. */
export interface CastRole {
  readonly member: Member;
  /** A few words on who they are, such as `manages the server`. */
  readonly about?: string;
}

/** A file that is at hand for those who have none. */
export interface Sample {
  readonly file: LocalFile;
  readonly about: string;
}

/** Who and what the page shows. */
export interface Cast {
  /** Whom one can be; the first at first. */
  readonly people: readonly CastRole[];
  /** The guilds that are shown. */
  readonly guilds: readonly Guild[];
  readonly samples: readonly Sample[];
  readonly tour: readonly TourStep[];
}
