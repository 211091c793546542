import type { Photo } from '../../domain/reading.ts';
import { asMoodringError } from '../../errors.ts';
import type { FaceCrop } from '../../vision/core/crop.ts';
import type { Engine } from '../../vision/core/face-api.ts';
import { findReadable } from '../../vision/core/read-photo.ts';
import { decodePhoto } from '../../vision/node/decode.ts';
import { readInput } from '../program.ts';

/** The largest face in a file's photo; nothing where the reading would be refused. */
export async function largestFaceIn(
  engine: Engine,
  file: string,
): Promise<{ readonly photo: Photo; readonly crop: FaceCrop } | undefined> {
  const bytes = await readInput(file);
  try {
    const photo = await decodePhoto(bytes);
    const [face] = await findReadable(engine, photo);
    return face && { photo, crop: face.crop };
  } catch (error) {
    if (asMoodringError(error).code === 'unexpected') throw error;
    return undefined;
  }
}
