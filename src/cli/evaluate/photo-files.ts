import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import { type Emotion, EMOTIONS } from '../../domain/emotion.ts';
import { readInput } from '../program.ts';

/** A photo of one face, checked by hand. */
export interface CheckedPhoto {
  readonly file: string;
  /** How well the face can be seen: `clear`, `hard`, or something that is left out of figures. */
  readonly kind: string;
  /** Nothing where its face shows neither of the two. */
  readonly emotion: Emotion | undefined;
}

const rowShape = z.object({
  file: z.string(),
  kind: z.string(),
  emotion: z.union([z.enum(EMOTIONS), z.literal('')]),
});

/** The paths of what lies in a folder, in the order of their names; none where there is no such folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}

/**
 * The photos that `one_face.csv` in a folder lists.
 * @throws MoodringError `file-unreadable`
 */
export async function checkedPhotos(folder: string): Promise<readonly CheckedPhoto[]> {
  const text = await readInput(join(folder, 'one_face.csv'));
  return z
    .array(rowShape)
    .parse(parse(text, { columns: true }))
    .map(({ file, kind, emotion }) => ({
      file: join(folder, file),
      kind,
      emotion: emotion === '' ? undefined : emotion,
    }));
}

/** A folder's photos with their emotions: those checked by hand where a list names them, else by the name of their folder. */
export async function labelledPhotos(
  folder: string,
): Promise<readonly { readonly truth: Emotion; readonly file: string }[]> {
  if (!existsSync(join(folder, 'one_face.csv'))) {
    const byEmotion = EMOTIONS.map(async (truth) =>
      (await filesIn(join(folder, truth))).map((file) => ({ truth, file })),
    );
    return (await Promise.all(byEmotion)).flat();
  }
  const checked = await checkedPhotos(folder);
  return checked
    .filter(({ kind }) => kind === 'clear' || kind === 'hard')
    .flatMap(({ emotion, file }) => (emotion ? [{ truth: emotion, file }] : []));
}
