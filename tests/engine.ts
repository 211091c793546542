import { z } from 'zod';

import { ENGINES } from '../src/domain/engine.ts';

/** What photos are read with in these tests: vitest.config.ts says it, and runs the tests of vision on each engine. */
export const ENGINE = z.enum(ENGINES).parse(process.env['ENGINE']);
