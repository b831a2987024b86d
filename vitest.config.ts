import { defineConfig } from 'vitest/config';
import SlowFirst from './test/slow-first.sequencer.ts';

// REQUIRE_ALL=1: a test that is skipped or left to do fails the run.
const requireAll = process.env.REQUIRE_ALL === '1';

// What sets the environment of its process, starts others, or measures its memory has a process of its own.
const alone = [
  'test/infra/**/*.test.{ts,tsx}',
  'test/product/**/*.test.{ts,tsx}',
  'test/functions/runtime.test.ts',
  'test/shared/operations/package-memory.test.ts',
];

const every = {
  environment: 'node',
  // For what hangs; nothing is to fail because a machine is slow.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // The tests run on the oldest Node that runs the product; the SDK would say so once in every process.
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
} as const;

export default defineConfig({
  test: {
    globalSetup: ['test/engine.setup.ts'],
    reporters: requireAll ? ['default', './test/no-skips.reporter.ts'] : ['default'],
    // One more than there are cores: most of what is tested waits for its table now and then.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    projects: [
      { test: { ...every, name: 'alone', include: alone } },
      {
        // The others load what they test once for many files, which is most of what a small one costs: each has tables, doors and a clock of its own.
        test: {
          ...every,
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: alone,
          isolate: false,
          // What an earlier file leaves behind is swept before it is much.
          execArgv: ['--max-old-space-size=1500'],
        },
      },
    ],
  },
});
