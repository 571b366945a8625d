import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { projects: ['packages/*/vitest.config.ts', 'packages/web/e2e/vitest.config.ts'] } });
