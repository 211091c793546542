import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the weights stand that come with Moodring. */
export const MODELS = join(import.meta.dirname, '../../../models');

/** Where the face-api package keeps its weights. */
export const FACE_API_WEIGHTS = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
