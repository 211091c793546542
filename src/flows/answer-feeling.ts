import type { Intent } from '../domain/arc.ts';
import type { FeltMood } from '../domain/feeling.ts';
import { type AnsweredList, answerMood, type MusicWish } from './answer-mood.ts';
import type { Parts } from './parts.ts';

export interface FeelingRequest extends MusicWish {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly felt: FeltMood;
}

/**
 * A playlist for a mood that somebody told. No face is read for it, so it takes no agreement; of what they told only the
 * mood is kept, with the list.
 * @throws MoodringError `nothing-fits`
 */
export function answerFeeling(
  parts: Parts,
  { listener, felt, ...wish }: FeelingRequest,
): Promise<AnsweredList> {
  const request = { ...wish, listener, mood: felt.mood, told: true, intent: intentFor(felt, wish.intent) };
  return parts.listeners.inTurn(listener, () => answerMood(parts, request));
}

/** Who speaks of death or of hurting themselves is not left where they are, nor thrown a party: they are led to calm. */
export function intentFor({ concern }: Pick<FeltMood, 'concern'>, intent: Intent = 'match'): Intent {
  return concern && (intent === 'match' || intent === 'party') ? 'calm' : intent;
}
