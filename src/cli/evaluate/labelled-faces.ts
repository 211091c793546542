import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { z } from 'zod';

import { type Emotion, EMOTIONS } from '../../domain/emotion.ts';
import type { Engine } from '../../vision/core/face-api.ts';
import type { EmotionReader } from '../../vision/core/read-emotions.ts';
import { readInput } from '../program.ts';
import type { Scored } from './statistics.ts';

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

export interface LabelledFace extends Scored {
  /** Whether a pixel-identical image stands in one of the test sets. */
  readonly twin: boolean;
  /** The emotion with most FER+ votes, where one has and it is one of the seven. */
  readonly voted: Emotion | undefined;
}

/**
 * Reads the faces of one split of FER-2013 (sheets of 50 × 50 faces and `labels.csv`) with an emotion reader, each
 * face as a face found in a photo.
 * @throws MoodringError `file-unreadable`
 */
export async function readLabelledFaces(
  { tf }: Engine,
  reader: EmotionReader,
  folder: string,
  split: string,
): Promise<readonly LabelledFace[]> {
  const text = await readInput(join(folder, 'labels.csv'));
  const rows = z.array(rowShape).parse(parse(text, { columns: true }));
  const wanted = Map.groupBy(
    rows.filter((row) => row.split === split),
    ({ sheet }) => sheet,
  );
  const faces: LabelledFace[] = [];
  for (const [sheet, onSheet] of wanted) {
    const { data, info } = await sharp(await readInput(join(folder, sheet)))
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bytesOfLine = SIDE * info.width * info.channels;
    for (const [line, onLine] of Map.groupBy(onSheet, (row) => row.line)) {
      // Line by line: beyond 2^24 values WebAssembly's crops are off, since it counts them in single precision.
      const bytes = data.subarray(line * bytesOfLine, (line + 1) * bytesOfLine);
      const pixels = tf.tensor3d(bytes, [SIDE, info.width, info.channels], 'int32');
      const answers = await reader(pixels, onLine.map(asFoundFace));
      faces.push(...onLine.flatMap((row, index) => scored(row, answers[index]?.emotions)));
      pixels.dispose();
    }
  }
  return faces;
}

function asFoundFace({ column }: Row) {
  // Half a pixel in from the edge: a box spans the centres of its outer pixels.
  return { box: { x: column * SIDE, y: 0, width: SIDE - 1, height: SIDE - 1 }, score: 1 };
}

function scored(row: Row, scores: Scored['scores'] | undefined): LabelledFace[] {
  if (!scores) return [];
  return [
    { truth: row.emotion, scores, twin: row.twin_in_public || row.twin_in_private, voted: votedIn(row) },
  ];
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
