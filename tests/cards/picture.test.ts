import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { GROUND, INK, MOOD_COLOURS, QUIET_INK } from '../../src/cards/colours.ts';
import { drawFeltMood, drawMood, feltMoodSvg, moodSvg } from '../../src/cards/picture.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { type EmotionScores, emotionScores, EMOTIONS } from '../../src/domain/emotion.ts';
import { type Mood, mixtureOf, moodAt, MOOD_NAMES, MOOD_PLACES } from '../../src/domain/mood.ts';
import { moods } from '../domain/moods.ts';
import { contrast, mixed } from './contrast.ts';
import { type Box, faultsIn, markersOf, wordsOf } from './picture-boxes.ts';

const t = wordsFor('en');
const flat = emotionScores(() => 1);
const sure = emotionScores((emotion) => (emotion === 'happy' ? 1 : 0));

function expectTidy(emotions: EmotionScores, mood: Mood, faces: number): readonly Box[] {
  const svg = moodSvg(emotions, mood, faces, t);
  const boxes = wordsOf(svg);
  const markers = markersOf(svg);
  expect(markers).toHaveLength(mood.points.length);
  expect(faultsIn(boxes, markers)).toEqual([]);
  return boxes;
}

describe('the picture', () => {
  it('keeps all words within its edges, apart from each other and clear of the markers, for any mood', () => {
    fc.assert(
      fc.property(moods, fc.constantFrom(flat, sure), (mood, emotions) => {
        expectTidy(emotions, mood, mood.points.length);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its words clear of a marker wherever that is', () => {
    const steps = Array.from({ length: 41 }, (_, index) => index / 20 - 1);
    for (const valence of steps)
      for (const arousal of steps) expectTidy(sure, moodAt({ valence, arousal }), 1);
  });

  it.each(MOOD_NAMES)('names every landmark when the face is right on one: %s', (name) => {
    const words = expectTidy(sure, moodAt(MOOD_PLACES[name]), 1).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining([...MOOD_NAMES]));
    expect(words).toContain(`In music: ${name}`);
  });

  it('keeps every word of the landmarks within the circle', () => {
    const words = wordsOf(moodSvg(flat, moodAt({ valence: 0, arousal: 0 }), 1, t));
    const landmarks = words.filter(
      ({ text, left }) => left > 400 && MOOD_NAMES.some((name) => name === text),
    );
    expect(landmarks).toHaveLength(MOOD_NAMES.length);
    for (const { text, left, right, top, bottom } of landmarks)
      for (const [x, y] of [left, right].flatMap((side) => [top, bottom].map((end) => [side, end] as const)))
        expect(Math.hypot(x - 600, y - 278), text).toBeLessThanOrEqual(160);
  });

  it('writes the shares under each other, ending at one line', () => {
    const shares = wordsOf(moodSvg(sure, moodAt(MOOD_PLACES.happy), 1, t)).filter(({ text }) =>
      text.endsWith('%'),
    );
    expect(shares.map(({ text }) => text)).toEqual(
      EMOTIONS.map((emotion) => (emotion === 'happy' ? '100 %' : '0 %')),
    );
    for (const { right } of shares) expect(right).toBeCloseTo(shares[0]?.right ?? 0, 1);
  });

  it('has a marker for each face, in the colour of where that face is', () => {
    const group = mixtureOf([moodAt(MOOD_PLACES.happy), moodAt(MOOD_PLACES.sad)]);
    const [, markers = ''] =
      /<g stroke="[^"]*" stroke-width="3">(.*?)<\/g>/s.exec(moodSvg(flat, group, 2, t)) ?? [];
    expect([...markers.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([
      MOOD_COLOURS.happy,
      MOOD_COLOURS.sad,
    ]);
  });

  it('can be read: every ink on every ground it is used on has the contrast that WCAG AA asks for', () => {
    for (const colour of Object.values(MOOD_COLOURS)) {
      expect(contrast(colour, GROUND.card), `${colour} in the heading`).toBeGreaterThanOrEqual(4.5);
      const reached = mixed(colour, GROUND.disc, GROUND.reachOpacity);
      for (const ink of [INK, QUIET_INK])
        expect(contrast(ink, reached), `${ink} on ${colour} over the disc`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ink of [INK, QUIET_INK])
      for (const ground of [GROUND.card, GROUND.disc])
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('is no darker where the reaches of many faces overlap, so that words stay readable', async () => {
    const here = moodAt({ valence: 0, arousal: 0.3 }, 0.6);
    const probe = async (mood: Mood) => {
      const { png } = await drawMood(flat, mood, mood.points.length, t);
      // In the disc, within the reach, off words, lines and markers.
      return sharp(png).extract({ left: 930, top: 400, width: 1, height: 1 }).raw().toBuffer();
    };
    const one = await probe(here);
    expect(await probe(mixtureOf([here, here, here, here, here]))).toEqual(one);
    expect(one).not.toEqual(await probe(moodAt({ valence: 0, arousal: 0.3 })));
  });
});

describe('the picture of a group', () => {
  const numbersOf = (count: number) => Array.from({ length: Math.min(12, count) }, (_, index) => index + 1);
  const isNumber = ({ text }: Box) => /^\d+$/.test(text);

  it('numbers its faces, none over another, clear of every word, for any mood', () => {
    fc.assert(
      fc.property(moods, (mood) => {
        const numbers = numbersOf(mood.points.length);
        const svg = moodSvg(flat, mood, mood.points.length, t, numbers);
        const boxes = wordsOf(svg);
        expect(boxes.filter(isNumber).map(({ text }) => Number(text))).toEqual(numbers);
        const [, markers = ''] = /<g stroke="[^"]*" stroke-width="2">(.*?)<\/g>/s.exec(svg) ?? [];
        const placed = [...markers.matchAll(/cx="([^"]+)" cy="([^"]+)"/g)].map(([, x, y]) => ({
          x: Number(x),
          y: Number(y),
          r: 10,
        }));
        expect(placed).toHaveLength(numbers.length);
        expect(
          faultsIn(
            boxes.filter((box) => !isNumber(box)),
            placed,
          ),
        ).toEqual([]);
        expect(faultsIn(boxes.filter(isNumber), [])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('marks where they are together, and says what that mark is', async () => {
    const group = mixtureOf([
      moodAt({ valence: 0.5, arousal: 0.5 }),
      moodAt({ valence: -0.5, arousal: 0.5 }),
    ]);
    const svg = moodSvg(flat, group, 2, t, [2, 1]);
    expect(svg).toContain('M600 190l'); // The middle of both, 78 above the circle's: 200 less the diamond's corner.
    expect(wordsOf(svg).map(({ text }) => text)).toContain('together');
    expect((await drawMood(flat, group, 2, t, [2, 1])).alt).toContain(
      'a diamond marks where they are together',
    );
  });

  it('can be read: the numbers have the contrast that WCAG AA asks for on every marker', () => {
    for (const colour of Object.values(MOOD_COLOURS))
      expect(contrast(GROUND.card, colour)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the picture of a mood that was told', () => {
  it('is the circle alone, with all words inside and a marker for each feeling, for any mood', () => {
    fc.assert(
      fc.property(moods, (mood) => {
        const svg = feltMoodSvg(mood, t);
        expect(svg).not.toContain('%</text>');
        const inPicture = wordsOf(svg).map((box) => ({
          ...box,
          left: box.left - 280,
          right: box.right - 280,
        }));
        const markers = markersOf(svg).map((marker) => ({ ...marker, x: marker.x - 280 }));
        expect(markers).toHaveLength(mood.points.length);
        expect(faultsIn(inPicture, markers, 640)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is 4 to 3, and told in words', async () => {
    const { png, alt } = await drawFeltMood(
      mixtureOf([moodAt(MOOD_PLACES.happy), moodAt(MOOD_PLACES.sad)]),
      t,
    );
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 960, height: 720 });
    expect(alt).toMatch(/^2 points on the circle of moods; their name together in music: \w+\.$/);
  });
});

describe('drawMood', () => {
  it('gives a PNG of 1200 × 720 pixels', async () => {
    const { png } = await drawMood(flat, moodAt(MOOD_PLACES.sad), 1, t);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 720 });
  });

  it('tells in words what is to be seen, within the length of an alt text', async () => {
    const { alt } = await drawMood(sure, moodAt(MOOD_PLACES.happy), 1, t);
    expect(alt).toBe(
      'Bars for seven emotions: angry 0 %, disgusted 0 %, afraid 0 %, happy 100 %, sad 0 %, surprised 0 %, neutral 0 %. ' +
        'A point on the circle of moods; its name in music: happy.',
    );
    const crowd = mixtureOf([
      moodAt(MOOD_PLACES.sad),
      ...Array.from({ length: 31 }, () => moodAt(MOOD_PLACES.sad)),
    ]);
    expect((await drawMood(flat, crowd, 32, t)).alt.length).toBeLessThanOrEqual(1024);
  });

  it('paints words in the font that comes with it, also where there are no fonts, and paints the same there', async () => {
    const { png } = await drawMood(flat, moodAt(MOOD_PLACES.sad), 1, t);
    // What is painted is as wide as the words are in our font; in another, or without one, it would not be.
    const [heading] = wordsOf(moodSvg(flat, moodAt(MOOD_PLACES.sad), 1, t));
    const place = await sharp(png).extract({ left: 20, top: 20, width: 560, height: 90 }).toBuffer();
    const painted = await sharp(place).trim({ threshold: 60 }).toBuffer({ resolveWithObject: true });
    const width = 1.5 * ((heading?.right ?? 0) - (heading?.left ?? 0));
    expect(Math.abs(painted.info.width - width), 'the heading’s width').toBeLessThan(6);

    const code = `
      const { drawMood } = await import('${new URL('../../src/cards/picture.ts', import.meta.url).href}');
      const { wordsFor } = await import('${new URL('../../src/cards/words.ts', import.meta.url).href}');
      const { png } = await drawMood(${JSON.stringify(flat)}, ${JSON.stringify(moodAt(MOOD_PLACES.sad))}, 1, wordsFor('en'));
      const { createHash } = await import('node:crypto');
      process.stdout.write(createHash('sha256').update(png).digest('hex'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: '/',
      env: { HOME: '/nonexistent', FONTCONFIG_FILE: '/dev/null', FONTCONFIG_PATH: '/nonexistent' },
    });
    expect(stdout).toBe(createHash('sha256').update(png).digest('hex'));
  });
});
