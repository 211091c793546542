import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coverSvg } from '../../src/cards/cover.ts';
import { feltMoodSvg, moodSvg } from '../../src/cards/picture.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { emotionScores } from '../../src/domain/emotion.ts';
import { type Mood, mixtureOf, moodAt, MOOD_NAMES, MOOD_PLACES } from '../../src/domain/mood.ts';
import { moods } from '../domain/moods.ts';
import { listOfLength } from './lists.ts';
import { type Box, faultsIn, markersOf, WIDTH, wordsOf } from './picture-boxes.ts';

const sure = emotionScores((emotion) => (emotion === 'happy' ? 1 : 0));
/** Where the bars begin, and where the circle with the ends of its axes does. */
const BARS = 150;
const CIRCLE = 400;

describe.each(LANGUAGES)('the pictures in %s', (language) => {
  const t = wordsFor(language);

  const expectTidy = (mood: Mood): readonly Box[] => {
    const svg = moodSvg(sure, mood, mood.points.length, t);
    const boxes = wordsOf(svg);
    expect(faultsIn(boxes, markersOf(svg))).toEqual([]);
    return boxes;
  };

  it('keep all words apart, inside and clear of the markers, for any mood', () => {
    fc.assert(
      fc.property(moods, (mood) => {
        expectTidy(mood);
      }),
      { numRuns: 150 },
    );
  });

  it.each(MOOD_NAMES)('name every landmark when the face is right on one: %s', (name) => {
    const mood = moodAt(MOOD_PLACES[name]);
    const words = expectTidy(mood).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(MOOD_NAMES.map((each) => t(`mood.${each}`))));
    expect(words).toContain(t('picture.circle', { mood: t(`mood.${name}`) }));
  });

  it('keep the emotions’ names and their shares off the bars, and the headings on their own sides', () => {
    const group = mixtureOf([moodAt(MOOD_PLACES.happy), moodAt(MOOD_PLACES.sad)]);
    for (const faces of [1, 2]) {
      const boxes = wordsOf(moodSvg(sure, faces === 1 ? moodAt(MOOD_PLACES.happy) : group, faces, t));
      const labels = boxes.filter(({ left, top }) => left < BARS && top > 80 && top < 450);
      expect(labels).toHaveLength(7);
      for (const { text, right } of labels) expect(right, text).toBeLessThan(BARS - 4);
      const [heading] = boxes;
      expect(heading?.right, heading?.text).toBeLessThan(CIRCLE);
    }
  });

  it('keep their words inside where there is the circle alone', () => {
    for (const name of MOOD_NAMES) {
      const svg = feltMoodSvg(moodAt(MOOD_PLACES[name]), t);
      const [, x = '0'] = /viewBox="(\d+)/.exec(svg) ?? [];
      const boxes = wordsOf(svg).map((box) => ({ ...box, left: box.left - +x, right: box.right - +x }));
      expect(faultsIn(boxes, [], 640)).toEqual([]);
    }
  });

  it('keep the mood’s name on the cover', () => {
    for (const name of MOOD_NAMES) {
      const playlist = { ...listOfLength(12), mood: moodAt(MOOD_PLACES[name]) };
      for (const { text, right, left } of wordsOf(coverSvg(playlist, t))) {
        expect(left, text).toBeGreaterThan(20);
        expect(right, text).toBeLessThan(Math.min(620, WIDTH));
      }
    }
  });
});
