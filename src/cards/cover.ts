import sharp from 'sharp';

import { moodNameAt } from '../domain/mood.ts';
import type { Playlist } from '../domain/playlist.ts';
import { GROUND, INK, MOOD_COLOURS } from './colours.ts';
import { fontFor } from './fonts.ts';
import { painted } from './picture.ts';
import { inXml } from './svg.ts';
import type { Words } from './words.ts';

/** Before it is painted; larger by half afterwards. Spotify shows covers up to 640 wide. */
const SIDE = 640;

/** A bar's length is where its track lies between quiet and intense. */
const SHORTEST = 0.25;

const QUALITY = 85;

/**
 * A cover for a list, 960 × 960 pixels: a bar for each track in its mood's colour, longer where it is more intense, and
 * the mood's name. A JPEG of some 50 KB.
 */
export async function drawCover(playlist: Playlist, t: Words): Promise<Uint8Array> {
  return sharp(await painted(coverSvg(playlist, t)))
    .flatten({ background: GROUND.card })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

/** The cover before it is painted. */
export function coverSvg({ mood, picks }: Playlist, t: Words): string {
  const width = SIDE / Math.max(1, picks.length);
  const full = SIDE * 0.72;
  const bars = picks.map(({ track }, index) => {
    const height = full * (SHORTEST + ((1 - SHORTEST) * (track.arousal + 1)) / 2);
    return `<rect x="${index * width}" width="${width + 0.5}" height="${height}" fill="${MOOD_COLOURS[moodNameAt(track)]}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" font-family="${fontFor(t)}" fill="${INK}">
    <rect width="100%" height="100%" fill="${GROUND.card}"/>
    ${bars.join('')}
    <text x="40" y="${SIDE - 84}" font-size="76" font-weight="700" fill="${MOOD_COLOURS[mood.name]}">${inXml(t(`mood.${mood.name}`))}</text>
    <text x="42" y="${SIDE - 40}" font-size="26">Moodring</text>
  </svg>`;
}
