import { renderAsync } from '@resvg/resvg-js';

import { type Emotion, EMOTIONS, type EmotionScores } from '../domain/emotion.ts';
import type { Mood } from '../domain/mood.ts';
import { EMOTION_COLOURS, GROUND, INK, MOOD_COLOURS, QUIET_INK } from './colours.ts';
import { CIRCLE } from './disc.ts';
import { FONT_FILES, fontFor } from './fonts.ts';
import { diamond } from './group-markers.ts';
import { joined } from './joined.ts';
import { moodCircle } from './mood-circle.ts';
import { inXml } from './svg.ts';
import type { Words } from './words.ts';

/** Discord shows a picture about 400 wide: words of 20 are still read there, and the extra pixels keep them sharp. */
const WIDTH = 800;
const HEIGHT = 480;
const PIXELS_A_UNIT = 1.5;

/** Without bars the picture is cut around the circle: 4 to 3, as large as Discord shows any. */
const CIRCLE_ALONE = { x: CIRCLE.x - 320, width: 640 };

export interface Picture {
  readonly png: Uint8Array;
  /** What it shows, for people who cannot see it. */
  readonly alt: string;
}

/**
 * The picture for a photo, 1200 × 720 pixels: a bar for each emotion, and the mood on the circle of valence and arousal.
 * It holds numbers and words of ours alone, in our own fonts, so it looks the same on a machine that has no fonts.
 * @param faces how many faces the emotions were averaged over
 * @param numbers of a group, those that its faces have in the text, in the order of the mood's points
 */
export async function drawMood(
  emotions: EmotionScores,
  mood: Mood,
  faces: number,
  t: Words,
  numbers?: readonly number[],
): Promise<Picture> {
  const alt = [
    barsText(emotions, faces, t),
    pointsText(mood, t),
    ...(numbers ? [t('picture.altNumbers')] : []),
  ].join(' ');
  return { png: await painted(moodSvg(emotions, mood, faces, t, numbers)), alt };
}

/** The picture for a mood that was told, 960 × 720 pixels: the circle alone. */
export async function drawFeltMood(mood: Mood, t: Words): Promise<Picture> {
  return { png: await painted(feltMoodSvg(mood, t)), alt: pointsText(mood, t) };
}

/** A drawing as PNG, larger by half, in our own fonts alone. */
export async function painted(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES] },
    fitTo: { mode: 'zoom', value: PIXELS_A_UNIT },
  });
  return image.asPng();
}

/** The picture for a photo before it is painted. */
export function moodSvg(
  emotions: EmotionScores,
  mood: Mood,
  faces: number,
  t: Words,
  numbers?: readonly number[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${fontFor(t)}" fill="${INK}">
    <rect width="100%" height="100%" fill="${GROUND.card}"/>
    ${heading(32, inXml(t(faces > 1 ? 'picture.groupEmotions' : 'picture.emotions')))}
    ${EMOTIONS.map((emotion, row) => bar(row, emotion, emotions[emotion], t)).join('')}
    ${heading(420, inMusic(mood, t))}
    ${moodCircle(mood, t, numbers)}
    ${numbers ? legend(t) : ''}
  </svg>`;
}

/** The picture for a mood that was told, before it is painted. */
export function feltMoodSvg(mood: Mood, t: Words): string {
  const { x, width } = CIRCLE_ALONE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="${x} 0 ${width} ${HEIGHT}" font-family="${fontFor(t)}" fill="${INK}">
    <rect x="${x}" width="${width}" height="${HEIGHT}" fill="${GROUND.card}"/>
    ${heading(CIRCLE.x, inMusic(mood, t), 'middle')}
    ${moodCircle(mood, t)}
  </svg>`;
}

function heading(x: number, text: string, anchor: 'start' | 'middle' = 'start'): string {
  return `<text x="${x}" y="54" font-size="26" font-weight="700" text-anchor="${anchor}">${text}</text>`;
}

function inMusic({ name }: Mood, t: Words): string {
  const [before = '', after = ''] = t('picture.circle', { mood: '\n' }).split('\n').map(inXml);
  return `${before}<tspan fill="${MOOD_COLOURS[name]}">${inXml(t(`mood.${name}`))}</tspan>${after}`;
}

/** What the diamond stands for, at the foot of the bars. */
function legend(t: Words): string {
  const y = 464;
  return `${diamond({ x: 42, y: y - 6 })}<text x="62" y="${y}" font-size="18" fill="${QUIET_INK}">${inXml(t('picture.together'))}</text>`;
}

function bar(row: number, emotion: Emotion, probability: number, t: Words): string {
  const y = 96 + row * 52;
  const full = 150;
  const track = `x="150" y="${y}" height="28"`;
  return `<text x="32" y="${y + 21}" font-size="22" fill="${QUIET_INK}">${inXml(t(`emotion.${emotion}`))}</text>
    <clipPath id="bar${row}"><rect ${track} width="${full}" rx="14"/></clipPath>
    <g clip-path="url(#bar${row})"><rect ${track} width="${full}" fill="${GROUND.bar}"/><rect ${track} width="${probability * full}" fill="${EMOTION_COLOURS[emotion]}"/></g>
    <text x="376" y="${y + 21}" font-size="22" font-weight="700" text-anchor="end">${inXml(t('picture.share', { percent: percent(probability) }))}</text>`;
}

function barsText(emotions: EmotionScores, faces: number, t: Words): string {
  const bars = EMOTIONS.map((emotion) =>
    t('picture.altBar', { emotion: t(`emotion.${emotion}`), percent: percent(emotions[emotion]) }),
  );
  return t(faces > 1 ? 'picture.altGroupBars' : 'picture.altBars', { bars: joined(bars, 'list', t) });
}

function pointsText({ points, name }: Mood, t: Words): string {
  return t('picture.altPoints', { count: points.length, mood: t(`mood.${name}`) });
}

export function percent(probability: number): number {
  return Math.round(probability * 100);
}
