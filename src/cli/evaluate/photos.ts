import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import { type Emotion, EMOTIONS } from '../../domain/emotion.ts';
import type { Face } from '../../domain/reading.ts';
import { asMoodringError, MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { startVision, type Vision } from '../../vision/node/vision.ts';
import type { facesContract, photosContract } from '../contract.ts';
import { type Outcome, readInput } from '../program.ts';
import * as statistics from './statistics.ts';

type PhotosJson = z.infer<typeof photosContract>;
type FacesJson = z.infer<typeof facesContract>;

/** The whole reading on folders of photos, named by emotion; `none` holds photos without a face. */
export async function evaluatePhotos(folder: string): Promise<Outcome<PhotosJson>> {
  return withVision(async (vision) => {
    const answers: { truth: Emotion; face: Face | undefined }[] = [];
    for (const truth of EMOTIONS)
      for (const file of await filesIn(join(folder, truth)))
        answers.push({ truth, face: await largestFace(vision, file) });
    const none = await filesIn(join(folder, 'none'));
    let falseAlarms = 0;
    for (const file of none) if (await largestFace(vision, file)) falseAlarms += 1;
    if (answers.length + none.length === 0)
      throw new MoodringError('file-unreadable', { file: basename(folder) });

    const right = ({ truth, face }: (typeof answers)[number]): boolean =>
      face !== undefined && statistics.leading(face.emotions) === truth;
    const of = (emotion: Emotion) => answers.filter(({ truth }) => truth === emotion);
    const shown = EMOTIONS.filter((emotion) => of(emotion).length > 0);
    const recall = Object.fromEntries(
      shown.map((emotion) => [emotion, statistics.shareOf(of(emotion), right)]),
    );
    const happyOrSad = [...of('happy'), ...of('sad')];
    const sure = answers.filter(({ face }) => face?.sure);
    const json: PhotosJson = {
      n: answers.length,
      found: answers.filter(({ face }) => face).length,
      accuracy: statistics.shareOf(answers, right),
      balancedAccuracy:
        Object.values(recall).reduce((sum, value) => sum + value, 0) / Math.max(1, shown.length),
      recall,
      happySad: statistics.shareOf(
        happyOrSad,
        ({ truth, face }) =>
          face !== undefined && face.emotions.happy > face.emotions.sad === (truth === 'happy'),
      ),
      sureShare: sure.length / Math.max(1, answers.length),
      accuracyWhenSure: statistics.shareOf(sure, right),
      none: { n: none.length, falseAlarms },
    };
    return { json, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}

const listShape = z.array(z.object({ file: z.string(), kind: z.string() }));

/** In how many hand-checked photos a face is found: *clear*, *hard*, and photos without one. */
export async function evaluateFaces(photos: string): Promise<Outcome<FacesJson>> {
  return withVision(async (vision) => {
    const list = listShape.parse(
      parse(await readInput(join(photos, 'happy_sad', 'one_face.csv')), { columns: true }),
    );
    const counted = async (files: readonly string[]) => {
      const missed: string[] = [];
      for (const file of files) if (!(await largestFace(vision, file))) missed.push(basename(file));
      return { n: files.length, found: files.length - missed.length, missed };
    };
    const ofKind = (kind: string) =>
      list.filter((row) => row.kind === kind).map(({ file }) => join(photos, 'happy_sad', file));
    const none = await counted(await filesIn(join(photos, 'no_face')));
    const json: FacesJson = {
      clear: await counted(ofKind('clear')),
      hard: await counted(ofKind('hard')),
      none: { n: none.n, falseAlarms: none.found },
    };
    const line = (name: string, { n, found, missed }: FacesJson['clear']) =>
      `${name.padEnd(6)} ${found} of ${n}${missed.length > 0 ? `; missed ${missed.join(', ')}` : ''}\n`;
    return {
      json,
      text: `${line('clear', json.clear)}${line('hard', json.hard)}none   ${json.none.falseAlarms} false alarms of ${json.none.n}\n`,
    };
  });
}

async function withVision<T>(work: (vision: Vision) => Promise<T>): Promise<T> {
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

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}
