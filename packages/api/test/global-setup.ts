import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#platform/embedded-postgres';

declare module 'vitest' {
  interface ProvidedContext { databaseServer: string }
}

/** One server for the whole run; every test file copies the migrated database `template`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ganwan-test-'));
  chmodSync(dataDir, 0o755);
  const said: string[] = [];
  const server = await startEmbedded({
    dataDir,
    log: (line) => said.push(line),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  });
  await makeTemplate(server.url);
  project.provide('databaseServer', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(server: string): Promise<void> {
  const admin = postgres(server, { max: 1 });
  await admin`create database template_ganwan`;
  await admin.end();
  const url = new URL(server);
  url.pathname = '/template_ganwan';
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  const migrationsFolder = join(import.meta.dirname, '..', 'drizzle');
  if (existsSync(join(migrationsFolder, 'meta', '_journal.json'))) await migrate(drizzle(sql), { migrationsFolder });
  await sql.end();
}
