import { fileURLToPath } from 'node:url';

import { renderAsync } from '@resvg/resvg-js';

import { EMOTIONS, type EmotionScores } from '../domain/emotion.ts';
import { type Mood, MOOD_NAMES, type MoodName, MOOD_PLACES, type MoodPlace } from '../domain/mood.ts';
import { EMOTION_COLOURS, MOOD_COLOURS } from './colours.ts';
import type { Words } from './words.ts';

const FONTS = ['Nunito-Regular.ttf', 'Nunito-Bold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../data/fonts/${name}`, import.meta.url)),
);

const WIDTH = 1000;
const HEIGHT = 460;
const INK = '#f2f3f5';
const QUIET_INK = '#b5bac1';
const LINE = '#4a4d55';

/** The mood circle: its centre and its radius, which stands for a distance of 1 in mood space. */
const CIRCLE = { x: 770, y: 244, radius: 138 };

export interface Picture {
  /** 1000 × 460 pixels. */
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
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Nunito" fill="${INK}">
    <rect width="100%" height="100%" fill="#24262b"/>
    ${heading(40, t(faces > 1 ? 'picture.groupEmotions' : 'picture.emotions'))}
    ${EMOTIONS.map((emotion, row) => bar(row, t(`emotion.${emotion}`), emotions[emotion], EMOTION_COLOURS[emotion])).join('')}
    ${heading(536, t('picture.circle'))}
    ${circle(mood, t)}
  </svg>`;
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Nunito' },
  });
  return { png: image.asPng(), alt: altText(emotions, mood, t) };
}

function heading(x: number, text: string): string {
  return `<text x="${x}" y="58" font-size="26" font-weight="700">${escape(text)}</text>`;
}

function bar(row: number, label: string, probability: number, colour: string): string {
  const y = 96 + row * 48;
  const full = 240;
  const track = `x="176" y="${y + 2}" height="26"`;
  return `<text x="160" y="${y + 21}" font-size="20" text-anchor="end" fill="${QUIET_INK}">${escape(label)}</text>
    <clipPath id="bar${row}"><rect ${track} width="${full}" rx="13"/></clipPath>
    <g clip-path="url(#bar${row})"><rect ${track} width="${full}" fill="#33363d"/><rect ${track} width="${probability * full}" fill="${colour}"/></g>
    <text x="${190 + full}" y="${y + 21}" font-size="20" font-weight="700">${percent(probability)} %</text>`;
}

function circle(mood: Mood, t: Words): string {
  const { x, y, radius } = CIRCLE;
  const axis = (dx: number, dy: number) =>
    `<line x1="${x - dx}" y1="${y - dy}" x2="${x + dx}" y2="${y + dy}" stroke="${LINE}" stroke-width="2"/>`;
  const label = (dx: number, dy: number, anchor: string, text: string) =>
    `<text x="${x + dx}" y="${y + dy}" font-size="18" text-anchor="${anchor}" fill="${QUIET_INK}">${escape(text)}</text>`;
  const colour = MOOD_COLOURS[mood.name];
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#2b2d33" stroke="${LINE}" stroke-width="2"/>
    ${axis(radius, 0)}${axis(0, radius)}
    ${label(0, -radius - 12, 'middle', t('picture.intense'))}
    ${label(0, radius + 26, 'middle', t('picture.quiet'))}
    ${label(radius + 10, 6, 'start', t('picture.pleasant'))}
    ${label(-radius - 10, 6, 'end', t('picture.unpleasant'))}
    <clipPath id="disc"><circle cx="${x}" cy="${y}" r="${radius}"/></clipPath>
    <g clip-path="url(#disc)" fill="${colour}" fill-opacity="0.3">${mood.points.map((point) => dot(point, point.spread * radius)).join('')}</g>
    ${MOOD_NAMES.map((name) => landmark(name, name === mood.name, t)).join('')}
    <g fill="${colour}" stroke="${INK}" stroke-width="3">${mood.points.map((point) => dot(point, 9)).join('')}</g>`;
}

function landmark(name: MoodName, here: boolean, t: Words): string {
  const { x, y } = onDisc(MOOD_PLACES[name]);
  return `<circle cx="${x}" cy="${y}" r="4" fill="${MOOD_COLOURS[name]}"/>
    <text x="${x}" y="${y + 19}" font-size="${here ? 17 : 14}" font-weight="${here ? 700 : 400}" text-anchor="middle" fill="${here ? INK : QUIET_INK}">${escape(t(`mood.${name}`))}</text>`;
}

function dot(place: MoodPlace, size: number): string {
  const { x, y } = onDisc(place);
  return `<circle cx="${x}" cy="${y}" r="${size}"/>`;
}

/** The square of mood space on the disc: what lies beyond distance 1 is drawn at the rim. */
function onDisc(place: MoodPlace): { x: number; y: number } {
  const inside = CIRCLE.radius / Math.max(1, Math.hypot(place.valence, place.arousal));
  return { x: CIRCLE.x + place.valence * inside, y: CIRCLE.y - place.arousal * inside };
}

function altText(emotions: EmotionScores, mood: Mood, t: Words): string {
  const bars = EMOTIONS.map((emotion) =>
    t('picture.altBar', { emotion: t(`emotion.${emotion}`), percent: percent(emotions[emotion]) }),
  ).join(', ');
  return t('picture.alt', { bars, mood: t(`mood.${mood.name}`) });
}

export function percent(probability: number): number {
  return Math.round(probability * 100);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
