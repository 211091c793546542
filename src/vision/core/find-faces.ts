import type { Box, Photo } from '../../domain/reading.ts';
import { alignedCrop } from './alignment.ts';
import { propose, type Proposal, type View } from './blazeface.ts';
import type { FaceCrop } from './crop.ts';
import type { Engine } from './face-api.ts';
import { certaintyOf, faceLogits } from './face-or-not.ts';
import { blended, distinct } from './suppression.ts';
import { around, tiles, whole } from './views.ts';

/** A face found in the decoded photo; its box is in the photo's own (bounded) pixels and may reach over its edge. */
export interface FoundFace {
  readonly box: Box;
  /** How certain it is that this is a face, in [0, 1]. */
  readonly score: number;
  /** The square to read its emotion from. */
  readonly crop: FaceCrop;
}

/** BlazeFace is asked for whatever it gives this score or more: it misses nobody then, and sees faces in every bush. */
const HINT = 0.25;

/** Of those, so many of the best are looked at closely. */
const MOST = 32;

/** From this certainty on it is a face, or one beyond doubt; below the last, nobody. */
const FACE = 0.5;
const SURE = 0.9;
const NOBODY = 0.1;

/**
 * Finds everybody's face. BlazeFace proposes, a net of our own says which are faces. Where that does not show exactly one
 * face beyond doubt and nothing else that could be one, the photo is looked at more closely, in parts.
 *
 * The views and bounds were chosen on photos that nothing was trained on; `npm run evaluate -- faces` prints what they
 * reach.
 */
export async function findFaces(engine: Engine, photo: Photo): Promise<readonly FoundFace[]> {
  const faces = (await lookAround(engine, photo, looks(photo))).at(-1) ?? [];
  return faces.filter(isFace);
}

/** Whatever could be a face, each time most certain first. */
export interface Glances {
  readonly atFirst: readonly FoundFace[];
  readonly closeUp: readonly FoundFace[];
}

/** Looks for faces at first sight and then closely, whatever was seen at first, and tells of what is none too. */
export async function findPossibleFaces(engine: Engine, photo: Photo): Promise<Glances> {
  const [atFirst = [], closeUp = []] = await lookAround(
    engine,
    photo,
    looks(photo).map(({ views }, index) => ({ views, settled: () => index === 1 })),
  );
  return { atFirst, closeUp };
}

/** Finds whoever sits before a camera, by the cheapest look alone. */
export async function findFacesAtAGlance(engine: Engine, photo: Photo): Promise<readonly FoundFace[]> {
  const [atFirst = []] = await lookAround(engine, photo, looks(photo).slice(0, 1));
  return atFirst.filter(isFace);
}

/** Looks for a face around the place where it was a moment ago. */
export async function findFacesAround(engine: Engine, photo: Photo, box: Box): Promise<readonly FoundFace[]> {
  const nearby = [{ views: [around(box, NEARBY)], settled: () => true }];
  const [faces = []] = await lookAround(engine, photo, nearby);
  return faces.filter(isFace);
}

/** What each look adds to the ones before it, until one settles it; most certain first. */
async function lookAround(
  engine: Engine,
  photo: Photo,
  looks: readonly Look[],
): Promise<readonly (readonly FoundFace[])[]> {
  const tensor = engine.tf.tensor3d(photo.pixels, [photo.height, photo.width, 3], 'int32');
  const seen: Proposal[] = [];
  const found: (readonly FoundFace[])[] = [];
  try {
    for (const { views, settled } of looks) {
      seen.push(...(await propose(engine.tf, engine.nets.blazeface, tensor, views, HINT)));
      const faces = distinct(await judged(engine, photo, blended(seen).slice(0, MOST)));
      found.push(faces.map((face) => ({ ...face, box: widened(face.box) })));
      if (settled(faces)) break;
    }
  } finally {
    tensor.dispose();
  }
  return found;
}

/**
 * Of a face that was there a moment ago, so many times its size is looked at. Of 109 faces of 30 to 50 pixels, cut from web
 * photos and put into a picture of 640 × 480, this finds 104 where they were and 103 a whole face further; twice their size
 * finds 104 and 78, six times 106 and 106, which is no sure gain and shows the net a smaller face.
 */
const NEARBY = 3;

/** BlazeFace's box ends at the brows, the cheeks and above the chin; people see a face with those in it. In box sizes. */
const ROOM = { around: 0.06, above: 0.02, below: 0.1 };

function widened({ x, y, width, height }: Box): Box {
  return {
    x: x - ROOM.around * width,
    y: y - ROOM.above * height,
    width: width * (1 + 2 * ROOM.around),
    height: height * (1 + ROOM.above + ROOM.below),
  };
}

interface Look {
  readonly views: readonly View[];
  /** Whether no further look is needed. */
  readonly settled: (faces: readonly FoundFace[]) => boolean;
}

/**
 * From the cheapest look to the closest. BlazeFace was trained on faces with room around them and misses the ones that
 * fill the frame, which is what selfies are: so the first look has a margin.
 */
function looks(photo: Photo): readonly Look[] {
  return [
    { views: [whole(photo, 1.5)], settled: ([first, ...others]) => isSure(first) && others.every(isNobody) },
    {
      views: [whole(photo, 1), whole(photo, 2), ...tiles(photo, 0.6)],
      settled: (faces) => faces.some(isFace),
    },
    { views: tiles(photo, 0.4), settled: () => true },
  ];
}

const isFace = ({ score }: FoundFace): boolean => score >= FACE;
const isSure = (face: FoundFace | undefined): boolean => (face?.score ?? 0) >= SURE;
const isNobody = ({ score }: FoundFace): boolean => score < NOBODY;

/** How certain it is of each proposal that it is a face. */
async function judged(
  engine: Engine,
  photo: Photo,
  proposals: readonly Proposal[],
): Promise<readonly FoundFace[]> {
  const crops = proposals.map(alignedCrop);
  const logits = await faceLogits(engine, photo, crops);
  return proposals.flatMap(({ box, score }, index) => {
    const [crop, logit] = [crops[index], logits[index]];
    return crop && logit !== undefined ? [{ box, score: certaintyOf(score, logit), crop }] : [];
  });
}
