import fc from 'fast-check';
import { mixtureOf, moodAt, type Mood } from '../../src/domain/mood.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });

/** Any place in mood space. */
export const places = fc.record({ valence: unit, arousal: unit });

/** Any mood of one person. */
export const lone: fc.Arbitrary<Mood> = fc
  .record({ place: places, spread: fc.double({ min: 0.1, max: 1, noNaN: true }) })
  .map(({ place, spread }) => moodAt(place, spread));

/** Any mood of one person or a group. */
export const moods: fc.Arbitrary<Mood> = fc.oneof(
  lone,
  fc
    .tuple(lone, fc.array(lone, { minLength: 1, maxLength: 4 }))
    .map(([first, rest]) => mixtureOf([first, ...rest])),
);
