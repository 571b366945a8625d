import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: ['./src/features/*/table.ts', './src/platform/letters-table.ts'], out: './drizzle', casing: 'snake_case' });
