import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'web', maxWorkers: 2, include: ['src/**/*.test.ts'] } });
