import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clipped, inMarkdown, oneLine } from '../../src/cards/discord-text.ts';
import { shownByDiscord } from './discord-markdown.ts';
import { texts } from './lists.ts';

describe('inMarkdown', () => {
  it('shows any text as it is, and leaves nothing that Discord would take for markup, a mention or a link', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shownByDiscord(inMarkdown(text))).toEqual({ text, markup: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['Wo-oh! (Live) #1', 'A. B. & C.', "It's 12:51", 'café – naïve', '100 %'])(
    'does not touch %s',
    (title) => expect(inMarkdown(title)).toBe(title),
  );
});

describe('clipped', () => {
  it('keeps to the limit, says that something is missing, and cuts no sign in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const short = clipped(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
          if (text.length <= limit) expect(short).toBe(text);
          else expect(short).toMatch(/…$/);
          expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });

  it('drops a pair of surrogates that would be cut', () => {
    expect(clipped('ab😀cd', 4)).toBe('ab…');
  });
});

describe('oneLine', () => {
  it('makes one line of many', () => {
    expect(oneLine(' a\n\nb\r\n\tc\u0000d\u2028e ')).toBe('a b c d e');
  });
});
