import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const made = new Set(['node_modules', '.svelte-kit', '.messages', 'build', 'paraglide', 'e2e']);

/** Builds the web unless the build that is there comes from exactly these sources. Throws when it does not build. */
export function buildWeb(): void {
  const web = join(root, 'packages/web');
  const stamp = join(web, 'build', 'sources.sha256');
  const sources = hashOf([join(root, 'pnpm-lock.yaml'), web, join(root, 'packages/shared')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const build = spawnSync('vite', ['build'], { cwd: web, encoding: 'utf8', env: { ...process.env, PATH: `${join(web, 'node_modules/.bin')}:${process.env['PATH']}` } });
  if (build.status !== 0) throw new Error(`The web does not build:\n${build.stdout}${build.stderr}${build.error ?? ''}`);
  writeFileSync(stamp, sources);
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(files)) hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !made.has(name)).sort().flatMap((name) => files(join(path, name)));
}
