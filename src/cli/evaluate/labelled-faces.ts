import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { z } from 'zod';

import { type Emotion, EMOTIONS } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import type { SeenFace } from '../../vision/core/calibration.ts';
import type { FaceCrop } from '../../vision/core/crop.ts';
import type { Engine } from '../../vision/core/face-api.ts';
import { lookAtFaces } from '../../vision/core/read-emotions.ts';
import { readInput } from '../program.ts';

/** Side of a face on its sheet, in pixels. */
const SIDE = 48;

const whole = z.coerce.number().int().min(0);

/** A row of `labels.csv`: where a face stands, what it was called, and the ten FER+ votes. */
const rowShape = z.object({
  split: z.string(),
  emotion: z.enum(EMOTIONS),
  sheet: z.string(),
  column: whole,
  line: whole,
  twin_in_public: z.stringbool(),
  twin_in_private: z.stringbool(),
  votes_neutral: whole,
  votes_happiness: whole,
  votes_surprise: whole,
  votes_sadness: whole,
  votes_anger: whole,
  votes_disgust: whole,
  votes_fear: whole,
  votes_contempt: whole,
  votes_unknown: whole,
  votes_nf: whole,
});

type Row = z.infer<typeof rowShape>;

/** A labelled face and what the nets say of it, seen both ways. */
export interface LabelledFace extends SeenFace {
  readonly truth: Emotion;
  /** The emotion with most FER+ votes, where one has and it is one of the seven. */
  readonly voted: Emotion | undefined;
  /** Whether a pixel-identical image stands in one of the test sets. */
  readonly twin: boolean;
}

/**
 * Reads the faces of one split of FER-2013 (sheets of 50 × 50 faces and `labels.csv`), each as a face found in a photo.
 * @throws MoodringError `file-unreadable`
 */
export async function readLabelledFaces(
  engine: Engine,
  folder: string,
  split: string,
): Promise<readonly LabelledFace[]> {
  const expressions = engine.nets.fernet.calibration.shares.expressions > 0;
  const text = await readInput(join(folder, 'labels.csv'));
  const rows = z.array(rowShape).parse(parse(text, { columns: true }));
  const wanted = Map.groupBy(
    rows.filter((row) => row.split === split),
    ({ sheet }) => sheet,
  );
  const faces: LabelledFace[] = [];
  for (const [sheet, onSheet] of wanted) {
    const photo = await photoOf(join(folder, sheet));
    for (const onLine of Map.groupBy(onSheet, (row) => row.line).values()) {
      const seen = await lookAtFaces(engine, photo, onLine.map(cropOf), { inMirror: true, expressions });
      faces.push(...seen.flatMap((face, index) => labelled(onLine[index], face)));
    }
  }
  return faces;
}

async function photoOf(file: string): Promise<Photo> {
  const { data, info } = await sharp(await readInput(file))
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, scale: 1 };
}

function cropOf({ column, line }: Row): FaceCrop {
  return { x: (column + 0.5) * SIDE, y: (line + 0.5) * SIDE, side: SIDE, tilt: 0 };
}

function labelled(row: Row | undefined, face: SeenFace): LabelledFace[] {
  if (!row) return [];
  const twin = row.twin_in_public || row.twin_in_private;
  return [{ ...face, truth: row.emotion, voted: votedIn(row), twin }];
}

function votedIn(row: Row): Emotion | undefined {
  const votes: [Emotion | undefined, number][] = [
    ['neutral', row.votes_neutral],
    ['happy', row.votes_happiness],
    ['surprise', row.votes_surprise],
    ['sad', row.votes_sadness],
    ['angry', row.votes_anger],
    ['disgust', row.votes_disgust],
    ['fear', row.votes_fear],
    [undefined, row.votes_contempt],
    [undefined, row.votes_unknown],
    [undefined, row.votes_nf],
  ];
  const [first, second] = votes.toSorted((a, b) => b[1] - a[1]);
  return first && second && first[1] > second[1] ? first[0] : undefined;
}
