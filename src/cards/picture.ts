import { fileURLToPath } from 'node:url';

import { renderAsync } from '@resvg/resvg-js';

import { EMOTIONS, type EmotionScores } from '../domain/emotion.ts';
import type { Mood } from '../domain/mood.ts';
import { EMOTION_COLOURS, GROUND, INK, MOOD_COLOURS, QUIET_INK } from './colours.ts';
import { moodCircle } from './mood-circle.ts';
import { inXml } from './svg.ts';
import type { Words } from './words.ts';

const FONTS = ['Nunito-Regular.ttf', 'Nunito-Bold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../data/fonts/${name}`, import.meta.url)),
);

/** Discord shows a picture about 400 wide: words of 20 are still read there, and the extra pixels keep them sharp. */
const WIDTH = 800;
const HEIGHT = 480;
const PIXELS_A_UNIT = 1.5;

export interface Picture {
  /** 1200 × 720 pixels. */
  readonly png: Uint8Array;
  /** What it shows, for people who cannot see it. */
  readonly alt: string;
}

/**
 * The card's picture: a bar for each emotion, and the mood on the circle of valence and arousal. It holds numbers and
 * words of ours alone, in our own font, so it looks the same on a machine that has no fonts.
 * @param faces how many faces the emotions were averaged over
 */
export async function drawMood(
  emotions: EmotionScores,
  mood: Mood,
  faces: number,
  t: Words,
): Promise<Picture> {
  const image = await renderAsync(moodSvg(emotions, mood, faces, t), {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Nunito' },
    fitTo: { mode: 'zoom', value: PIXELS_A_UNIT },
  });
  return { png: image.asPng(), alt: altText(emotions, mood, t) };
}

/** The picture before it is painted. */
export function moodSvg(emotions: EmotionScores, mood: Mood, faces: number, t: Words): string {
  const inMusic = `${inXml(t('picture.circle'))} <tspan fill="${MOOD_COLOURS[mood.name]}">${inXml(t(`mood.${mood.name}`))}</tspan>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Nunito" fill="${INK}">
    <rect width="100%" height="100%" fill="${GROUND.card}"/>
    ${heading(32, inXml(t(faces > 1 ? 'picture.groupEmotions' : 'picture.emotions')))}
    ${EMOTIONS.map((emotion, row) => bar(row, t(`emotion.${emotion}`), emotions[emotion], EMOTION_COLOURS[emotion])).join('')}
    ${heading(420, inMusic)}
    ${moodCircle(mood, t)}
  </svg>`;
}

function heading(x: number, text: string): string {
  return `<text x="${x}" y="54" font-size="26" font-weight="700">${text}</text>`;
}

function bar(row: number, label: string, probability: number, colour: string): string {
  const y = 96 + row * 52;
  const full = 150;
  const track = `x="150" y="${y}" height="28"`;
  return `<text x="32" y="${y + 21}" font-size="22" fill="${QUIET_INK}">${inXml(label)}</text>
    <clipPath id="bar${row}"><rect ${track} width="${full}" rx="14"/></clipPath>
    <g clip-path="url(#bar${row})"><rect ${track} width="${full}" fill="${GROUND.bar}"/><rect ${track} width="${probability * full}" fill="${colour}"/></g>
    <text x="376" y="${y + 21}" font-size="22" font-weight="700" text-anchor="end">${percent(probability)} %</text>`;
}

function altText(emotions: EmotionScores, mood: Mood, t: Words): string {
  const bars = EMOTIONS.map((emotion) =>
    t('picture.altBar', { emotion: t(`emotion.${emotion}`), percent: percent(emotions[emotion]) }),
  ).join(', ');
  return t('picture.alt', { count: mood.points.length, bars, mood: t(`mood.${mood.name}`) });
}

export function percent(probability: number): number {
  return Math.round(probability * 100);
}
