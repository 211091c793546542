import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** Ends a run on a line that any build server can read. */
const countLine: Reporter = {
  onTestRunEnd: (modules) => {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  },
};

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: more workers would only wait for each other, and each that reads photos holds the nets.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', countLine],
  },
});
