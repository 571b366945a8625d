import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'shared', maxWorkers: 2, include: ['src/**/*.test.ts'] } });
