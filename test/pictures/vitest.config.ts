import { defineConfig } from 'vitest/config';

// `npm run pictures`: every page as it looks, into pictures/. No test: somebody looks at them.
export default defineConfig({
  test: {
    root: '.',
    globalSetup: ['test/engine.setup.ts'],
    include: ['test/pictures/pictures.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
