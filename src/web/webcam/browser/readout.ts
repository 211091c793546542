import { CIRCLE, onDisc } from '../../../cards/disc.ts';
import { MOOD_COLOURS } from '../../../cards/colours.ts';
import { EMOTIONS, type EmotionScores, ranked } from '../../../domain/emotion.ts';
import { MOOD_NAMES, moodOf } from '../../../domain/mood.ts';
import type { Face } from '../../../domain/reading.ts';
import type { PageWords } from '../shared.ts';
import { element } from './elements.ts';

/** What is read, as the page shows it: a box on the face, a sentence, seven bars, the circle. */
export interface Readout {
  show(face: Face, scores: EmotionScores, sure: boolean, picture: { width: number; height: number }): void;
  /** Shows that there is nobody, or nothing. @param text what to say instead; what stood there first if left out */
  empty(text?: string): void;
  rate(perSecond: number): void;
}

/** @returns the sentence for what is read, and how sure that is */
export function sentencesFor(scores: EmotionScores, sure: boolean, words: PageWords): [string, string] {
  const [first, second] = ranked(scores);
  const name = first?.emotion ?? 'neutral';
  const headline = sure ? words.sure[name] : words.unsure[name][second?.emotion ?? 'neutral'];
  return [headline ?? '', sure ? words.howSure.sure : words.howSure.notSure];
}

export function createReadout(words: PageWords, locale: string): Readout {
  const box = element('box', HTMLDivElement);
  const headline = element('headline', HTMLHeadingElement);
  const howSure = element('how-sure', HTMLParagraphElement);
  const mood = element('mood', HTMLParagraphElement);
  const marker = element('marker', SVGCircleElement);
  const reach = element('reach', SVGCircleElement);
  const rate = element('rate', HTMLSpanElement);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const bars = EMOTIONS.map((emotion) => ({
    emotion,
    fill: element(`bar-${emotion}`, HTMLSpanElement),
    text: element(`percent-${emotion}`, HTMLSpanElement),
  }));
  const landmarks = MOOD_NAMES.map((name) => ({ name, mark: element(`landmark-${name}`, SVGGElement) }));
  const atFirst = headline.textContent;

  return {
    show: (face, scores, sure, { width, height }) => {
      const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
      // The picture is shown as a mirror shows it.
      Object.assign(box.style, {
        left: share(width - face.box.x - face.box.width, width),
        top: share(face.box.y, height),
        width: share(face.box.width, width),
        height: share(face.box.height, height),
      });
      box.hidden = false;
      [headline.textContent, howSure.textContent] = sentencesFor(scores, sure, words);
      for (const { emotion, fill, text } of bars) {
        fill.style.width = share(scores[emotion], 1);
        text.textContent = percent.format(scores[emotion]);
      }
      const { name, points } = moodOf(scores);
      const { x, y } = onDisc(points[0]);
      mood.textContent = words.inMusic[name];
      for (const each of landmarks) each.mark.classList.toggle('here', each.name === name);
      for (const circle of [marker, reach]) {
        circle.style.transform = `translate(${x}px, ${y}px)`;
        circle.style.fill = MOOD_COLOURS[name];
        circle.setAttribute('visibility', 'visible');
      }
      reach.setAttribute('r', String(points[0].spread * CIRCLE.radius));
    },
    empty: (text = atFirst) => {
      box.hidden = true;
      headline.textContent = text;
      howSure.textContent = '';
      mood.textContent = '';
      for (const { fill, text: said } of bars) {
        fill.style.width = '0';
        said.textContent = '–';
      }
      for (const { mark } of landmarks) mark.classList.remove('here');
      for (const circle of [marker, reach]) circle.setAttribute('visibility', 'hidden');
    },
    rate: (perSecond) => {
      rate.textContent = number.format(perSecond);
    },
  };
}
