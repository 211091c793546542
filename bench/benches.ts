import { engines } from './engines/engines.ts';
import { load } from './load/load.ts';
import { music } from './music/music.ts';
import type { Bench } from './row.ts';
import { vision } from './vision/vision.ts';
import { webcam } from './webcam/webcam.ts';

/** Every bench, by the name under which `npm run bench` knows it. */
export const BENCHES: readonly Bench[] = [load, engines, vision, music, webcam];
