import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
} from 'discord.js';

import { decadeText } from '../cards/filters-text.ts';
import { oneLine } from '../cards/discord-text.ts';
import { lengthText } from '../cards/length-text.ts';
import { type Words, wordsFor } from '../cards/words.ts';
import { type Intent, INTENTS } from '../domain/arc.ts';
import { POPULARITIES } from '../domain/wish.ts';
import type { MusicWish } from '../flows/answer-mood.ts';
import { decadesLike, genresLike, readFilters } from '../flows/read-filters.ts';
import { lengthsLike, readLength } from '../flows/read-length.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import type { Suggestion, Typing } from './command.ts';
import { described, labelled } from './described.ts';

/** Names and lengths are short; nothing longer is worth looking up. */
const LONGEST_TYPED = 100;

/** More than Discord shows: one whose name is too long for that falls out. */
const MOST_ARTISTS = 30;

const english = wordsFor('en');

const INTENT_LABELS = {
  match: labelled('command.mood.intentMatch'),
  lift: labelled('command.mood.intentLift'),
  calm: labelled('command.mood.intentCalm'),
  focus: labelled('command.mood.intentFocus'),
  party: labelled('command.mood.intentParty'),
};

const SUGGESTING = ['genre', 'decade', 'artist', 'length'] as const;

/** What can be asked of the music besides its mood. */
export const MUSIC_OPTIONS: readonly APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'intent',
    ...described('command.mood.intent'),
    choices: INTENTS.map((value) => ({ ...INTENT_LABELS[value], value })),
  },
  ...SUGGESTING.map((name) => ({
    type: ApplicationCommandOptionType.String as const,
    name,
    ...described(`command.mood.${name}`),
    autocomplete: true as const,
    max_length: LONGEST_TYPED,
  })),
  {
    type: ApplicationCommandOptionType.String,
    name: 'popularity',
    ...described('command.mood.popularity'),
    choices: POPULARITIES.map((value) => ({ ...labelled(`popularity.${value}`), value })),
  },
];

/**
 * What was asked of the music, whether picked from what was offered or typed.
 * @throws MoodringError `genre-unknown`, `decade-unknown`, `artist-unknown`, `artist-not-there`,
 *   `length-unknown`
 */
export function musicWishIn(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  catalogue: Catalogue,
): MusicWish {
  const typed = (name: (typeof SUGGESTING)[number]) => options.getString(name) ?? undefined;
  const length = typed('length')?.trim();
  return {
    intent: intentIn({ options }),
    filters: readFilters(catalogue, {
      genre: typed('genre'),
      decade: typed('decade'),
      artist: typed('artist'),
      popularity: POPULARITIES.find((known) => known === options.getString('popularity')),
    }),
    ...(length ? { length: readLength(length) } : {}),
  };
}

/** What the music should do, if anything is said. */
export function intentIn({ options }: Pick<ChatInputCommandInteraction, 'options'>): Intent | undefined {
  return INTENTS.find((known) => known === options.getString('intent'));
}

/** What the catalogue has that begins with what is typed, or holds it. */
export function suggestMusic({ context, t, option, text }: Typing): readonly Suggestion[] {
  return suggestionsFrom(context.parts.catalogue, option, oneLine(text).slice(0, LONGEST_TYPED), t);
}

function suggestionsFrom(
  catalogue: Catalogue,
  option: string,
  text: string,
  t: Words,
): readonly Suggestion[] {
  const asTheyAre = (names: readonly string[]) => names.map((name) => ({ name: oneLine(name), value: name }));
  switch (option) {
    case 'genre':
      return asTheyAre(genresLike(catalogue, text));
    case 'artist':
      return asTheyAre(catalogue.artistsLike(text, MOST_ARTISTS));
    case 'decade':
      return decadesLike(catalogue, text).map((decade) => ({
        name: decadeText(decade, t),
        value: `${decade}s`,
      }));
    case 'length':
      return lengthsLike(text).map((length) => ({
        name: lengthText(length, t),
        value: lengthText(length, english),
      }));
    default:
      return [];
  }
}
