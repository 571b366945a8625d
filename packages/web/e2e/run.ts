import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Around a run: a folder for the site that the first journey starts, which is stopped at the end. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ganwan-site-'));
  project.provide('siteFolder', folder);
  return async () => {
    const file = join(folder, 'site.json');
    if (existsSync(file)) await stop((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid);
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
