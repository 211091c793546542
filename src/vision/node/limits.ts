/** The largest photo that is looked at, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** The most pixels a photo may claim in its header; beyond that it is not decoded. */
export const MOST_PIXELS = 64_000_000;

/** The shortest side a photo may have, in pixels. */
export const LEAST_SIDE = 32;

/**
 * The longest side of a decoded photo, in pixels. The closest look of all takes 256 of them as they are, and there a face
 * of a twentieth of the photo is found; larger photos cost time, and reduced this way their edges are smoother than a
 * crop's.
 */
export const LONGEST_SIDE = 640;
