import { moodAt, type MoodPlace } from '../domain/mood.ts';
import { feelingOfEmoji } from './emoji.ts';
import type { Sureness } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import type { Span } from './tokens.ts';

/** A feeling as it stands in its sentence, before what is said of it is reckoned in. */
interface Feeling extends Span {
  readonly place: MoodPlace;
  readonly sureness: Sureness;
  readonly denied: boolean;
  readonly from: number;
  to: number;
  degree: number;
  weight: number;
}

/** A feeling as it is meant: turned by a negation, graded by degree words. */
export interface Told extends Span {
  readonly place: MoodPlace;
  readonly weight: number;
  readonly spread: number;
}

/**
 * "Not happy" lies on the other side of happy, nearer to the middle: valence turns by what VADER found for posts rated by
 * people (−0.74; Hutto and Gilbert 2014), arousal by less, for who is not tense need not be drowsy.
 */
const TURN: MoodPlace = { valence: -0.74, arousal: -0.5 };

/** What follows "but" is what somebody wants to say (VADER: one and a half against a half). */
const BEFORE_BUT = 1 / 3;

/** Plain words that may stand between a feeling and what is said of it: "so very much in love", "not in a good mood". */
const REACH_OF_DEGREE = 2;
const REACH_OF_NEGATOR = 4;

const LOUD = 1.2;
const SHOUT = 0.05;
const MOST_SHOUTS = 3;
const LEAST_DEGREE = 0.3;
const MOST_DEGREE = 1.6;

/** The feeling somebody names counts before the things they name with it. */
const SURENESS: Readonly<Record<Sureness, { readonly weight: number; readonly spread: number }>> = {
  named: { weight: 1, spread: 0.15 },
  thing: { weight: 0.4, spread: 0.25 },
  rated: { weight: 0.35, spread: 0.35 },
};
/** What somebody does not feel leaves open what they do. */
const DENIED = { weight: 0.5, spread: 0.1 };

/** The feelings in a text's phrases, each with what its sentence makes of it. */
export function toldIn(phrases: readonly Phrase[]): readonly Told[] {
  const sentences = new Sentences();
  for (const phrase of phrases) sentences.hear(phrase);
  return sentences.feelings.map(toldOf);
}

/** Hears a text phrase by phrase, and keeps in mind what was said of the feeling to come. */
class Sentences {
  readonly feelings: Feeling[] = [];
  #ofThisSentence: Feeling[] = [];
  #denial: { from: number; words: number } | undefined;
  #degree: { from: number; words: number; factor: number } | undefined;
  #justDenied = false;

  hear(phrase: Phrase): void {
    const justDenied = this.#justDenied;
    this.#justDenied = false;
    switch (phrase.kind) {
      case 'feeling':
        this.#add(phrase, phrase.place, phrase.sureness, phrase.loud ? LOUD : 1);
        break;
      case 'emoji': {
        // An emoji shows the feeling itself: "not happy 😢".
        this.#forget();
        const { place, sureness } = feelingOfEmoji(phrase.emoji);
        this.#add(phrase, place, sureness, 1);
        break;
      }
      case 'negator':
        this.#deny(phrase);
        break;
      case 'degree':
        this.#grade(phrase);
        break;
      case 'joiner':
        // "Not happy or excited" denies both.
        if (justDenied) this.#denial = { from: phrase.from, words: 0 };
        break;
      case 'stop':
        // "Nothing works and I'm scared" denies no fear.
        this.#denial = undefined;
        break;
      case 'turn':
        for (const feeling of this.feelings) feeling.weight *= BEFORE_BUT;
        this.#forget();
        break;
      case 'break':
        for (const feeling of this.#ofThisSentence)
          feeling.degree *= 1 + SHOUT * Math.min(MOST_SHOUTS, phrase.shouts);
        if (phrase.ends) this.#ofThisSentence = [];
        this.#forget();
        break;
      case 'ignored':
      case 'other':
        this.#passOver();
        break;
    }
  }

  #add({ from, to }: Span, place: MoodPlace, sureness: Sureness, loudness: number): void {
    const denied = this.#denial !== undefined;
    const feeling = {
      from: Math.min(from, this.#denial?.from ?? from, this.#degree?.from ?? from),
      to,
      place,
      sureness,
      denied,
      degree: loudness * (this.#degree?.factor ?? 1),
      weight: SURENESS[sureness].weight * (denied ? DENIED.weight : 1),
    };
    this.feelings.push(feeling);
    this.#ofThisSentence.push(feeling);
    this.#forget();
    this.#justDenied = denied;
  }

  /** Two negations cancel: "never not tired". */
  #deny({ from }: Span): void {
    this.#denial = this.#denial ? undefined : { from, words: 0 };
  }

  /** "Sad as hell" grades what was said, "very sad" what comes; "not very happy" is less unhappy than "not happy". */
  #grade({ from, to, before, after, loud }: Extract<Phrase, { kind: 'degree' }>): void {
    const last = this.#ofThisSentence.at(-1);
    if (after !== undefined && last) {
      last.degree *= last.denied ? 1 / after : after;
      last.to = to;
    } else if (before !== undefined) {
      const stretched = loud ? before * (before > 1 ? LOUD : 1 / LOUD) : before;
      const factor = (this.#degree?.factor ?? 1) * (this.#denial ? 1 / stretched : stretched);
      this.#degree = { from: this.#degree?.from ?? from, words: 0, factor };
    }
  }

  #passOver(): void {
    if (this.#denial && (this.#denial.words += 1) > REACH_OF_NEGATOR) this.#denial = undefined;
    if (this.#degree && (this.#degree.words += 1) > REACH_OF_DEGREE) this.#degree = undefined;
  }

  #forget(): void {
    this.#denial = undefined;
    this.#degree = undefined;
  }
}

function toldOf({ from, to, place, sureness, denied, degree, weight }: Feeling): Told {
  const strength = Math.min(MOST_DEGREE, Math.max(LEAST_DEGREE, degree));
  const turn = denied ? TURN : { valence: 1, arousal: 1 };
  // Within the square, however strong.
  const { valence, arousal } = moodAt({
    valence: place.valence * strength * turn.valence,
    arousal: place.arousal * strength * turn.arousal,
  }).points[0];
  return {
    from,
    to,
    weight,
    place: { valence, arousal },
    spread: SURENESS[sureness].spread + (denied ? DENIED.spread : 0),
  };
}
