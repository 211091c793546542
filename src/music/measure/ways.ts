import { arcOf, type Intent, type Slot } from '../../domain/arc.ts';
import { centreOf, distanceFrom, type Mood, moodDistance, type MoodPlace } from '../../domain/mood.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { choose } from '../choose.ts';
import { type Label, LABELS } from '../mood-map/weights.ts';
import { randomFrom } from '../random.ts';
import type { Occasion } from './grid.ts';

/** A list for a mood: rows of the catalogue, each at the slot that it is measured against. */
export interface Listed {
  readonly mood: Mood;
  readonly intent: Intent;
  readonly picks: readonly { readonly row: number; readonly slot: Slot }[];
}

/** A way to choose a list. */
export type Way = (occasion: Occasion) => Listed;

/** Ours. */
export function byChoosing(catalogue: Catalogue): Way {
  const rowOf = new Map(rowsOf(catalogue).map((row) => [catalogue.columns.names.id(row), row]));
  return (occasion) => ({
    mood: occasion.mood,
    intent: occasion.intent,
    picks: choose(catalogue, occasion).picks.flatMap(({ track, slot }) => {
      const row = rowOf.get(track.id);
      return row === undefined ? [] : [{ row, slot }];
    }),
  });
}

/**
 * By label, as simple programs do: every track carries one of four labels, and a slot gets any track that carries its
 * own, none twice. Tracks and slots are labelled alike, by the label whose heart is nearest.
 */
export function byLabel(catalogue: Catalogue): Way {
  const carrying = Map.groupBy(rowsOf(catalogue), (row) => labelAt(placeOf(catalogue, row)));
  return ({ mood, intent, length, seed }) => {
    const random = randomFrom(seed);
    const taken = new Set<number>();
    const picks = arcOf(mood, intent, length.tracks).flatMap((slot) => {
      const left = (carrying.get(labelAt(slot)) ?? []).filter((row) => !taken.has(row));
      const row = left[Math.floor(random() * left.length)];
      if (row === undefined) return [];
      taken.add(row);
      return [{ row, slot }];
    });
    return { mood, intent, picks };
  };
}

/** The tracks nearest to the middle of the mood, nearest first, whatever the intent. */
export function byNearness(catalogue: Catalogue): Way {
  const rows = rowsOf(catalogue);
  const nearestTo = (centre: MoodPlace): readonly number[] => {
    const distances = rows.map((row) => moodDistance(placeOf(catalogue, row), centre));
    return rows.toSorted((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0));
  };
  const nearest = new Map<Mood, readonly number[]>();
  return ({ mood, intent, length }) => {
    const list = nearest.get(mood) ?? nearestTo(centreOf(mood));
    nearest.set(mood, list);
    const picks = arcOf(mood, intent, length.tracks).flatMap((slot, at) => {
      const row = list[at];
      return row === undefined ? [] : [{ row, slot }];
    });
    return { mood, intent, picks };
  };
}

function labelAt(place: MoodPlace): Label {
  return LABELS.reduce((best, next) => (distanceFrom(next, place) < distanceFrom(best, place) ? next : best));
}

function placeOf({ columns }: Catalogue, row: number): MoodPlace {
  return { valence: columns.valence[row] ?? 0, arousal: columns.arousal[row] ?? 0 };
}

function rowsOf({ size }: Catalogue): readonly number[] {
  return Array.from({ length: size }, (_, row) => row);
}
