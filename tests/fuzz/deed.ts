import type { Component, Message, Use } from '../../sandbox/discord/index.ts';
import type { Intent } from '../../src/domain/arc.ts';
import type { Act, Told } from './acts.ts';
import type { List, Person, Wish } from './game.ts';
import type { Live } from './webcam.ts';

/** An act in the situation that it meets: who does what to which message, and what is right to come of it. */
export interface Deed {
  /** Nobody for what happens to all. */
  readonly by?: Person;
  readonly words: string;
  readonly lag: number;
  readonly start: () => Promise<Use | undefined>;
  /** What is right to be said, unless something else is done to the same person meanwhile; see `Outcome.says`. */
  readonly right: readonly string[];
  /** The photo that is asked about. */
  readonly wish?: Wish;
  /** The way to the webcam page that is asked for. */
  readonly live?: Live;
  /** What somebody told of their mood in place of a photo. */
  readonly told?: Told;
  /** Whether the list that comes of a button is for a mood that they told, and of no photo. */
  readonly ownMood?: boolean;
  /** The list whose buttons are used. */
  readonly list?: List;
  /** The intent that the answered list has to have. */
  readonly intent?: Intent;
  /** What the button does. */
  readonly button?: string;
  /** Whether it may change what is known of a person. */
  readonly changes?: boolean;
  /** Whether it may change whether somebody's account at Spotify is linked, and what for. */
  readonly links?: boolean;
  /** Whether it takes messages or places away from under the others. */
  readonly disrupts?: boolean;
}

/** One kind of act. */
export type Doing<Does> = Extract<Act, { readonly does: Does }>;

/** Buttons and selects that can be used. */
export function controlsOf({ json }: Message): readonly Component[] {
  return json.components
    .flatMap((row) => row.components ?? [])
    .filter(({ custom_id, disabled }) => custom_id && !disabled);
}

/** A message in the words of a report. */
export function described(message: Message): string {
  const { content, embeds, author } = message.json;
  const said = embeds[0]?.title ?? embeds[0]?.description ?? content;
  return `${author.username}'s “${said.slice(0, 40)}” (${message.id.slice(-6)})`;
}

/** The n-th of all, counted round and round. */
export function nth<T>(all: readonly T[], n: number): T | undefined {
  return all[n % Math.max(1, all.length)];
}
