import { StringSelectMenuBuilder, StringSelectMenuOptionBuilder } from 'discord.js';

import { placesOf } from '../domain/face-places.ts';
import type { Box } from '../domain/reading.ts';
import { type Row, row } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import { clipped } from './discord-text.ts';
import { inReadingOrder, placeText, rowsIn } from './face-place.ts';
import type { Words } from './words.ts';

/** Stands for all faces among the choices; each of the others is the number of its face, from 0 by size. */
export const EVERYONE = 'everyone';

/** Discord's most, less one for everyone. */
const MOST_FACES = 24;

/** What Discord takes for an option's label. */
const LABEL_LIMIT = 100;

/** Whose mood counts, under the card for a photo of several people. */
export interface Whose {
  /** What the photo is waiting under, in case it is to be read again. */
  readonly photo: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/**
 * The choices for a photo: everyone, and the largest faces as one reads, by where they are.
 * @param faces where the faces are, largest first
 */
export function whoseOf(faces: readonly Box[], photo: string, t: Words): Whose | undefined {
  if (faces.length < 2) return undefined;
  const places = placesOf(faces);
  const each = places
    .map((place, face) => ({ place, value: String(face) }))
    .slice(0, MOST_FACES)
    .toSorted((a, b) => inReadingOrder(a.place, b.place))
    .map(({ place, value }) => ({
      value,
      label: clipped(t('button.justMe', { place: placeText(place, rowsIn(places), t) }), LABEL_LIMIT),
    }));
  return { photo, choices: [{ value: EVERYONE, label: t('button.everyone') }, ...each] };
}

/** @param list the id of the list on the card */
export function whoseRow({ photo, choices }: Whose, list: string, t: Words): Row {
  const options = choices.map(({ value, label }) =>
    new StringSelectMenuOptionBuilder().setValue(value).setLabel(label),
  );
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId(BUTTONS.listWhose, photo, list))
      .setPlaceholder(t('button.whose'))
      .addOptions(options),
  );
}
