import type { EmotionScores } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import { isSure, type SeenFace, shownScores } from './calibration.ts';
import { cropFace, type FaceCrop } from './crop.ts';
import { readExpressions } from './expression-net.ts';
import type { Engine } from './face-api.ts';
import { FACE_SIDE, lookAt, mirrored } from './fernet.ts';
import type { FoundFace } from './find-faces.ts';

/** What a face's pixels say. */
export interface ReadEmotions {
  readonly emotions: EmotionScores;
  /** Whether the leading emotion can be named without a "perhaps". */
  readonly sure: boolean;
}

/** Reads the emotion in faces that were found: one entry a face, in their order. */
export async function readEmotions(
  engine: Engine,
  photo: Photo,
  faces: readonly FoundFace[],
): Promise<readonly ReadEmotions[]> {
  const { calibration } = engine.nets.fernet;
  const crops = faces.map(({ crop }) => crop);
  const seen = await lookAtFaces(engine, photo, crops, {
    inMirror: calibration.mirrored,
    expressions: calibration.shares.expressions > 0,
  });
  return seen.map((face) => {
    const emotions = shownScores(face, calibration);
    return { emotions, sure: isSure(emotions, calibration) };
  });
}

/** What to ask of a face besides FERNet's answer to it as it is. */
export interface Asked {
  /** FERNet's answer to its mirror image. */
  readonly inMirror: boolean;
  /** Those of face-api's expression net. */
  readonly expressions: boolean;
}

/** What the nets say of the faces in some crops of a photo, all in one batch a net. */
export async function lookAtFaces(
  engine: Engine,
  photo: Photo,
  crops: readonly FaceCrop[],
  asked: Asked,
): Promise<readonly SeenFace[]> {
  const faces = crops.map((crop) => cropFace(photo, crop, FACE_SIDE));
  const pictures = asked.inMirror ? [...faces, ...faces.map(mirrored)] : faces;
  const views = await lookAt(engine.tf, engine.nets.fernet, pictures);
  const expressions = asked.expressions ? await readExpressions(engine, photo, crops) : [];
  return faces.map((_, index) => ({
    views: views.filter((_, at) => at % faces.length === index),
    expressions: expressions[index],
  }));
}
