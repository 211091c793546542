import { z } from 'zod';

import { MoodringError } from '../../errors.ts';
import { emotionContract, facesContract, musicContract, photosContract } from '../contract.ts';
import { runProgram } from '../program.ts';
import { evaluateEmotion } from './emotion.ts';
import { evaluateMusic } from './music.ts';
import { evaluateFaces, evaluatePhotos } from './photos.ts';

const USAGE =
  'npm run evaluate -- emotion --sheets DIR [--split public] [--fit] | photos DIR | faces DIR | music [DIR]  [--json]';

await runProgram({
  usage: USAGE,
  options: {
    sheets: { type: 'string' },
    split: { type: 'string', default: 'public' },
    fit: { type: 'boolean', default: false },
  },
  contract: z.union([emotionContract, photosContract, facesContract, musicContract]),
  run: ({ values: { sheets, split, fit }, positionals: [verb, folder, ...more] }) => {
    if (verb === 'emotion' && sheets !== undefined && folder === undefined)
      return evaluateEmotion(sheets, split, fit);
    if (verb === 'photos' && folder !== undefined && more.length === 0) return evaluatePhotos(folder);
    if (verb === 'faces' && folder !== undefined && more.length === 0) return evaluateFaces(folder);
    if (verb === 'music' && more.length === 0) return evaluateMusic(folder);
    throw new MoodringError('usage', { usage: USAGE });
  },
});
