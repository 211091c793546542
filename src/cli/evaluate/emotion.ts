import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { z } from 'zod';

import { MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { faceApiEmotionReader, TEMPERATURE, withTemperature } from '../../vision/core/read-emotions.ts';
import { usableEngines } from '../../vision/node/choose-engine.ts';
import { FACE_API_WEIGHTS, startEngine } from '../../vision/node/engine.ts';
import type { emotionContract } from '../contract.ts';
import type { Outcome } from '../program.ts';
import { type LabelledFace, readLabelledFaces } from './labelled-faces.ts';
import * as statistics from './statistics.ts';

type EmotionJson = z.infer<typeof emotionContract>;

/** A reading is called sure from the confidence on at which this share of such readings is right. */
const RIGHT_WHEN_SURE = 0.85;

/**
 * The shipped net on labelled faces, on every engine that runs here; with `fit`, also the temperature and the rule for
 * "sure" that the first engine's answers suggest.
 */
export async function evaluateEmotion(
  folder: string,
  split: string,
  fit: boolean,
): Promise<Outcome<EmotionJson>> {
  const results: EmotionJson['results'] = [];
  let first: readonly LabelledFace[] | undefined;
  for (const name of await usableEngines(readSettings().engine)) {
    const engine = await startEngine(name);
    const faces = await readLabelledFaces(engine, faceApiEmotionReader(engine), folder, split);
    if (faces.length === 0)
      throw new MoodringError('file-unreadable', { file: `${basename(folder)} (split ${split})` });
    results.push({ head: 'face-api', engine: name, ...figuresOf(faces) });
    first ??= faces;
  }
  const weights = await readFile(join(FACE_API_WEIGHTS, 'face_expression_model.bin'));
  const json: EmotionJson = {
    model: { sha256: createHash('sha256').update(weights).digest('hex') },
    n: first?.length ?? 0,
    results,
    ...(fit && first ? { fit: fitted(first) } : {}),
  };
  return { json, text: `${JSON.stringify(json, null, 2)}\n` };
}

function figuresOf(faces: readonly LabelledFace[]): Omit<EmotionJson['results'][number], 'head' | 'engine'> {
  const accuracy = statistics.accuracy(faces);
  const leakFree = faces.filter(({ twin }) => !twin);
  const voted = faces.flatMap(({ voted, scores }) => (voted ? [{ truth: voted, scores }] : []));
  return {
    accuracy,
    interval: statistics.interval(accuracy, faces.length),
    leakFree: { n: leakFree.length, accuracy: statistics.accuracy(leakFree) },
    macroF1: statistics.macroF1(faces),
    recall: statistics.recall(faces),
    happySad: statistics.happyAgainstSad(faces),
    ece: statistics.calibrationError(faces),
    nll: statistics.negativeLogLikelihood(faces),
    ferplus: {
      n: voted.length,
      accuracy: statistics.accuracy(voted),
      ece: statistics.calibrationError(voted),
    },
  };
}

/** The temperature with the best likelihood, and the least confidence from which on enough readings are right. */
function fitted(faces: readonly LabelledFace[]): NonNullable<EmotionJson['fit']> {
  const at = (temperature: number) =>
    faces.map(({ truth, scores }) => ({ truth, scores: withTemperature(scores, temperature / TEMPERATURE) }));
  const temperatures = Array.from({ length: 120 }, (_, step) => 0.5 + step * 0.05);
  const temperature = temperatures.reduce((best, next) =>
    statistics.negativeLogLikelihood(at(next)) < statistics.negativeLogLikelihood(at(best)) ? next : best,
  );
  const answers = at(temperature);
  const confidenceOf = ({ scores }: statistics.Scored): number => scores[statistics.leading(scores)];
  const thresholds = Array.from({ length: 80 }, (_, step) => 0.2 + step * 0.01);
  const sureAt = (from: number) => answers.filter((answer) => confidenceOf(answer) >= from);
  const sureFrom = thresholds.find((from) => statistics.accuracy(sureAt(from)) >= RIGHT_WHEN_SURE) ?? 1;
  return {
    temperature,
    ece: statistics.calibrationError(answers),
    sureFrom,
    sureShare: sureAt(sureFrom).length / answers.length,
    accuracyWhenSure: statistics.accuracy(sureAt(sureFrom)),
  };
}
