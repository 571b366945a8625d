import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'scheduler', maxWorkers: 2, include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 } });
