import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

const web = resolve(import.meta.dirname, '..');

/** Around a run: the pages are built when they are older than their sources, and the site is stopped at the end. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganwan-site-'));
  project.provide('siteFolder', folder);
  if (!builtSince(join(web, 'build/handler.js'))) execFileSync(join(web, 'node_modules/.bin/vite'), ['build'], { cwd: web, stdio: 'ignore' });
  return async () => {
    const file = join(folder, 'site.json');
    if (existsSync(file)) await stop((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid);
    rmSync(folder, { recursive: true, force: true });
  };
}

function builtSince(target: string): boolean {
  if (!existsSync(target)) return false;
  const built = statSync(target).mtimeMs;
  const sources = globSync(['src/**/*', 'messages/**/*', 'static/**/*', '../shared/src/**/*', 'vite.config.ts'], { cwd: web, exclude: (name) => name.includes('paraglide') });
  return sources.every((source) => statSync(join(web, source)).mtimeMs <= built);
}

async function stop(pid: number): Promise<void> {
  const alive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  if (alive()) process.kill(pid, 'SIGTERM');
  for (let i = 0; i < 100 && alive(); i++) await new Promise((passed) => setTimeout(passed, 100));
}
