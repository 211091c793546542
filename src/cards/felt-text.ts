import type { FeltMood } from '../domain/feeling.ts';
import { clipped, inMarkdown, oneLine } from './discord-text.ts';
import { joined } from './joined.ts';
import type { Words } from './words.ts';

/** Longer ones would push the music out of sight. */
const PART_LIMIT = 40;

/** Marks that turn the direction of what follows could make a sentence of ours read otherwise. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What was understood of what somebody told, part by part as they wrote it, for where markdown is rendered.
 * @param most how many parts there is room for; the others are counted
 */
export function partsText({ parts }: Pick<FeltMood, 'parts'>, most: number, t: Words): string {
  const shown = parts
    .slice(0, most)
    .map(({ text }) => inMarkdown(clipped(oneLine(text.replaceAll(TURNS, '')), PART_LIMIT)));
  const more = parts.length - shown.length;
  const texts = shown.map((text) => t('feeling.part', { text }));
  return joined([...texts, ...(more > 0 ? [t('feeling.more', { count: more })] : [])], 'list', t);
}
