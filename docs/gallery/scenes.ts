import type { Channel, Message, OptionValues } from '../../sandbox/discord/index.ts';
import type { WordsKey } from '../../src/cards/words.ts';
import type { Excerpt } from './shots.ts';
import { type Cast, type Stage, WAIT } from './stage.ts';

/** Where a scene is played: a channel of its own. */
export interface Scenery extends Stage, Cast {
  readonly here: Channel;
}

/** A card, and how the bot comes to send it. */
export interface Scene {
  /** The name of its picture. */
  readonly name: string;
  /** What it is, in a line. */
  readonly about: string;
  /** A new channel if left out. */
  readonly where?: (cast: Cast) => Channel;
  /** Gives what is shown of the channel. */
  readonly play: (on: Scenery) => Promise<Message | readonly Message[]>;
}

/** Plays a scene, and gives what is shown of it. */
export async function played({ where, play }: Scene, stage: Stage, cast: Cast): Promise<Excerpt> {
  const on = sceneryOf(stage, cast, where?.(cast));
  return { channel: on.here, shown: [await play(on)].flat(), locale: cast.speaker.locale };
}

/** Gives a cast a place to play. @param here a new channel if left out */
export function sceneryOf(stage: Stage, cast: Cast, here = cast.guild.addTextChannel('music')): Scenery {
  return { ...stage, ...cast, here };
}

type Acting = Pick<Scenery, 'here' | 'member' | 't'>;

/** Uses a command and waits for the answer. */
export async function asks(
  { here, member }: Acting,
  line: string,
  options: OptionValues = {},
): Promise<Message> {
  return (await member.uses(line, options, { in: here })).reply(WAIT);
}

/** Presses the button with a label, and waits for what the bot makes of it. */
export async function presses(
  { member, t }: Acting,
  on: Message,
  label: WordsKey & `button.${string}`,
): Promise<Message> {
  return (await member.clicks(on, t(label))).reply(WAIT);
}

/** The address behind a message's first link button. */
export function linkOn({ json }: Message): string {
  const [link] = json.components.flatMap((row) => row.components ?? []).flatMap(({ url }) => url ?? []);
  if (link === undefined) throw new Error('no button of that message leads anywhere');
  return link;
}
