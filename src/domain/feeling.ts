import type { Mood, MoodName, MoodPlace } from './mood.ts';

/** A part of what somebody told that says how they feel, and where it lies in mood space. */
export interface FeltPart extends MoodPlace {
  /** As they wrote it, with what turns or grades it ("not very happy"). It is theirs: escape it before it is shown. */
  readonly text: string;
  /** Where it stands in the text it was read in: UTF-16 code units from its beginning, `to` not included. */
  readonly from: number;
  readonly to: number;
}

/** A mood that somebody told in words or emojis. */
export interface FeltMood {
  readonly mood: Mood;
  /** What was understood, in the order it was told; everything else in it went unread. */
  readonly parts: readonly [FeltPart, ...FeltPart[]];
  /**
   * They speak of death or of hurting themselves. The music then leads up or calms, never darker, and the card says
   * where to find help.
   */
  readonly concern: boolean;
}

/** Each mood as one emoji; what `moodOfEmoji` reads in it is that mood. */
const MOOD_EMOJIS: Readonly<Record<MoodName, string>> = {
  happy: '😄',
  energetic: '⚡',
  cheerful: '😊',
  romantic: '🥰',
  calm: '😌',
  sad: '😢',
  sombre: '🌧️',
  tense: '😤',
};

/** The mood's own emoji, for titles and buttons; it stands beside the mood's name, never in its place. */
export function emojiOf({ name }: Pick<Mood, 'name'>): string {
  return MOOD_EMOJIS[name];
}
