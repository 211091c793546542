import { defineConfig } from 'vitest/config';

import { nativeInstalled } from './src/vision/node/native.ts';
import { COMMON } from './vitest.config.ts';

/** What takes too long for every change: `npm run test:long`, on the fastest engine that is installed. */
export default defineConfig({
  test: {
    ...COMMON,
    include: ['tests/**/*.long.ts'],
    env: { ENGINE: nativeInstalled() ? 'tfjs-node' : 'wasm' },
  },
});
