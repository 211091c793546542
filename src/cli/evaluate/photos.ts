import { basename, join } from 'node:path';

import type { z } from 'zod';

import { EMOTIONS } from '../../domain/emotion.ts';
import type { Face } from '../../domain/reading.ts';
import { asMoodringError, MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { startVision, type Vision } from '../../vision/node/vision.ts';
import type { facesContract, photosContract } from '../contract.ts';
import { type Outcome, readInput } from '../program.ts';
import { isRight, isToldApart, photoFigures, type ReadPhoto } from './photo-figures.ts';
import { checkedPhotos, filesIn } from './photo-files.ts';
import * as statistics from './statistics.ts';

type PhotosJson = z.infer<typeof photosContract>;
type FacesJson = z.infer<typeof facesContract>;

/** The whole reading on folders of photos, named by emotion; `none` holds photos without a face. */
export async function evaluatePhotos(folder: string): Promise<Outcome<PhotosJson>> {
  return withVision(async (vision) => {
    const answers: (ReadPhoto & { readonly sure: boolean })[] = [];
    for (const truth of EMOTIONS)
      for (const file of await filesIn(join(folder, truth))) {
        const face = await largestFace(vision, file);
        answers.push({ truth, scores: face?.emotions, sure: face?.sure ?? false });
      }
    const none = await filesIn(join(folder, 'none'));
    let falseAlarms = 0;
    for (const file of none) if (await largestFace(vision, file)) falseAlarms += 1;
    if (answers.length + none.length === 0)
      throw new MoodringError('file-unreadable', { file: basename(folder) });

    const sure = answers.filter((answer) => answer.sure);
    const json: PhotosJson = {
      n: answers.length,
      found: answers.filter(({ scores }) => scores).length,
      ...photoFigures(answers),
      sureShare: sure.length / Math.max(1, answers.length),
      accuracyWhenSure: statistics.shareOf(sure, isRight),
      none: { n: none.length, falseAlarms },
    };
    return { json, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}

/** What is found and read in hand-checked photos: *clear*, *hard*, and photos without a face. */
export async function evaluateFaces(photos: string): Promise<Outcome<FacesJson>> {
  return withVision(async (vision) => {
    const checked = await checkedPhotos(join(photos, 'happy_sad'));
    const ofKind = async (kind: string): Promise<FacesJson['clear']> => {
      const missed: string[] = [];
      const read: ReadPhoto[] = [];
      for (const { file, emotion } of checked.filter((photo) => photo.kind === kind)) {
        const face = await largestFace(vision, file);
        if (!face) missed.push(basename(file));
        if (emotion) read.push({ truth: emotion, scores: face?.emotions });
      }
      const n = checked.filter((photo) => photo.kind === kind).length;
      const toldApart = { n: read.length, right: read.filter(isToldApart).length };
      return { n, found: n - missed.length, missed, toldApart };
    };
    const none = await filesIn(join(photos, 'no_face'));
    let falseAlarms = 0;
    for (const file of none) if (await largestFace(vision, file)) falseAlarms += 1;
    const json: FacesJson = {
      clear: await ofKind('clear'),
      hard: await ofKind('hard'),
      none: { n: none.length, falseAlarms },
    };
    const line = (name: string, { n, found, missed, toldApart }: FacesJson['clear']) =>
      `${name.padEnd(6)} ${found} of ${n}, happy and sad told apart in ${toldApart.right} of ${toldApart.n}` +
      `${missed.length > 0 ? `; missed ${missed.join(', ')}` : ''}\n`;
    return {
      json,
      text: `${line('clear', json.clear)}${line('hard', json.hard)}none   ${json.none.falseAlarms} false alarms of ${json.none.n}\n`,
    };
  });
}

/** Does work with a vision of its own. */
export async function withVision<T>(work: (vision: Vision) => Promise<T>): Promise<T> {
  const vision = await startVision({ workers: 1, engine: readSettings().engine });
  try {
    return await work(vision);
  } finally {
    await vision.close();
  }
}

/** The face that speaks for a photo, or undefined where the reading was refused. */
async function largestFace(vision: Vision, file: string): Promise<Face | undefined> {
  try {
    return (await vision.read(await readInput(file))).reading.faces[0];
  } catch (error) {
    if (asMoodringError(error).code === 'unexpected') throw error;
    return undefined;
  }
}
