import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../../data/feelings/words.en.json' with { type: 'json' };
import { centreOf, type MoodPlace } from '../../src/domain/mood.ts';
import { LONGEST_FEELING, moodOfWords, readFeeling } from '../../src/feelings/feelings.ts';
import { HELD_OUT_SENTENCES } from './held-out-sentences.ts';
import { liesWhereExpected, type Sentence, SENTENCES } from './sentences.ts';
import { expectSound } from './sound.ts';

function placeOf(text: string): MoodPlace {
  const felt = moodOfWords(text);
  if (!felt) throw new Error(`Nothing in “${text}” is understood.`);
  return centreOf(felt.mood);
}

function partsOf(text: string): readonly string[] {
  return moodOfWords(text)?.parts.map((part) => part.text) ?? [];
}

/** Distance from the middle: how much somebody feels what they feel. */
function strengthOf(text: string): number {
  const { valence, arousal } = placeOf(text);
  return Math.hypot(valence, arousal);
}

interface Hits {
  readonly understood: number;
  readonly right: number;
}

function hitsIn(sentences: readonly Sentence[]): Hits {
  const read = sentences.flatMap(([text, expected]) => {
    const felt = moodOfWords(text);
    return felt ? [liesWhereExpected(felt.mood, expected)] : [];
  });
  return { understood: read.length, right: read.filter(Boolean).length };
}

function report(name: string, { understood, right }: Hits, all: number): void {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  process.stdout.write(
    `${name}: ${right} of ${all} sentences where expected (${percent(right, all)}), ` +
      `of those understood ${percent(right, understood)}\n`,
  );
}

const PHRASES = new Set(words.feelings.flatMap(({ words: all }) => all));

/** Words that are more than the name of a feeling: they grade, or are passed over. */
const OTHERWISE = new Set([...words.ignored, ...Object.keys({ ...words.degrees, ...words.degreesAfter })]);

/** Single words that name a feeling clearly on one side; those of which the denial is a phrase of its own aside. */
const NAMED = words.feelings
  .filter(({ valence }) => Math.abs(valence) > 0.3)
  .flatMap(({ words: all }) => all)
  .filter((word) => /^[a-z]{4,}$/u.test(word) && !OTHERWISE.has(word) && !PHRASES.has(`not ${word}`));
const named = fc.constantFrom(...NAMED);

describe('moodOfWords', () => {
  it('reads what people write as they would place it', () => {
    const [made, held] = [hitsIn(SENTENCES), hitsIn(HELD_OUT_SENTENCES)];
    report('Sentences the lexicon was made with', made, SENTENCES.length);
    report('Sentences kept aside', held, HELD_OUT_SENTENCES.length);
    expect(made.right / SENTENCES.length).toBeGreaterThanOrEqual(0.97);
    expect(held.right / HELD_OUT_SENTENCES.length).toBeGreaterThanOrEqual(0.75);
    expect(held.right / held.understood).toBeGreaterThanOrEqual(0.9);
  });

  it('says what it read, in the words it was told in', () => {
    const text = 'Honestly I’m not very happy, VERY tired… but hopeful 🌈 :)';
    expect(partsOf(text)).toEqual(['not very happy', 'VERY tired', 'hopeful', '🌈', ':)']);
    for (const { text: part, from, to } of moodOfWords(text)?.parts ?? [])
      expect(text.slice(from, to)).toBe(part);
  });

  it('turns what is denied to the other side', () => {
    fc.assert(
      fc.property(
        named,
        fc.constantFrom('not', 'I’m not', 'never', 'no longer', 'I don’t feel'),
        (word, no) => {
          const [plain, denied] = [placeOf(word), placeOf(`${no} ${word}`)];
          expect(Math.sign(denied.valence), `${no} ${word}`).toBe(-Math.sign(plain.valence));
          expect(Math.abs(denied.valence)).toBeLessThan(Math.abs(plain.valence));
        },
      ),
    );
  });

  it('takes two denials for none, and ends one where its clause ends', () => {
    expect(placeOf('never not tired')).toEqual(placeOf('tired'));
    expect(partsOf('not tired, happy')).toEqual(['not tired', 'happy']);
    expect(partsOf('not happy or excited')).toEqual(['not happy', 'or excited']);
    expect(placeOf('not happy or excited').valence).toBeLessThan(0);
    expect(placeOf('nothing helps and I am scared').valence).toBeLessThan(0);
    expect(placeOf('not happy 😢').valence).toBeLessThan(placeOf('not happy').valence + 0.1);
  });

  it('lets degree words and emphasis make a feeling stronger or weaker, in their order', () => {
    fc.assert(
      fc.property(named, (word) => {
        const steps = [`barely ${word}`, `a bit ${word}`, word, `very ${word}`, `extremely ${word}`];
        const strengths = steps.map(strengthOf);
        expect(strengths, word).toEqual(strengths.toSorted((a, b) => a - b));
        expect(strengths[0]).toBeLessThan(strengths[2] ?? 0);
      }),
    );
    for (const [stronger, weaker] of [
      ['tired!!!', 'tired!'],
      ['tired!', 'tired'],
      ['TIRED', 'tired'],
      ['tiiiired', 'tired'],
      ['soooo tired', 'so tired'],
      ['tired as hell', 'tired'],
      ['sad af', 'sad'],
      ['I miss you so much', 'I miss you'],
      ['not happy', 'not very happy'],
      ['really not happy', 'not happy'],
    ] as const)
      expect(strengthOf(stronger), stronger).toBeGreaterThan(strengthOf(weaker));
  });

  it('lets what follows “but” weigh more', () => {
    expect(placeOf('sad but happy').valence).toBeGreaterThan(placeOf('sad and happy').valence);
    expect(placeOf('happy but sad').valence).toBeLessThan(placeOf('happy and sad').valence);
  });

  it('keeps mixed feelings apart, in whatever order they were told', () => {
    const mixed = moodOfWords('excited and nervous')?.mood;
    expect(mixed?.points).toHaveLength(2);
    expect(moodOfWords('nervous and excited')?.mood).toEqual(mixed);
    expect(moodOfWords('excited, excited and nervous')?.mood.points[0].weight).toBeCloseTo(2 / 3, 9);
  });

  it('is less sure of what is denied, and of a thing, than of a feeling that is named', () => {
    const spreadOf = (text: string): number => moodOfWords(text)?.mood.points[0].spread ?? 0;
    expect(spreadOf('not happy')).toBeGreaterThan(spreadOf('happy'));
    expect(spreadOf('beach')).toBeGreaterThan(spreadOf('happy'));
    expect(placeOf('jealous, they are on vacation').valence).toBeLessThan(0);
  });

  it.each([
    ['stresed', 'stressed'],
    ['anixous', 'anxious'],
    ['depresed', 'depressed'],
    ['happpyyyy', 'happy'],
    ['ANGRYYY', 'ANGRY!!!!!!!'],
    ['relaxd', 'relaxed'],
    ['cant sleep', 'can’t sleep'],
    ['cannot sleep', "can't sleep"],
    ['dont feel good', 'do not feel good'],
    ['happily', 'happy'],
    ['ＳＡＤ', 'SAD'],
  ])('reads “%s” like “%s”', (written, meant) => {
    const [one, other] = [moodOfWords(written), moodOfWords(meant)];
    expect(one?.mood.name).toBe(other?.mood.name);
    expect(one?.parts).toHaveLength(other?.parts.length ?? 0);
  });

  it('takes no word that is right as it stands for a misspelling', () => {
    for (const text of ['I tried', 'they stared', 'a board', 'my bread', 'the number', 'in the morning'])
      expect(partsOf(text)).toEqual([]);
  });

  it('is undefined where it knows no word', () => {
    for (const text of ['', '   ', 'the table', 'xkcd qwertz', '12:30', '???', 'ich bin müde'])
      expect(moodOfWords(text)).toBeUndefined();
  });

  it('reads English where it has no words of a language', () => {
    expect(moodOfWords('sad', 'en-GB')).toEqual(moodOfWords('sad'));
    expect(moodOfWords('sad', 'tlh')).toEqual(moodOfWords('sad'));
  });

  it('has an answer or undefined for any string, and reads no further than its limit', () => {
    const scraps = fc.constantFrom(
      ...NAMED,
      'not',
      'very',
      'but',
      'or',
      'can’t',
      '!!!',
      ', ',
      '😭',
      ':(',
      '\n',
      '’',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2 * LONGEST_FEELING }),
          fc.array(scraps, { maxLength: 60 }).map((all) => all.join(' ')),
          fc.array(scraps, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          const felt = moodOfWords(text);
          expectSound(felt);
          for (const { from, to } of felt?.parts ?? []) {
            expect(from).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(LONGEST_FEELING);
          }
        },
      ),
    );
    expect(moodOfWords(`${'x '.repeat(LONGEST_FEELING / 2)}happy`)).toBeUndefined();
  });

  it('is done with the longest text of any one character', () => {
    for (const character of [
      'a',
      "'",
      '!',
      '-',
      '\u200D',
      '❤',
      '\u{1F3FB}',
      '🇦',
      ' ',
      '\u0301',
      '1\uFE0F',
      '>:',
    ])
      expectSound(moodOfWords(character.repeat(LONGEST_FEELING)));
  });
});

describe('readFeeling', () => {
  it('counts an emoji and words half each', () => {
    const felt = readFeeling({ emoji: '😤', words: 'calm, relaxed and chill' });
    expect(felt.parts.map(({ text }) => text)).toEqual(['😤', 'calm', 'relaxed', 'chill']);
    expect(felt.mood.points.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it('reads words and emoticons in place of an emoji, and does with what it understands', () => {
    for (const emoji of [':(', 'sad', ':cry:', '<:sad_cat:1234567890>'])
      expect(readFeeling({ emoji }).mood.name, emoji).toBe('sad');
    expect(readFeeling({ emoji: 'zzyzx', words: 'happy' }).mood.name).toBe('happy');
    expect(readFeeling({ emoji: '😢', words: 'zzyzx' }).mood.name).toBe('sad');
  });

  it('says what to do where it understands nothing', () => {
    expect(() => readFeeling({ words: 'zzyzx' })).toThrow(
      expect.objectContaining({ code: 'feeling-unknown' }),
    );
    expect(() => readFeeling({ emoji: '7', words: 'x' })).toThrow(
      expect.objectContaining({ code: 'feeling-unknown' }),
    );
    expect(() => readFeeling({ emoji: 'x' })).toThrow(expect.objectContaining({ code: 'emoji-unknown' }));
    expect(() => readFeeling({})).toThrow(expect.objectContaining({ code: 'emoji-unknown' }));
  });
});
