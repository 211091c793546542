import { basename } from 'node:path';

import type { z } from 'zod';

import type { Emotion } from '../../domain/emotion.ts';
import { MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { type SeenFace, shownScores } from '../../vision/core/calibration.ts';
import type { Engine } from '../../vision/core/face-api.ts';
import { lookAtFaces } from '../../vision/core/read-emotions.ts';
import { chooseEngine } from '../../vision/node/choose-engine.ts';
import { startEngine } from '../../vision/node/engine.ts';
import type { mixesContract } from '../contract.ts';
import { type Outcome } from '../program.ts';
import { largestFaceIn } from './largest-face.ts';
import { photoFigures } from './photo-figures.ts';
import { labelledPhotos } from './photo-files.ts';

type MixesJson = z.infer<typeof mixesContract>;

/** What the labels head may count for within FERNet, and face-api's expression net within all. */
const LABELS = [0, 0.25, 0.5, 0.75, 0.9, 1];
const EXPRESSIONS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 1];

/** A labelled photo and what was said of its largest face, if it has one. */
interface LabelledPhoto {
  readonly truth: Emotion;
  readonly face: SeenFace | undefined;
}

/**
 * What people could be shown instead: one view or both, and the heads and face-api's expression net in other shares, on
 * folders of photos named by emotion, or on the photos that a `one_face.csv` lists.
 */
export async function evaluateMixes(folder: string): Promise<Outcome<MixesJson>> {
  const engine = await startEngine((await chooseEngine(readSettings().engine)).name);
  const photos: LabelledPhoto[] = [];
  for (const { truth, file } of await labelledPhotos(folder))
    photos.push({ truth, face: await seeLargest(engine, file) });
  if (photos.length === 0) throw new MoodringError('file-unreadable', { file: basename(folder) });
  const { corrections } = engine.nets.fernet.calibration;
  const rows = [1, 2].flatMap((views) =>
    EXPRESSIONS.flatMap((expressions) =>
      // Where FERNet counts for nothing, its heads make no difference.
      (expressions === 1 ? [0] : LABELS).map((labels) => {
        const fernet = 1 - expressions;
        const shares = { labels: labels * fernet, votes: (1 - labels) * fernet, expressions };
        const read = photos.map(({ truth, face }) => ({
          truth,
          scores:
            face && shownScores({ ...face, views: face.views.slice(0, views) }, { shares, corrections }),
        }));
        const { accuracy, balancedAccuracy, happySad } = photoFigures(read);
        return { views, shares, accuracy, balancedAccuracy, happySad };
      }),
    ),
  );
  const json = { n: photos.length, found: photos.filter(({ face }) => face).length, rows };
  return { json, text: tableOf(json) };
}

async function seeLargest(engine: Engine, file: string): Promise<SeenFace | undefined> {
  const face = await largestFaceIn(engine, file);
  if (!face) return undefined;
  return (await lookAtFaces(engine, face.photo, [face.crop], { inMirror: true, expressions: true }))[0];
}

function tableOf({ n, found, rows }: MixesJson): string {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(10);
  const lines = rows.map(({ views, shares: { labels, votes, expressions }, ...figures }) =>
    [
      String(views).padEnd(5),
      ...[labels, votes, expressions].map((share) => share.toFixed(3).padStart(12)),
      ...[figures.accuracy, figures.balancedAccuracy, figures.happySad].map(percent),
    ].join(''),
  );
  const heading = 'views      labels       votes expressions     right  balanced happy/sad';
  return `${found} of ${n} found\n${heading}\n${lines.join('\n')}\n`;
}
