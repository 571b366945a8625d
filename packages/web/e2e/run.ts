import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../../scripts/web-build.ts';

/** Around a run: the pages built when their sources have changed, and a folder for the sites, which are stopped at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb();
  const folder = mkdtempSync(join(tmpdir(), 'ganwan-site-'));
  project.provide('sites', folder);
  return async () => {
    const started = readdirSync(folder).filter((name) => name.endsWith('.json'));
    await Promise.all(started.map((name) => stop((JSON.parse(readFileSync(join(folder, name), 'utf8')) as { pid: number }).pid)));
    rmSync(folder, { recursive: true, force: true });
  };
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
