import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { choose } from '../../src/music/choose.ts';
import { expectNothingRefused, expectRulesKept, expectTrueTerms } from './list-rules.ts';
import { wishesOf } from './wishes.ts';

const LISTS = 10_000;

const catalogue = await loadCatalogue();

it(`keeps every rule in ${LISTS} lists, whatever is asked`, { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(wishesOf(catalogue), (wish) => {
      const list = choose(catalogue, wish);
      expectRulesKept(list);
      expectNothingRefused(list, wish);
      expectTrueTerms(list, wish);
      expect(choose(catalogue, wish)).toEqual(list);
    }),
    { numRuns: LISTS, endOnFailure: true },
  );
});
