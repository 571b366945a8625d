import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const made = new Set(['node_modules', '.svelte-kit', '.messages', 'build', 'paraglide', 'e2e']);

/** Builds the web unless the build that is there comes from exactly these sources. Throws when it does not build. */
export async function buildWeb(): Promise<void> {
  const web = join(root, 'packages/web');
  const stamp = join(web, 'build', 'sources.sha256');
  const sources = hashOf([join(root, 'pnpm-lock.yaml'), web, join(root, 'packages/shared')]);
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

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(files)) hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !made.has(name)).sort().flatMap((name) => files(join(path, name)));
}
