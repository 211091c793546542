/** What may be a face, in a photo that nobody asked to have read. */
export interface PossibleFace {
  /** How certain it is that this is a face, in [0, 1]. */
  readonly certainty: number;
  /** Its height as a share of the picture's. */
  readonly height: number;
}

/** What tells a selfie from other pictures. Shares are in [0, 1]. */
export interface SelfieEvidence {
  /** At first sight, and from close up; most certain first. */
  readonly atFirst: readonly PossibleFace[];
  readonly closeUp: readonly PossibleFace[];
  /** The share of the face's middle in which neighbouring pixels are as good as equal. */
  readonly evenFace: number;
  /** The share of the picture that has one shade of grey. */
  readonly ground: number;
  /** Edges of white letters with a black rim, for each 1,000 pixels. */
  readonly captions: number;
}

/**
 * When a photo that somebody just posts is answered. The bounds lie between what photos show (`no_face_train`, posed faces,
 * and the clear ones) and what drawings do, in four sets of made pictures of which one is measured;
 * `npm run evaluate -- selfies` prints what they reach.
 */
const RULE = {
  /** One face is this certain in both looks. Of 285 photos without a face, none is as certain in both. */
  face: 0.9,
  /** Nothing else in either look is likelier a face than this. */
  other: 0.3,
  /** The face fills as much of the picture's height. */
  height: 0.15,
  /** Skin has shades: 0.55 at most of 100 posed photos; drawn faces have 0.6 and more, as JPEG too. */
  evenFace: 0.58,
  /** Screens are mostly ground: 0.77 and more, photos in a studio up to 0.64. */
  ground: 0.7,
  /** Memes have 7 and more, photos of one face 4 at most. */
  captions: 6,
} as const;

/**
 * Whether a picture is somebody's selfie: a photograph with exactly one clear face that fills a sensible part of it, and
 * nothing else that looks like a face. Screenshots, memes, drawings, things and crowds are none; in doubt it is none.
 */
export function isSelfie({ atFirst, closeUp, evenFace, ground, captions }: SelfieEvidence): boolean {
  const alone = [atFirst, closeUp].every(
    ([face, ...others]) =>
      face !== undefined &&
      face.certainty >= RULE.face &&
      face.height >= RULE.height &&
      others.every(({ certainty }) => certainty < RULE.other),
  );
  return alone && evenFace < RULE.evenFace && ground < RULE.ground && captions < RULE.captions;
}
