import { z } from 'zod';

import { MoodringError } from '../../errors.ts';
import {
  emotionContract,
  facesContract,
  mixesContract,
  musicContract,
  photosContract,
  selfiesContract,
  stepsContract,
} from '../contract.ts';
import { runProgram } from '../program.ts';
import { evaluateEmotion } from './emotion.ts';
import { evaluateMixes } from './mixes.ts';
import { evaluateMusic } from './music.ts';
import { evaluateFaces, evaluatePhotos } from './photos.ts';
import { evaluateSelfies } from './selfies.ts';
import { evaluateSteps } from './steps.ts';

const USAGE =
  'npm run evaluate -- emotion --sheets DIR [--split public] [--fit [--write]] | photos DIR | faces DIR | selfies [DIR] | mixes DIR | steps DIR | music [DIR] [--check]  [--json]';

await runProgram({
  usage: USAGE,
  options: {
    sheets: { type: 'string' },
    split: { type: 'string', default: 'public' },
    fit: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
  contract: z.union([
    emotionContract,
    photosContract,
    mixesContract,
    stepsContract,
    facesContract,
    selfiesContract,
    musicContract,
  ]),
  run: ({ values: { sheets, split, fit, write, check }, positionals: [verb, folder, ...more] }) => {
    if (verb === 'emotion' && sheets !== undefined && folder === undefined)
      return evaluateEmotion(sheets, split, { fit, write });
    if (verb === 'photos' && folder !== undefined && more.length === 0) return evaluatePhotos(folder);
    if (verb === 'mixes' && folder !== undefined && more.length === 0) return evaluateMixes(folder);
    if (verb === 'steps' && folder !== undefined && more.length === 0) return evaluateSteps(folder);
    if (verb === 'faces' && folder !== undefined && more.length === 0) return evaluateFaces(folder);
    if (verb === 'selfies' && more.length === 0) return evaluateSelfies(folder);
    if (verb === 'music' && more.length === 0) return evaluateMusic({ folder, check });
    throw new MoodringError('usage', { usage: USAGE });
  },
});
