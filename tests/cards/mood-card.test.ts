import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Card } from '../../src/cards/card.ts';
import { moodCard } from '../../src/cards/mood-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { type Emotion, emotionScores, EMOTIONS } from '../../src/domain/emotion.ts';
import type { FeltMood } from '../../src/domain/feeling.ts';
import { mixtureOf, moodOf } from '../../src/domain/mood.ts';
import type { Filters } from '../../src/domain/wish.ts';
import type { Face } from '../../src/domain/reading.ts';
import { sent } from './discord-limits.ts';
import { face } from './faces.ts';
import { ATTACHED, ID, listOf, listOfLength, PAGE, shownLists } from './lists.ts';

const t = wordsFor('en');

const LONG_FILTERS: Filters = {
  genre: '_'.repeat(400),
  decade: 1980,
  artist: '*'.repeat(400),
  popularity: 'well-known',
};

/** What fills every line that what somebody told may take. */
const LONG_FELT: FeltMood = {
  mood: moodOf(face({ sad: 0.9 }).emotions),
  parts: [longPart(), ...Array.from({ length: 40 }, longPart)],
  concern: false,
};

function longPart(): FeltMood['parts'][0] {
  return { text: '*'.repeat(200), from: 0, to: 200, valence: 0, arousal: 0 };
}

function cardOf(faces: readonly [Face, ...Face[]], group = false): Promise<Card> {
  const [first, ...rest] = faces;
  const mood = group
    ? mixtureOf([moodOf(first.emotions), ...rest.map(({ emotions }) => moodOf(emotions))])
    : moodOf(first.emotions);
  const reading = group ? { faces, others: 0 } : { faces: [first], others: rest.length };
  return moodCard(
    { reading, who: group ? 'group' : 'me' },
    { id: ID, link: ATTACHED, playlist: { ...listOfLength(12), mood } },
    t,
  );
}

async function readingOf(faces: readonly [Face, ...Face[]], group = false) {
  const [reading] = sent(await cardOf(faces, group)).embeds;
  return { title: reading?.title, description: reading?.description, footer: reading?.footer?.text };
}

const SURE_TITLES: Readonly<Record<Emotion, string>> = {
  angry: 'You look angry',
  disgust: 'You look put off by something',
  fear: 'You look afraid',
  happy: 'You look happy',
  sad: 'You look sad',
  surprise: 'You look surprised',
  neutral: 'You look at rest',
};

describe('moodCard, for one face', () => {
  it.each(EMOTIONS)('says how a sure face looks, and how sure that is: %s', async (emotion) => {
    const { title, description } = await readingOf([face({ [emotion]: 0.834 })]);
    expect(title).toBe(SURE_TITLES[emotion]);
    expect(description).toContain(`I am fairly sure: **83 % ${t(`emotion.${emotion}`)}**`);
  });

  it('names the two likeliest of an unsure face, and never says sure', async () => {
    const { title, description, footer } = await readingOf([
      face({ sad: 0.46, neutral: 0.41 }, { sure: false }),
    ]);
    expect(title).toBe('More sad than neutral, I think');
    expect(description).toContain('I am not sure: **46 % sad**, **41 % neutral**. You know best.');
    expect(`${title} ${description} ${footer}`.replace('not sure', '')).not.toMatch(/\bsure\b|You look/);
  });

  it('says where the mood is in music, that it is a guess, and that the photo is gone', async () => {
    const { description, footer } = await readingOf([face({ happy: 0.9 })]);
    expect(description).toContain('In music, that is 😄 **happy**.');
    expect(footer).toBe('A guess from one face in one photo. Your photo is already gone.');
  });

  it('says whose face it read where there are more', async () => {
    const faces = [face({ happy: 0.9 }), face({ sad: 0.9 }), face({ sad: 0.9 })] as const;
    expect((await readingOf(faces)).description).toContain('There are 2 more people in the photo');
    expect((await readingOf([faces[0], faces[1]])).description).toContain('There is 1 more person');
    expect((await readingOf([faces[0]])).description).not.toContain('more');
  });

  it('says what of the person’s own words it took in, as they stand, and that they count half', async () => {
    const faces = [face({ happy: 0.9 })];
    const text = '**not** @everyone';
    const felt = { ...LONG_FELT, parts: [{ ...longPart(), text }] as const };
    const list = { id: ID, link: ATTACHED, playlist: listOfLength(2) };
    const { embeds } = sent(await moodCard({ reading: { faces, others: 0 }, who: 'me', felt }, list, t));
    expect(embeds[0]?.description).toContain(
      String.raw`What you told me counts half: “\*\*not\*\* \@everyone”.`,
    );
  });

  it('shows the numbers of the face that was read, not of those beside it', async () => {
    const [picture] = sent(await cardOf([face({ happy: 0.9 }), face({ sad: 0.9 })])).files;
    expect(picture?.description).toContain('happy 90 %');
    expect(picture?.description).toContain('A point on the circle of moods');
  });
});

describe('moodCard, for a group', () => {
  const at = (x: number, width = 100) => ({ box: { x, y: 0, width, height: 100 } });

  it('names the faces by where they are, from left to right', async () => {
    const { title, description } = await readingOf(
      [face({ sad: 0.7 }, at(500)), face({ happy: 0.8 }, at(20)), face({ angry: 0.9 }, at(900))],
      true,
    );
    expect(title).toMatch(/^3 faces, and together the mood is /);
    expect(description).toContain('From left to right: happy 80 %, sad 70 %, angry 90 %.');
  });

  it('goes by the middles of the faces: a near, wide face begins further left than it is', async () => {
    const { description } = await readingOf(
      [face({ sad: 0.7 }, at(0, 500)), face({ happy: 0.8 }, at(60, 100))],
      true,
    );
    expect(description).toContain('From left to right: happy 80 %, sad 70 %.');
  });

  it('names the two likeliest of a face that it is not sure of', async () => {
    const { description } = await readingOf(
      [face({ sad: 0.46, neutral: 0.41 }, { ...at(0), sure: false }), face({ happy: 0.8 }, at(200))],
      true,
    );
    expect(description).toContain('From left to right: sad 46 % or neutral 41 %, happy 80 %.');
  });

  it('tells in the footer how many faces the guess is from', async () => {
    const { footer } = await readingOf([face({ sad: 0.7 }), face({ happy: 0.8 })], true);
    expect(footer).toBe('A guess from 2 faces in one photo. Your photo is already gone.');
  });

  it('averages the emotions for the picture, and says so to those who cannot see it', async () => {
    const [picture] = sent(await cardOf([face({ happy: 0.8 }), face({ sad: 0.8 })], true)).files;
    expect(picture?.description).toContain('averaged over the faces');
    expect(picture?.description).toContain('happy 42 %');
    expect(picture?.description).toContain('sad 42 %');
    expect(picture?.description).toContain('2 points');
  });
});

describe('moodCard', () => {
  it('fits Discord for any list under a crowd of faces, none of them sure', async () => {
    const crowd = Array.from({ length: 64 }, () => face({ surprise: 0.46, disgust: 0.41 }, { sure: false }));
    await fc.assert(
      fc.asyncProperty(shownLists, async (list) => {
        const { embeds } = sent(
          await moodCard({ reading: { faces: crowd, others: 0 }, who: 'group', felt: LONG_FELT }, list, t),
        );
        expect(embeds.length).toBe(Math.min(6, list.playlist.picks.length) + 2);
      }),
      { numRuns: 25 },
    );
  });

  it('fits Discord with the longest of everything at once', async () => {
    const long = listOf(
      Array.from({ length: 12 }, () => '*'.repeat(400)),
      {
        artists: ['_'.repeat(400)],
        intent: 'lift',
      },
    );
    const picks = long.picks.map((pick) => ({
      ...pick,
      terms: { ...pick.terms, distance: 0.3, widenedBy: 0.2, gaveWay: ['decade', 'genre', 'heard'] as const },
    }));
    const crowd = Array.from({ length: 64 }, () => face({ surprise: 0.46, disgust: 0.41 }, { sure: false }));
    for (const link of [ATTACHED, PAGE])
      sent(
        await moodCard(
          { reading: { faces: crowd, others: 0 }, who: 'group', felt: LONG_FELT },
          { id: ID, link, playlist: { ...long, picks, filters: LONG_FILTERS, length: { tracks: 100 } } },
          t,
        ),
      );
  });

  it('shows its picture in the reading, tells what is on it, and sends it before the list', async () => {
    const card = await cardOf([face({ happy: 0.9 })]);
    const { files } = sent(card);
    expect(card.embeds[0]?.toJSON().image?.url).toBe('attachment://mood.png');
    expect(files.map(({ name }) => name)).toEqual(['mood.png', 'playlist.txt']);
    for (const emotion of EMOTIONS)
      expect(files[0]?.description).toMatch(new RegExp(`\\b${t(`emotion.${emotion}`)} \\d+ %`));
  });

  it('fits a reading of nothing in particular', async () => {
    const flat = { ...face({}), emotions: emotionScores(() => 1), sure: false };
    expect((await readingOf([flat])).description).toContain('I am not sure: **14 % angry**');
  });
});
