import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf } from '../../src/domain/mood.ts';
import { moodOfWords, readFeeling } from '../../src/feelings/feelings.ts';

/** Said of themselves or of somebody they lost, denied or not, misspelt, hidden from filters, or shouted. */
const CONCERNING = [
  'I want to die',
  'i wanna die',
  'I just want to fucking die',
  'want to kill myself',
  'I’m going to kill myself tonight',
  'thinking about killing myself',
  'kms',
  'I feel suicidal',
  'suicidal thoughts again',
  'I don’t want to live anymore',
  'i dont want to be here anymore',
  'I do not want to be alive',
  'wish I was dead',
  'I wish I were never born',
  'better off dead',
  'everyone would be better off without me',
  'nobody would miss me',
  'no one would care if I died',
  'I want to end it all',
  'I want to end my life',
  'I’m ending it all',
  'I can’t go on',
  'can’t go on like this',
  'no reason to live',
  'nothing to live for',
  'life is not worth living',
  'tired of living',
  'I’m so tired of being alive',
  'I’ve been cutting myself again',
  'I hurt myself last night',
  'self harm',
  'self-harm urges',
  'I want to unalive myself',
  'I don’t want to wake up tomorrow',
  'I hope I don’t wake up',
  'go to sleep and never wake up',
  'I want to disappear',
  'wish I could disappear',
  'my brother killed himself',
  'lost my dad to suicide',
  'WANT TO DIE',
  'I want to dieeee',
  'sometimes I really want to just die',
  'I literally want to die',
  'i want to k*ll myself',
  'sucidal',
  'i want to kill my self',
  'I’m not suicidal but tired',
  'don’t really want to exist',
  'I don’t see a reason to live',
  'I see no point in living',
  'thinking of ending my life',
  'I want to hang myself',
  'I might overdose',
  'jump off a bridge',
  'please someone kill me',
  'what’s the point of living',
  'I should just die',
  'I deserve to die',
  'ready to end my life',
  'I could just end it',
  'want the pain to end',
  'everyone hates me I want to die 😭',
  'I cant do this anymore I want to die',
  'life isn’t worth it anymore',
  'I have no will to live',
  'Iwanttodie',
  'i want 2 die',
  'want to d1e',
  'I wish I didn’t exist',
  'I wish I wasn’t alive',
  'I want to die my life is over',
  'I can’t take it anymore the pain is too much',
  'I want to kill myself at work',
  'can’t go on the way I am',
  'I can’t go on without her',
  'want to die the pain is too much',
  'I hurt myself on the inside and out',
  'ending it tonight',
  'I’m ending it tonight',
  'I feel like ending things',
  'I felt like ending it',
  'thinking about ending things',
  'I want to end things tonight',
  'I almost ended it last night',
  'I tried to end it',
  'took my own life',
  'he took his own life',
  'she tried to take her own life',
  'my friend has taken their own life',
  'od on pills',
  'I want to OD',
  'I OD’d last night',
  'thinking of ODing on my meds',
  'he oded on fentanyl',
  'I swallowed a whole bottle of pills',
  'she wants to kill herself',
  'my uncle hanged himself',
  'I was jumping off a bridge in my head',
  'walk into traffic',
  'they told me to kill yourself',
  'kys they said',
  'slit my wrist',
  'I don’t deserve to live',
  'I’m offing myself',
];

/** The same words as a manner of speaking. */
const HARMLESS = [
  'I’m dying of laughter',
  'this beat kills',
  'killing it today',
  'I killed it at the gym',
  'my boss is killing me',
  'my feet are killing me',
  'dying to see you',
  'I’d die for this song',
  'want to die laughing',
  'I wanted to die of embarrassment',
  'I’m dead 💀',
  'dead tired',
  'deadline kills my mood',
  'kill time before the party',
  'suicide squad soundtrack',
  'drop dead gorgeous',
  'this party is to die for',
  'I could kill for a pizza',
  'end of my shift',
  'the end of the week',
  'cut myself some slack',
  'cut the crap',
  'jump around',
  'jump off the couch and dance',
  'sleep forever',
  'I want to sleep forever',
  'want this week to end',
  'can’t go on holiday this year',
  'can’t go on without coffee',
  'take my breath away',
  'living my best life',
  'love my life',
  'I can’t live without you',
  'die hard fan',
  'my phone died',
  'my plants died',
  'over the moon',
  'I want to live',
  'not worth it',
  'done with work',
  'tired of work',
  'hang out with friends',
  'shoot some hoops',
  'going to bed, wake up early',
  'never want to wake up from this dream',
  'I want to disappear into a book',
  'my battery died',
  'killer queen',
  'I hurt my knee',
  'burn calories',
  'overdose of cuteness',
  'overdosing on coffee',
  'I want to end this day well',
  'end it with a bang',
  'world without you',
  'ending the semester',
  'so happy to be ending the semester tonight',
  'ending my shift tonight',
  'I’m ending things with my boyfriend',
  'feel like ending things with him',
  'want to end things on a high note',
  'od on chocolate',
  'I could OD on chocolate',
  'ODing on nostalgia',
  'overdosed on coffee today',
  'music took my life to a new level',
  'took my lifetime savings',
  'take my own lunch',
  'jump off the diving board',
  'took my pills and feel better',
  'odd day',
  'it got odder',
];

/** The same in the other languages that the bot speaks, as people type it: without accents, in pieces, shouted. */
const CONCERNING_ELSEWHERE = [
  'Quiero morir',
  'me quiero MORIR',
  'no quiero... vivir mas',
  'pienso en el suicidio',
  'quiero hacerme daño',
  'ich will nicht mehr leben',
  'Ich möchte einfach sterben? nein: ich möchte sterben',
  'ich moechte sterben',
  'denke an Selbstmordgedanken',
  'ich ritze mich wieder',
  'j’ai envie de mourir',
  'je veux en finir',
  'J’ai envie d’en finir',
  'idées suicidaires',
  'quero morrer',
  'nao quero mais viver',
  'penso em suicidio',
  '死にたい',
  'もう消えたい、疲れた',
  '我不想活了',
  '想自杀',
];

const HARMLESS_ELSEWHERE = [
  'quiero morirme de risa',
  'quiero vivir',
  'matar el tiempo',
  'ich sterbe vor Hunger',
  'will leben',
  'das ist zum Sterben schön',
  'mort de rire',
  'je veux mourir de rire',
  'envie de danser',
  'quero morrer de rir',
  'matar saudade',
  '死ぬほど眠い',
  '死にたくない',
  '想死你了',
  '累死了',
];

describe('words of death and self-harm in other languages', () => {
  it.each(CONCERNING_ELSEWHERE)('are heard in “%s”, whatever language Discord is set to', (text) => {
    for (const language of ['en', 'es-ES', 'de', 'fr', 'pt-BR', 'ja', 'zh-CN']) {
      const felt = moodOfWords(text, language);
      expect(felt?.concern).toBe(true);
      expect(felt && centreOf(felt.mood).valence).toBeLessThan(-0.3);
    }
  });

  it.each(HARMLESS_ELSEWHERE)('are not heard in “%s”', (text) => {
    expect(moodOfWords(text)?.concern ?? false).toBe(false);
  });

  it('are named as they stand in the text', () => {
    expect(moodOfWords('hoy: ¡Quiero  MORIR!')?.parts.map(({ text }) => text)).toEqual(['Quiero  MORIR']);
    expect(moodOfWords('n\u0061\u0303o quero mais viver')?.concern).toBe(true);
  });
});

describe('words of death and self-harm', () => {
  it.each(CONCERNING)('are heard in “%s”', (text) => {
    const felt = moodOfWords(text);
    expect(felt?.concern).toBe(true);
    expect(felt && centreOf(felt.mood).valence).toBeLessThan(-0.3);
  });

  it.each(HARMLESS)('are not heard in “%s”', (text) => {
    expect(moodOfWords(text)?.concern ?? false).toBe(false);
  });

  it('are heard whatever stands around them', () => {
    const small = fc.constantFrom(
      'lol',
      'so',
      'happy',
      'not',
      'great day',
      'haha',
      'anyway',
      '😂',
      '...',
      'but',
    );
    fc.assert(
      fc.property(fc.array(small, { maxLength: 8 }), fc.array(small, { maxLength: 8 }), (before, after) => {
        const text = [...before, ', I want to die.', ...after].join(' ');
        expect(moodOfWords(text)?.concern).toBe(true);
      }),
    );
  });

  it('are heard in place of an emoji too, and beside one', () => {
    expect(readFeeling({ emoji: 'I want to die' }).concern).toBe(true);
    expect(readFeeling({ emoji: '😀', words: 'kill myself' }).concern).toBe(true);
    expect(readFeeling({ emoji: '💀' }).concern).toBe(false);
  });

  it('are named among what was read', () => {
    expect(moodOfWords('tired. I really just want to die')?.parts.map(({ text }) => text)).toEqual([
      'tired',
      'want to die',
    ]);
  });
});
