import type { z } from 'zod';

import { errorText } from '../cards/error-card.ts';
import { wordsFor } from '../cards/words.ts';
import { ranked } from '../domain/emotion.ts';
import { asMoodringError, MoodringError } from '../errors.ts';
import { moodOfReading } from '../flows/answer-photo.ts';
import { readSettings } from '../settings.ts';
import { startVision, type Vision } from '../vision/node/vision.ts';
import { readContract } from './contract.ts';
import { readInput, runProgram } from './program.ts';

type Entry = z.infer<typeof readContract>[number];

const USAGE = 'npm run read -- PHOTO… [--json]';
const t = wordsFor('en');

await runProgram({
  usage: USAGE,
  options: {},
  contract: readContract,
  run: async ({ positionals: files }) => {
    if (files.length === 0) throw new MoodringError('usage', { usage: USAGE });
    const vision = await startVision({ workers: 1, engine: readSettings().engine });
    try {
      const entries: Entry[] = [];
      for (const file of files) entries.push(await readOne(vision, file));
      return { json: entries, text: entries.map(textOf).join('') };
    } finally {
      await vision.close();
    }
  },
});

async function readOne(vision: Vision, file: string): Promise<Entry> {
  try {
    const started = performance.now();
    const { reading, timings } = await vision.read(await readInput(file), 'everyone');
    const mood = moodOfReading(reading, 'me');
    return {
      file,
      faces: reading.faces.map(({ box, score, emotions, sure }) => ({ box, score, emotions, sure })),
      mood: { name: mood.name, points: [...mood.points] },
      timings: { ...timings, total: performance.now() - started },
    };
  } catch (cause) {
    const error = asMoodringError(cause);
    return { file, error: { code: error.code, message: errorText(error, t) } };
  }
}

function textOf(entry: Entry): string {
  if ('error' in entry) return `${entry.file}\n  ${entry.error.message}\n`;
  const faces = entry.faces.map(({ box, emotions, sure }) => {
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
    const read = ranked(emotions)
      .slice(0, 3)
      .map(({ emotion, probability }) => `${t(`emotion.${emotion}`)} ${Math.round(probability * 100)} %`)
      .join(', ');
    return `  face at ${x},${y} (${width}×${height}): ${read}${sure ? '' : ' (not sure)'}\n`;
  });
  const time = Math.round(entry.timings.total);
  return `${entry.file}\n${faces.join('')}  mood: ${t(`mood.${entry.mood.name}`)} (${time} ms)\n`;
}
