import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform/port';
import type { MeiliAddress } from './start.ts';

/** The `meilisearch` program of this path, if there is one. */
export function meiliProgram(path: string): string | undefined {
  return path.split(delimiter).filter(Boolean).map((folder) => join(folder, 'meilisearch')).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

interface Child { address: MeiliAddress; stop(): Promise<void> }

/**
 * Starts Meilisearch on this machine only, its data under `dataDir`, with a key nobody else knows. One that ends
 * by itself is started again after a second; until then PostgreSQL searches.
 */
export async function startMeili(program: string, dataDir: string, say: (line: string) => void): Promise<Child> {
  const folder = join(dataDir, 'meilisearch');
  mkdirSync(folder, { recursive: true });
  const address = { url: `http://127.0.0.1:${await freePort()}`, key: randomBytes(24).toString('base64url') };
  let child: ChildProcess | undefined;
  let stopping = false;

  function launch(): void {
    child = spawn(program, ['--http-addr', new URL(address.url).host, '--db-path', join(folder, 'data'), '--dump-dir', join(folder, 'dumps'), '--snapshot-dir', join(folder, 'snapshots'), '--env', 'production', '--no-analytics', '--log-level', 'ERROR'], {
      env: { MEILI_MASTER_KEY: address.key }, stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (said: Buffer) => say(`meilisearch: ${said.toString().trim()}`));
    child.once('error', (error) => say(`meilisearch could not be started: ${error.message}`));
    child.once('exit', () => {
      if (!stopping) void pause(1000, undefined, { ref: false }).then(() => { if (!stopping) launch(); });
    });
  }
  launch();

  return {
    address,
    async stop() {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child?.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
    },
  };
}
