import { defineConfig } from 'vitest/config';

import usual from './vitest.config.ts';

/** What takes too long for every change: `npm run test:long`. */
export default defineConfig({ test: { ...usual.test, include: ['tests/**/*.long.ts'] } });
