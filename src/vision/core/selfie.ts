import type { Photo } from '../../domain/reading.ts';
import { isSelfie, type PossibleFace } from '../../domain/selfie.ts';
import { MoodringError } from '../../errors.ts';
import type { Engine } from './face-api.ts';
import { findPossibleFaces, type FoundFace } from './find-faces.ts';
import { captionsIn, evenShare, groundShare, luminanceOf } from './photograph.ts';

/**
 * The one face of a selfie; `isSelfie` has the rule.
 * @throws MoodringError `no-selfie` if the photo is none
 */
export async function findSelfie(engine: Engine, photo: Photo): Promise<FoundFace> {
  const { atFirst, closeUp } = await findPossibleFaces(engine, photo);
  const [face] = closeUp;
  if (!face) throw new MoodringError('no-selfie');
  const possible = ({ score, box }: FoundFace): PossibleFace => ({
    certainty: score,
    height: box.height / photo.height,
  });
  const luminance = luminanceOf(photo);
  const evidence = {
    atFirst: atFirst.map(possible),
    closeUp: closeUp.map(possible),
    evenFace: evenShare(luminance, photo, face.box),
    ground: groundShare(luminance),
    captions: captionsIn(luminance, photo),
  };
  if (!isSelfie(evidence)) throw new MoodringError('no-selfie');
  return face;
}
