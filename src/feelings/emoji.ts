import placedByHand from '../../data/feelings/emojis-by-hand.json' with { type: 'json' };
import derived from '../../data/feelings/emojis.json' with { type: 'json' };
import emoticonGroups from '../../data/feelings/emoticons.json' with { type: 'json' };
import type { MoodPlace } from '../domain/mood.ts';
import { emojiKey } from './emoji-key.ts';
import type { Sureness } from './lexicon.ts';
import { emojisIn } from './tokens.ts';

/** Where an emoji lies: placed by hand, or derived from what it shows. */
export interface EmojiFeeling {
  readonly place: MoodPlace;
  readonly sureness: Sureness;
}

const FEELINGS: ReadonlyMap<string, EmojiFeeling> = new Map([
  ...derived.flatMap((group) => eachOf(group, group.emojis, 'rated')),
  ...placedByHand.flatMap((group) => eachOf(group, group.emojis, 'named')),
]);

const EMOTICONS: ReadonlyMap<string, EmojiFeeling> = new Map(
  emoticonGroups.flatMap(({ emoticons, valence, arousal }) =>
    emoticons.map((emoticon) => [emoticon, { place: { valence, arousal }, sureness: 'named' }] as const),
  ),
);

/** A flag stands for pride in a place or a holiday there more often than for sorrow over it. */
const FLAG: EmojiFeeling = { place: { valence: 0.35, arousal: 0.3 }, sureness: 'rated' };

/** Signs, digits, and emojis that came after our data: they say little of how somebody feels. */
const UNKNOWN: EmojiFeeling = { place: { valence: 0.05, arousal: 0 }, sureness: 'rated' };

/** Where an emoji or an emoticon lies. A joined sequence we do not know feels like what it begins with. */
export function feelingOfEmoji(emoji: string): EmojiFeeling {
  const emoticon = EMOTICONS.get(emoji);
  if (emoticon) return emoticon;
  const parts = emojiKey(emoji).split('\u200D');
  for (let length = parts.length; length > 0; length -= 1) {
    const known = FEELINGS.get(parts.slice(0, length).join('\u200D'));
    if (known) return known;
  }
  return /^\p{RI}|^\u{1F3F4}\u{E0067}/u.test(emoji) ? FLAG : UNKNOWN;
}

function eachOf(
  place: MoodPlace,
  emojis: string,
  sureness: Sureness,
): readonly (readonly [string, EmojiFeeling])[] {
  const { valence, arousal } = place;
  return emojisIn(emojis).map(({ emoji }) => [emojiKey(emoji), { place: { valence, arousal }, sureness }]);
}
