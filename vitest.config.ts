import { defineConfig } from 'vitest/config';

// REQUIRE_ALL=1: a test that is skipped or left to do fails the run.
const requireAll = process.env.REQUIRE_ALL === '1';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/engine.setup.ts'],
    reporters: requireAll ? ['default', './test/no-skips.reporter.ts'] : ['default'],
    maxWorkers: 2,
    testTimeout: process.env.FULL === '1' ? 240_000 : 60_000,
    hookTimeout: 30_000,
  },
});
