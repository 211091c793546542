import { defineConfig, type TestUserConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

import { nativeInstalled } from './src/vision/node/native.ts';

/** Ends a run on a line that any build server can read. */
const countLine: Reporter = {
  onTestRunEnd: (modules) => {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    if (!nativeInstalled())
      process.stdout.write(
        '\nThe vision tests ran on WASM alone; for tfjs-node: npm run engine -- install\n',
      );
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  },
};

/** These start the engines that they need; and what tells selfies from other pictures sees the same on either. */
const ONCE = [
  'tests/vision/engines.test.ts',
  'tests/vision/node/choose-engine.test.ts',
  'tests/vision/selfies.test.ts',
];

/** What all tests have in common. */
export const COMMON = {
  // Much of the time a test waits for a bot or a browser, so three keep two cores busy; each that reads photos holds the nets.
  maxWorkers: 3,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine takes its time to draw a page.
  expect: { poll: { timeout: 15_000 } },
  reporters: ['default', countLine],
} satisfies TestUserConfig;

export default defineConfig({
  test: {
    ...COMMON,
    projects: [
      {
        extends: true,
        test: { name: 'wasm', include: ['tests/**/*.test.ts'], env: { ENGINE: 'wasm' } },
      },
      // Reading photos once more on the other engine, where it is installed.
      ...(nativeInstalled()
        ? [
            {
              extends: true as const,
              test: {
                name: 'tfjs-node',
                include: ['tests/vision/**/*.test.ts', 'tests/commands/workers.test.ts'],
                exclude: ONCE,
                env: { ENGINE: 'tfjs-node' },
              },
            },
          ]
        : []),
    ],
  },
});
