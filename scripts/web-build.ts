import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// Paraglide writes the last five into `project.inlang` while it builds.
const made = new Set(['node_modules', '.svelte-kit', '.messages', 'build', 'paraglide', 'e2e', '.gitignore', '.lix', '.meta.json', 'README.md', 'cache']);

/** Builds the web unless the build that is there comes from exactly these sources. Throws when it does not build. */
export async function buildWeb(): Promise<void> {
  const web = join(root, 'packages/web');
  const stamp = join(web, 'build', 'sources.sha256');
  const sources = hashOf(webSources());
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  await vite(web);
  writeFileSync(stamp, sources);
}

async function vite(web: string): Promise<void> {
  const build = spawn(join(web, 'node_modules/.bin/vite'), ['build'], { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const give = () => {
    build.kill();
    process.exit(1);
  };
  for (const signal of signals) process.once(signal, give);
  const [code] = (await once(build, 'close')) as [number | null];
  for (const signal of signals) process.off(signal, give);
  if (code !== 0) throw new Error(`The web does not build:\n${said}`);
}

/** Every file the pages are made of, and none that making them writes: the next start would build again. */
export const webSources = (): string[] => [join(root, 'pnpm-lock.yaml'), join(root, 'packages/web'), join(root, 'packages/shared')].flatMap(files);

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !made.has(name)).sort().flatMap((name) => files(join(path, name)));
}
