import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'api',
    // Vitest would leave one of two cores idle.
    maxWorkers: 2,
    include: ['demo/**/*.test.ts', 'src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // The end of a hang, not a judgement of speed: a crowded machine is slow and right.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
