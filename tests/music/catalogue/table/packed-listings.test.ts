import { expect, it } from 'vitest';
import { PackedListings } from '../../../../src/music/catalogue/table/packed-listings.ts';
import { row, table } from '../rows.ts';

it('gives back what was packed', () => {
  const { id, title, artists, ...rest } = row();
  const listings = [
    ...table(40),
    { ...rest, id, title, artists: ['Ünïcode 君', 'B'] as [string, string], explicit: true, popularity: 0 },
    {
      ...rest,
      id,
      title,
      artists,
      explicit: false,
      year: undefined,
      genre: undefined,
      tonic: -1,
      album: undefined,
    },
  ];
  const packed = new PackedListings();
  for (const listing of listings) packed.push(listing);
  expect(packed).toHaveLength(listings.length);
  expect(listings.map((_, index) => packed.at(index))).toEqual(listings);
  expect(packed.at(listings.length)).toBeUndefined();
  expect(packed.at(-1)).toBeUndefined();
});
