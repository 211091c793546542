import emoticonGroups from '../../data/feelings/emoticons.json' with { type: 'json' };
import { isHeld, normalForms, type Spellings } from './spelling.ts';

/** Where something stands in a text: UTF-16 code units from its beginning, `to` not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Token = Span &
  (
    | { readonly kind: 'word'; readonly word: string; readonly loud: boolean }
    | { readonly kind: 'emoji'; readonly emoji: string }
    /** `ends` a sentence or only a part of one; `shouts` counts its exclamation marks. */
    | { readonly kind: 'break'; readonly ends: boolean; readonly shouts: number }
  );

/**
 * An emoji in any form (UTS 51): flags, keycaps, sequences joined by U+200D, tags, tones, each with or without its
 * variation selectors, and the parts that stand alone. Code points that Unicode keeps for emojis to come match too.
 */
const EMOJI =
  /\p{RI}{1,2}|[#*0-9]\uFE0F?\u20E3|\p{ExtPict}[\uFE0E\uFE0F\p{EMod}]{0,2}[\u{E0020}-\u{E007F}]*(?:\u200D\p{ExtPict}[\uFE0E\uFE0F\p{EMod}]{0,2})*|\p{EMod}/u;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/u;
const BREAK = /[.,;:!?…\n()–—。！？、]+|\s-+\s/u;

/** Longest first, and only where no letter touches them, so that words ending in a colon hold none. */
const EMOTICON = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${emoticonGroups
    .flatMap(({ emoticons }) => emoticons)
    .toSorted((a, b) => b.length - a.length)
    .map((emoticon) => emoticon.replace(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

const TOKEN = new RegExp(
  `(?<emoji>${EMOJI.source}|${EMOTICON.source})|(?<word>${WORD.source})|(?<break>${BREAK.source})`,
  'gu',
);

/** The emojis in a text, in order; emoticons like `:)` are none. */
export function emojisIn(text: string): readonly (Span & { readonly emoji: string })[] {
  return [...text.matchAll(new RegExp(EMOJI, 'gu'))].map(({ 0: emoji, index }) => ({
    emoji,
    from: index,
    to: index + emoji.length,
  }));
}

/** A text as words in normal form, emojis and emoticons, and the breaks between its parts. Takes time linear in its length. */
export function tokensIn(text: string, spellings: Spellings): readonly Token[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: written, index, groups = {} }): readonly Token[] => {
    const span = { from: index, to: index + written.length };
    if (groups['emoji'] !== undefined) return [{ ...span, kind: 'emoji', emoji: written }];
    if (groups['word'] !== undefined)
      return normalForms(written, spellings).map((word) => ({
        ...span,
        kind: 'word',
        word,
        loud: isLoud(written),
      }));
    const shouts = written.match(/[!！]/gu)?.length ?? 0;
    return [{ ...span, kind: 'break', ends: !/^[,:、\s-]+$/u.test(written), shouts }];
  });
}

/** In capitals, or with a letter held. */
function isLoud(written: string): boolean {
  return isHeld(written) || (/^\p{Lu}{3,}$/u.test(written) && written !== written.toLowerCase());
}
