import type { Slot } from '../../domain/arc.ts';
import type { Score } from '../../domain/playlist.ts';
import type { Popularity } from '../../domain/wish.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Columns, UNKNOWN } from '../catalogue/columns.ts';
import { distanceTo } from './candidates.ts';
import { flow, likeness } from './likeness.ts';
import type { TasteOn } from './taste.ts';

/** Nearness falls off with the slot's spread, but a very unsure mood still gives a list that hangs together. */
const WIDEST_NEARNESS = 0.25;

/** A slot is first searched this many fall-offs around. */
const REACH = 2;

/** Beyond its reach, each step this far from a slot makes a track e times less likely. */
const TAIL = 0.25;

/** Places are held in single precision. */
const ROUNDING = 1e-6;

/** How the odds rise from what nobody in the catalogue knows to what everybody knows; level in between. */
const POPULARITY_SLOPE: Readonly<Record<Popularity, number>> = {
  'well-known': 6,
  mixed: 1.8,
  'deep-cuts': -6,
};

/** How much being like what is in the list already costs. */
const REDUNDANCY = 1.2;

/** Likeness to what was heard longer ago in a list than this many tracks is not noticed. */
const REMEMBERED = 10;

/** How fast nearness falls off around a slot. */
function nearnessOf(slot: Slot): number {
  return Math.min(WIDEST_NEARNESS, slot.spread);
}

/** How far around itself a slot is searched first. */
export function reachOf(slot: Slot): number {
  return REACH * nearnessOf(slot);
}

/** How far beyond the slot's reach a distance is; 0 for what rounding makes of its rim. */
export function widenedBy(distance: number, slot: Slot): number {
  const beyond = distance - reachOf(slot);
  return beyond < ROUNDING ? 0 : beyond;
}

/**
 * The score of a row after the rows that a list has so far. Its variety is that of maximal marginal relevance: what a
 * track is worth is weighed against its likeness to the likest one that is there (Carbonell and Goldstein, SIGIR 1998).
 */
export function scoreOf(
  { columns, fame }: Catalogue,
  taste: TasteOn,
  popularity: Popularity,
  row: number,
  slot: Slot,
  list: readonly number[],
): Score {
  const previous = list.at(-1);
  return {
    nearness: nearness(distanceTo(columns, row, slot), slot),
    taste: taste.worth(row),
    popularity:
      POPULARITY_SLOPE[popularity] * ((fame[columns.popularity[row] ?? UNKNOWN.popularity] ?? 0.5) - 0.5),
    flow: previous === undefined ? 0 : flow(columns, previous, row),
    variety: 0 - REDUNDANCY * likest(columns, row, list),
  };
}

/** The whole score: a logarithm of odds. */
export function total({ nearness, taste, popularity, flow, variety }: Score): number {
  return nearness + taste + popularity + flow + variety;
}

/** A bell as far as the slot reaches, and beyond it a straight fall that prefers the nearer however far both lie. */
function nearness(distance: number, slot: Slot): number {
  const inReach = Math.min(distance, reachOf(slot)) / nearnessOf(slot);
  return 0 - 0.5 * inReach ** 2 - widenedBy(distance, slot) / TAIL;
}

/** The track just before is left to the flow, which wants it alike. */
function likest(columns: Columns, row: number, list: readonly number[]): number {
  return list
    .slice(-REMEMBERED - 1, -1)
    .reduce((most, other) => Math.max(most, likeness(columns, row, other)), 0);
}
