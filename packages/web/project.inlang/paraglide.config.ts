import type { CompilerOptions } from '@inlang/paraglide-js';

/**
 * How the reader's language is found: their own choice (a cookie), else what the browser asks for,
 * else simplified Chinese. Addresses carry no language (docs/decisions/0009).
 */
export default {
  outdir: './src/lib/paraglide',
  strategy: ['custom-reader', 'baseLocale'],
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
} satisfies Omit<CompilerOptions, 'project'>;
