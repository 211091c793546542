import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Card } from '../../src/cards/card.ts';
import { moodCard } from '../../src/cards/mood-card.ts';
import { whoseOf } from '../../src/cards/whose-mood.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { type Emotion, emotionScores, EMOTIONS } from '../../src/domain/emotion.ts';
import type { FeltMood } from '../../src/domain/feeling.ts';
import { mixtureOf, MOOD_NAMES, moodOf } from '../../src/domain/mood.ts';
import type { Filters } from '../../src/domain/wish.ts';
import { boxesIn, type Face } from '../../src/domain/reading.ts';
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
  const reading = group ? { faces, others: [] } : { faces: [first], others: rest.map(({ box }) => box) };
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
    const { embeds } = sent(await moodCard({ reading: { faces, others: [] }, who: 'me', felt }, list, t));
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

  it('names the faces by where they are, from left to right, each with its number', async () => {
    const { title, description } = await readingOf(
      [face({ sad: 0.7 }, at(500)), face({ happy: 0.8 }, at(20)), face({ angry: 0.9 }, at(900))],
      true,
    );
    expect(title).toMatch(/^3 faces, and together the mood is /);
    expect(description?.split('\n').slice(0, 3)).toEqual([
      '**1** · 1st from the left: happy 80 %',
      '**2** · 2nd from the left: sad 70 %',
      '**3** · 3rd from the left: angry 90 %',
    ]);
  });

  it('goes by the middles of the faces: a near, wide face begins further left than it is', async () => {
    const { description } = await readingOf(
      [face({ sad: 0.7 }, at(0, 500)), face({ happy: 0.8 }, at(60, 100))],
      true,
    );
    expect(description).toMatch(/1st from the left: happy 80 %\n.*2nd from the left: sad 70 %/);
  });

  it('names the two likeliest of a face that it is not sure of', async () => {
    const { description } = await readingOf(
      [face({ sad: 0.46, neutral: 0.41 }, { ...at(0), sure: false }), face({ happy: 0.8 }, at(200))],
      true,
    );
    expect(description).toMatch(
      /1st from the left: sad 46 % or neutral 41 %\n.*2nd from the left: happy 80 %/,
    );
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
    expect(picture?.description).toContain('The numbers are those of the faces in the text');
  });

  it('names rows where there are several, from the top', async () => {
    const sitting = { ...at(60), box: { x: 60, y: 300, width: 100, height: 100 } };
    const { description } = await readingOf(
      [face({ sad: 0.7 }, sitting), face({ happy: 0.8 }, at(200)), face({ angry: 0.9 }, at(0))],
      true,
    );
    expect(description?.split('\n').slice(0, 3)).toEqual([
      '**1** · row 1 from the top, 1st from the left: angry 90 %',
      '**2** · row 1 from the top, 2nd from the left: happy 80 %',
      '**3** · row 2 from the top, 1st from the left: sad 70 %',
    ]);
  });

  it('names the twelve largest of forty, by where they are among all, and counts the others', async () => {
    const [first, ...rest] = Array.from({ length: 40 }, (_, index) =>
      face({ happy: 0.8 }, { box: { x: 4_000 - 100 * index, y: 0, width: 90 - index, height: 90 - index } }),
    );
    if (!first) throw new Error('nobody');
    const { title, description } = await readingOf([first, ...rest], true);
    expect(title).toMatch(/^40 faces/);
    expect(description).toContain('**1** · 29th from the left: happy 80 %');
    expect(description).toContain('**12** · 40th from the left: happy 80 %');
    expect(description).toContain('And 28 smaller faces.');
  });
});

describe('the controls under a card', () => {
  const two = [face({ happy: 0.9 }), face({ sad: 0.9 }, { box: { x: 300, y: 0, width: 90, height: 90 } })];

  it('offer the mood that is right in place of what was read, in one select', async () => {
    const { options } = sent(await cardOf([face({ happy: 0.9 })]));
    const moods = options.filter(({ value }) => MOOD_NAMES.some((name) => name === value));
    expect(moods.map(({ label }) => label)).toEqual([...MOOD_NAMES]);
  });

  it('have one tap for the second likeliest of an unsure face, and of no other', async () => {
    const unsure = face({ sad: 0.46, neutral: 0.41 }, { sure: false });
    const labels = async (...of: Parameters<typeof cardOf>) =>
      sent(await cardOf(...of)).buttons.map(({ label }) => label);
    expect(await labels([unsure])).toContain('More like neutral');
    for (const others of [await labels([face({ sad: 0.8 })]), await labels([unsure, unsure], true)])
      expect(others.join()).not.toContain('More like neutral');
  });

  it('ask whose mood counts where there are several, everyone and each by place, as many as there is room', () => {
    const boxes = two.map(({ box }) => box);
    expect(whoseOf(boxes, 'photo', t)?.choices).toEqual([
      { value: 'everyone', label: 'Everyone together' },
      { value: '0', label: 'Just me: 1st from the left' },
      { value: '1', label: 'Just me: 2nd from the left' },
    ]);
    expect(whoseOf(boxes.slice(0, 1), 'photo', t)).toBeUndefined();
    const crowd = Array.from({ length: 40 }, (_, n) => ({ x: 100 * n, y: 0, width: 90, height: 90 }));
    expect(whoseOf(crowd, 'photo', t)?.choices).toHaveLength(25);
  });

  it('have room for it all at once, and say which face was read', async () => {
    const [first, other] = two;
    if (!first || !other) throw new Error('nobody');
    const reading = { faces: [{ ...other, sure: false }], others: [first.box] };
    const whose = whoseOf(boxesIn(reading), 'AbCdEfGhIjKl', t);
    const list = { id: ID, link: PAGE, playlist: listOfLength(30), spotify: { addTo: ID }, whose };
    const card = await moodCard({ reading, who: 'me' }, list, t);
    expect(card.components).toHaveLength(5);
    expect(sent(card).embeds[0]?.description).toContain(
      'I read the face you picked, 2nd from the left, and not the 1 other in the photo.',
    );
    const largest = await moodCard({ reading: { faces: [first], others: [other.box] }, who: 'me' }, list, t);
    expect(sent(largest).embeds[0]?.description).toContain(
      'There is 1 more person in the photo; I read the largest face, 1st from the left. Below you can say',
    );
  });
});

describe('moodCard', () => {
  it('fits Discord for any list under a crowd of faces, none of them sure', async () => {
    const crowd = Array.from({ length: 64 }, () => face({ surprise: 0.46, disgust: 0.41 }, { sure: false }));
    await fc.assert(
      fc.asyncProperty(shownLists, async (list) => {
        const { embeds } = sent(
          await moodCard({ reading: { faces: crowd, others: [] }, who: 'group', felt: LONG_FELT }, list, t),
        );
        expect(embeds.length).toBe(Math.min(6, list.playlist.picks.length) + 2);
      }),
      { numRuns: 25 },
    );
  });

  it.each(LANGUAGES)('fits Discord with the longest of everything at once, in %s', async (language) => {
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
          { reading: { faces: crowd, others: [] }, who: 'group', felt: LONG_FELT },
          { id: ID, link, playlist: { ...long, picks, filters: LONG_FILTERS, length: { tracks: 100 } } },
          wordsFor(language),
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
