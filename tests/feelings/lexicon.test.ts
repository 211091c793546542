import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../../data/feelings/words.en.json' with { type: 'json' };
import { lexiconFor } from '../../src/feelings/languages.ts';
import { lexiconOf } from '../../src/feelings/lexicon.ts';
import { isOneSlipAway } from '../../src/feelings/spelling.ts';

const { roles } = lexiconFor('en');

/** Where a word lies on the circle, in degrees from pleasant towards intense. */
function angleOf(word: string): number {
  const role = roles.get(word);
  if (role?.kind !== 'feeling') throw new Error(`${word} is no feeling.`);
  return (Math.atan2(role.place.arousal, role.place.valence) * 180) / Math.PI;
}

describe('the English lexicon', () => {
  it.each([
    ['pleased', 0],
    ['excited', 45],
    ['aroused', 90],
    ['distressed', 135],
    ['miserable', 180],
    ['depressed', 225],
    ['sleepy', 270],
    ['relaxed', 315],
  ] as const)('places %s on Russell’s circle where he found it, at %i degrees', (word, degrees) => {
    const apart = Math.abs(((angleOf(word) - degrees + 540) % 360) - 180);
    expect(apart).toBeLessThanOrEqual(40);
  });

  it('says each thing once', () => {
    const all = [...words.feelings, ...words.things].flatMap((group) => group.words);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
    expect(all.length).toBeGreaterThan(2000);
  });

  it('understands every phrase of its own', () => {
    for (const { words: all } of [...words.feelings, ...words.things])
      for (const phrase of all) expect(phrase, phrase).toBe(phrase.trim());
    expect([...roles.keys()].filter((phrase) => phrase === '')).toEqual([]);
  });

  it('is refused where a place lies outside the square or a list is missing', () => {
    const group = { valence: 2, arousal: 0, words: ['x'] };
    expect(() => lexiconOf({ ...words, feelings: [group] }, {}, [])).toThrow();
    expect(() => lexiconOf({ ...words, negators: undefined }, {}, [])).toThrow();
    expect(() => lexiconOf(words, { x: 'bright' }, [])).toThrow();
  });
});

describe('isOneSlipAway', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

  it('finds a letter left out, put in, wrong, or swapped with the next, and nothing else', () => {
    fc.assert(
      fc.property(letters, fc.nat(7), fc.constantFrom('a', 'd'), (word, at, letter) => {
        const place = at % word.length;
        const [head, tail] = [word.slice(0, place), word.slice(place)];
        for (const slip of [
          head + tail.slice(1),
          head + letter + tail,
          head + letter + tail.slice(1),
          head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2),
        ])
          expect(isOneSlipAway(word, slip)).toBe(slip !== word);
      }),
    );
  });

  it('is the same both ways, and no for what is further', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(isOneSlipAway(a, b)).toBe(isOneSlipAway(b, a));
      }),
    );
    for (const [a, b] of [
      ['happy', 'happy'],
      ['happy', 'hapyp!'],
      ['sad', 'mud'],
      ['tired', 'detir'],
    ] as const)
      expect(isOneSlipAway(a, b)).toBe(false);
  });
});
