import { z } from 'zod';
import { LIMITS } from '../rules/limits.ts';
import { outside } from '../rules/faults.ts';
import { refuseAny } from '../rules/refusal.ts';
import { shaped } from './body.ts';

const id = z.string().regex(/^\d+$/).optional();
const pageShape = z.object({ limit: z.coerce.number().int().default(50), around: id, before: id, after: id });

/** Part of a list in the order of its ids, newest first, as `limit`, `around`, `before` and `after` ask for it. */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  query: Readonly<Record<string, string>>,
): readonly T[] {
  const { limit, around, before, after } = shaped(pageShape, query);
  refuseAny(outside('page-limit', ['limit'], limit, 1, LIMITS.messagesListed));
  const older = (than: string): T[] => all.filter((it) => BigInt(it.id) < BigInt(than));
  const newer = (than: string): T[] => all.filter((it) => BigInt(it.id) > BigInt(than));
  if (around !== undefined) {
    const first = Math.max(0, older(around).length - Math.floor(limit / 2));
    return all.slice(first, first + limit).toReversed();
  }
  if (before !== undefined) return older(before).slice(-limit).toReversed();
  if (after !== undefined) return newer(after).slice(0, limit).toReversed();
  return all.slice(-limit).toReversed();
}
