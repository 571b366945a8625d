import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    include: ['**/*.test.ts'],
    globalSetup: ['run.ts'],
    // Each works on a site of its own; more would need more cores.
    maxWorkers: 2,
    // After everything else: a browser that waits for a core looks like a page that hangs.
    sequence: { groupOrder: 1 },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
