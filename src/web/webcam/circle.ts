import { html } from 'hono/html';

import { CIRCLE, onDisc, type Spot } from '../../cards/disc.ts';
import type { Words } from '../../cards/words.ts';
import { MOOD_NAMES, MOOD_PLACES } from '../../domain/mood.ts';
import type { Html } from '../page.ts';

/** Room for the words around the circle, in its units. */
const MARGIN = 34;

/** The size of the words, as the style sheet has it, and half of what a letter takes on average. */
const WORD = 15;
const HALF_A_LETTER = 0.28 * WORD;

/** A word stands below its landmark, or above it where the level axis or the rim would cross it. */
const BELOW = 21;
const OFFSETS = [BELOW, -9];

/**
 * The circle of valence and arousal with the named moods as landmarks, as on the cards; the page's script moves the
 * marker, and where else the mood may lie.
 */
export function liveCircle(t: Words): Html {
  const { x, y, radius } = CIRCLE;
  const half = radius + MARGIN;
  return html`<svg
    class="circle"
    viewBox="${x - half} ${y - half} ${2 * half} ${2 * half}"
    role="img"
    aria-label="${t('webcam.circle')}"
  >
    <clipPath id="disc"><circle cx="${x}" cy="${y}" r="${radius}" /></clipPath>
    <circle class="disc" cx="${x}" cy="${y}" r="${radius}" />
    <path class="axis" d="M${x - radius} ${y}h${2 * radius}M${x} ${y - radius}v${2 * radius}" />
    <g clip-path="url(#disc)"><circle class="reach moving" id="reach" /></g>
    <circle class="rim" cx="${x}" cy="${y}" r="${radius}" />
    <g class="axis-words">
      <text x="${x}" y="${y - radius - 12}">${t('picture.intense')}</text>
      <text x="${x}" y="${y + radius + 26}">${t('picture.quiet')}</text>
      <text transform="translate(${x - radius - 12} ${y}) rotate(-90)">${t('picture.unpleasant')}</text>
      <text transform="translate(${x + radius + 12} ${y}) rotate(90)">${t('picture.pleasant')}</text>
    </g>
    ${MOOD_NAMES.map((name) => {
      const spot = onDisc(MOOD_PLACES[name]);
      const word = t(`mood.${name}`);
      const baseline = spot.y + (OFFSETS.find((offset) => hasRoom(spot, offset, word)) ?? BELOW);
      return html`<g class="landmark" id="landmark-${name}">
        <circle class="mood-${name}" cx="${spot.x}" cy="${spot.y}" r="4" />
        <text x="${spot.x}" y="${baseline}">${word}</text>
      </g>`;
    })}
    <circle class="marker moving" id="marker" r="11" visibility="hidden" />
  </svg>`;
}

function hasRoom({ x, y }: Spot, offset: number, word: string): boolean {
  const baseline = y + offset;
  const crossesAxis = baseline + 4 > CIRCLE.y && baseline - WORD < CIRCLE.y;
  const farthest = Math.hypot(Math.abs(x - CIRCLE.x) + word.length * HALF_A_LETTER, baseline - CIRCLE.y);
  return !crossesAxis && farthest < CIRCLE.radius;
}
