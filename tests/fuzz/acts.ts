import fc from 'fast-check';

import { INTENTS } from '../../src/domain/arc.ts';
import type { Photo } from './photos.ts';

/** How many people there are in each game. */
export const PEOPLE = 6;

/** How many places each of them can write in: a channel in each of two guilds, and their direct messages. */
export const PLACES = 3;

/** What can happen while the bot answers others, in milliseconds after the start. */
const LONGEST_LAG = 80;

/** Options that suggest something to who types into them. */
const TYPED = ['genre', 'decade', 'artist', 'length'] as const;

/** A mood that is told, and what is asked of the music; or what nobody can make sense of. */
export interface Told {
  readonly emoji?: string;
  readonly feeling?: string;
  readonly intent?: (typeof INTENTS)[number];
  readonly genre?: string;
  readonly decade?: string;
  readonly artist?: string;
  readonly length?: string;
  readonly private?: boolean;
  readonly webcam?: boolean;
}

const told: fc.Arbitrary<Told> = fc.record(
  {
    emoji: fc.constantFrom('😤', '😄', '🫠', '🏳️‍🌈', 'none'),
    feeling: fc.constantFrom('tired but hopeful', 'not **very** happy @everyone', 'I want to die', 'xyzzy'),
    intent: fc.constantFrom(...INTENTS),
    genre: fc.constantFrom('rock', 'R&B', 'rokc'),
    decade: fc.constantFrom('80s', '1990s', 'long ago'),
    artist: fc.constantFrom('queen', 'Nobody At All'),
    length: fc.constantFrom('1', '20 tracks', '30 min', 'for ever'),
    private: fc.boolean(),
    webcam: fc.boolean(),
  },
  { requiredKeys: [] },
);

/**
 * One thing that somebody does. It says which message, button or place by number, counted over what is there when it
 * comes to it (messages from the newest on), so that any act fits any situation and a shorter game still makes sense.
 */
export type Act = { readonly lag: number } & (
  | {
      readonly does: 'mood';
      readonly who: number;
      readonly where: number;
      readonly photo: Photo;
      readonly intent: (typeof INTENTS)[number] | undefined;
      readonly group: boolean;
      readonly private: boolean;
    }
  | {
      readonly does: 'tells';
      readonly who: number;
      readonly where: number;
      /** The options of `/mood` that they fill in. */
      readonly told: Told;
    }
  | {
      readonly does: 'types';
      readonly who: number;
      readonly where: number;
      readonly option: (typeof TYPED)[number];
      readonly text: string;
    }
  | { readonly does: 'command'; readonly who: number; readonly where: number; readonly line: string }
  | { readonly does: 'goes'; readonly who: number; readonly which: number; readonly agrees: boolean }
  | { readonly does: 'sends'; readonly who: number; readonly which: number }
  | {
      readonly does: 'posts';
      readonly who: number;
      readonly where: number;
      readonly photos: readonly Photo[];
    }
  | { readonly does: 'menu'; readonly who: number; readonly own: boolean; readonly which: number }
  | {
      readonly does: 'presses';
      readonly who: number;
      readonly which: number;
      /** Whether they leave alone what would erase everything. */
      readonly careful: boolean;
      readonly control: number;
      readonly option: number;
    }
  | { readonly does: 'deletes'; readonly who: number; readonly which: number }
  | { readonly does: 'moderates'; readonly which: number }
  | { readonly does: 'closes'; readonly where: number }
  | { readonly does: 'disturbs'; readonly how: 'drop' | 'askToReconnect' }
);

/** Something done to everything while nobody waits for an answer. */
export type Pause = { readonly jumps: number } | { readonly voids: true };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** All that people do, as often as it is worth. */
export function acts(photos: readonly Photo[]): fc.Arbitrary<Act> {
  const lag = fc.nat(LONGEST_LAG);
  const who = fc.nat(PEOPLE - 1);
  const where = fc.nat(PLACES - 1);
  const which = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(40) });
  const photo = fc.oneof(...photos.map((one) => ({ weight: one.weight, arbitrary: fc.constant(one) })));
  const act = <T extends Act>(weight: number, shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => ({
    weight,
    arbitrary: fc.record<T>(shape),
  });
  type Doing<Does> = Extract<Act, { readonly does: Does }>;
  return fc.oneof(
    act<Doing<'presses'>>(50, {
      lag,
      does: fc.constant('presses'),
      who,
      which,
      careful: fc.oneof(
        { weight: 3, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
      control: fc.nat(11),
      option: fc.nat(5),
    }),
    act<Doing<'mood'>>(24, {
      lag,
      does: fc.constant('mood'),
      who,
      where,
      photo,
      intent: fc.constantFrom(undefined, ...INTENTS),
      group: fc.boolean(),
      private: fc.boolean(),
    }),
    act<Doing<'tells'>>(12, { lag, does: fc.constant('tells'), who, where, told }),
    act<Doing<'tells'>>(8, {
      lag,
      does: fc.constant('tells'),
      who,
      where,
      told: fc.constantFrom<Told>({}, { webcam: true }, { webcam: true, private: true }),
    }),
    act<Doing<'types'>>(4, {
      lag,
      does: fc.constant('types'),
      who,
      where,
      option: fc.constantFrom(...TYPED),
      text: fc.string({ unit: 'grapheme', maxLength: 30 }),
    }),
    act<Doing<'menu'>>(14, { lag, does: fc.constant('menu'), who, own: fc.boolean(), which }),
    act<Doing<'posts'>>(8, {
      lag,
      does: fc.constant('posts'),
      who,
      where,
      photos: fc.array(photo, { maxLength: 2 }),
    }),
    act<Doing<'command'>>(14, {
      lag,
      does: fc.constant('command'),
      who,
      where,
      line: fc.constantFrom(
        '/privacy',
        '/privacy',
        '/help',
        '/spotify link',
        '/spotify link',
        '/spotify unlink',
      ),
    }),
    act<Doing<'goes'>>(8, {
      lag,
      does: fc.constant('goes'),
      who,
      which: fc.nat(2),
      agrees: fc.oneof(
        { weight: 4, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    }),
    act<Doing<'sends'>>(8, { lag, does: fc.constant('sends'), who, which: fc.nat(2) }),
    act<Doing<'deletes'>>(3, { lag, does: fc.constant('deletes'), who, which }),
    act<Doing<'moderates'>>(1, { lag, does: fc.constant('moderates'), which }),
    act<Doing<'closes'>>(1, { lag, does: fc.constant('closes'), where }),
    act<Doing<'disturbs'>>(1, {
      lag,
      does: fc.constant('disturbs'),
      how: fc.constantFrom('drop', 'askToReconnect'),
    }),
  );
}

/** Up to five at once, half of the time one alone. */
export function together(photos: readonly Photo[]): fc.Arbitrary<readonly Act[]> {
  const one = acts(photos);
  const some = (weight: number, minLength: number, maxLength: number) => ({
    weight,
    arbitrary: fc.array(one, { minLength, maxLength }),
  });
  return fc.oneof(some(5, 1, 1), some(3, 2, 3), some(2, 4, 5));
}

/**
 * How far a person has come with the bot when the game begins: not met, agreed, or given a list already, perhaps with an
 * account at Spotify to save it in.
 */
export type Start = 'new' | 'agreed' | 'listed' | 'linked';

export const starts: fc.Arbitrary<readonly Start[]> = fc.array(
  fc.constantFrom<Start>('new', 'agreed', 'agreed', 'listed', 'linked'),
  { minLength: PEOPLE, maxLength: PEOPLE },
);

/** Twenty minutes are longer than an interaction lives, two days longer than a link to a photo. */
export const pauses: fc.Arbitrary<Pause> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ jumps: fc.constantFrom(20 * MINUTE, 2 * DAY) }) },
  { weight: 1, arbitrary: fc.constant({ voids: true } as const) },
);
