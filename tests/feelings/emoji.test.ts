import fc from 'fast-check';
import emojis from 'unicode-emoji-json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import placedByHand from '../../data/feelings/emojis-by-hand.json' with { type: 'json' };
import { emojiOf } from '../../src/domain/feeling.ts';
import { centreOf, MOOD_NAMES } from '../../src/domain/mood.ts';
import { LONGEST_FEELING, moodOfEmoji } from '../../src/feelings/feelings.ts';
import { expectSound } from './sound.ts';

const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** Every emoji of Unicode: as it should be written, without its variation selectors, and in every pair of tones. */
function everyForm(): readonly string[] {
  return Object.keys(emojis).flatMap((emoji) => [
    emoji,
    emoji.replaceAll('\uFE0F', ''),
    ...(/\p{Emoji_Modifier_Base}/u.test(emoji) ? TONES.flatMap((first) => tonedWith(emoji, first)) : []),
  ]);
}

/** The sequence with this tone on its first person and each of the tones on its second, if it has one. */
function tonedWith(emoji: string, first: string): readonly string[] {
  return [...new Set(TONES.map((second) => toned(emoji, [first, second])))];
}

function toned(emoji: string, tones: readonly string[]): string {
  let person = 0;
  return emoji.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, (_, base: string) => {
    person += 1;
    return base + (tones[person - 1] ?? '');
  });
}

describe('moodOfEmoji', () => {
  it('has an answer for every emoji of Unicode, whole and within the square', () => {
    const forms = everyForm();
    expect(Object.values(emojis).some(({ emoji_version: version }) => version === '17.0')).toBe(true);
    expect(forms.length).toBeGreaterThan(5000);
    for (const form of forms) {
      const felt = moodOfEmoji(form);
      expect(
        felt?.parts.map(({ text }) => text),
        form,
      ).toEqual([form]);
      expectSound(felt);
    }
  });

  it('has an answer for the parts of emojis, for flags of no country, and for an emoji that is not there yet', () => {
    for (const emoji of ['🏽', '🇦', '🇽🇽', '🦰', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '5️⃣', '5⃣', '\u{1FAFF}', '😤\u200D🔥'])
      expect(moodOfEmoji(emoji)?.parts.map(({ text }) => text)).toEqual([emoji]);
  });

  it('lets tones, hair, gender and variation selectors say nothing of the feeling', () => {
    for (const [variant, plain] of [
      ['👍🏿', '👍'],
      ['🤷🏽‍♀️', '🤷'],
      ['🏃‍♂️‍➡️', '🏃'],
      ['☹', '☹️'],
      ['❤', '❤️'],
      ['👩🏻‍❤️‍💋‍👨🏿', '👩‍❤️‍💋‍👨'],
    ] as const)
      expect(moodOfEmoji(variant)?.mood).toEqual(moodOfEmoji(plain)?.mood);
  });

  it.each([
    ['😤', 'tense'],
    ['😡', 'tense'],
    ['😱', 'tense'],
    ['🥳', 'happy'],
    ['😂', 'happy'],
    ['😍', 'happy'],
    ['🔥', 'energetic'],
    ['💪', 'energetic'],
    ['🏃‍♀️', 'energetic'],
    ['🥰', 'romantic'],
    ['❤️', 'romantic'],
    ['🌹', 'romantic'],
    ['😌', 'calm'],
    ['🧘‍♂️', 'calm'],
    ['😴', 'calm'],
    ['🌙', 'calm'],
    ['😭', 'sad'],
    ['💔', 'sad'],
    ['😔', 'sad'],
    ['🌧️', 'sombre'],
    ['🥀', 'sombre'],
    ['🪫', 'sombre'],
    ['🙂', 'cheerful'],
    ['😎', 'cheerful'],
    ['👍', 'cheerful'],
  ] as const)('reads %s as %s', (emoji, name) => {
    expect(moodOfEmoji(emoji)?.mood.name).toBe(name);
  });

  it('mixes several, each by how often it is there, in whatever order', () => {
    const [mixed, turned] = [moodOfEmoji('😭😭🥳')?.mood, moodOfEmoji('🥳 and 😭😭')?.mood];
    expect(mixed).toEqual(turned);
    expect(mixed?.points.map(({ weight }) => weight)).toEqual([2 / 3, 1 / 3]);
    expect(mixed?.points[0].valence).toBeLessThan(0);
    expect(mixed?.points[1]?.valence).toBeGreaterThan(0);
  });

  it('reads the emoji that is the mood’s own as that mood', () => {
    for (const name of MOOD_NAMES) expect(moodOfEmoji(emojiOf({ name }))?.mood.name).toBe(name);
    expect(new Set(MOOD_NAMES.map((name) => emojiOf({ name }))).size).toBe(MOOD_NAMES.length);
  });

  it('is undefined for what is no emoji', () => {
    for (const text of ['', ' ', 'hello', '12 # *', 'ünï çode', ':)', '\u200D', '\uFE0F', '\uD83D'])
      expect(moodOfEmoji(text)).toBeUndefined();
  });

  it('has an answer or undefined for any string, and reads no further than its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2 * LONGEST_FEELING }), (text) => {
        expectSound(moodOfEmoji(text));
      }),
    );
    const last = moodOfEmoji('😀'.repeat(LONGEST_FEELING))?.parts.at(-1);
    expect(last?.to).toBe(LONGEST_FEELING);
    // Cut in the middle of a character, the half is left out.
    expect(moodOfEmoji(`x${'😀'.repeat(LONGEST_FEELING)}`)?.parts.at(-1)?.to).toBe(LONGEST_FEELING - 1);
  });
});

describe('the emojis placed by hand', () => {
  it('stand there once each', () => {
    const all = placedByHand.flatMap(
      ({ emojis: some }) => moodOfEmoji(some)?.parts.map(({ text }) => text) ?? [],
    );
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter((emoji, index) => all.indexOf(emoji) !== index)).toEqual([]);
  });

  it('hold every face and heart there is', () => {
    const placed = new Set(
      placedByHand
        .flatMap(({ emojis: some }) => [...new Intl.Segmenter().segment(some)])
        .map(({ segment }) => segment),
    );
    const faces = Object.entries(emojis).filter(([, { group }]) => group === 'Smileys & Emotion');
    expect(faces.map(([emoji]) => emoji).filter((emoji) => !placed.has(emoji))).toEqual([]);
  });

  it('lie on the side of a mood that their centre says', () => {
    for (const [sad, glad] of [
      ['😢', '😀'],
      ['👎', '👍'],
      ['☁️', '☀️'],
      ['💔', '💖'],
    ] as const) {
      const [below, above] = [moodOfEmoji(sad), moodOfEmoji(glad)];
      if (!below || !above) throw new Error('Both are emojis.');
      expect(centreOf(below.mood).valence).toBeLessThan(0);
      expect(centreOf(above.mood).valence).toBeGreaterThan(0);
    }
  });
});
