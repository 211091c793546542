import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, placeOf } from '../../training/feelings/emoji-places.ts';
import { madeFiles } from '../../training/feelings/made-files.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });

describe('the files made of word lists and emoji lists', () => {
  it('are what `npm run feelings` makes', async () => {
    const made = await madeFiles();
    expect(made.size).toBe(3);
    for (const [name, text] of made) {
      const file = new URL(`../../data/feelings/${name}`, import.meta.url);
      // Compared as a whole: a difference of 100 kB is no reading matter.
      expect((await readFile(file, 'utf8')) === text, name).toBe(true);
    }
  });

  it('place an emoji within what its sources say, whatever their order', () => {
    const evidence: fc.Arbitrary<Evidence> = fc.record({
      valence: unit,
      arousal: unit,
      weight: fc.constantFrom(0.25, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 5 }), (all) => {
        const [place, turned] = [placeOf(all), placeOf(all.toReversed())];
        // A sum may round the other way round; a place is kept in twentieths.
        expect(Math.abs(turned.valence - place.valence)).toBeLessThan(0.051);
        const said = all.map(({ valence = 0 }) => valence);
        expect(place.valence).toBeGreaterThan(Math.min(...said) - 0.026);
        expect(place.valence).toBeLessThan(Math.max(...said) + 0.026);
      }),
    );
    expect(
      placeOf([
        { valence: 1, weight: 3 },
        { valence: -1, arousal: 0.5, weight: 1 },
      ]),
    ).toEqual({
      valence: 0.5,
      arousal: 0.5,
    });
  });
});
