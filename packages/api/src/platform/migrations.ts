import { setTimeout as pause } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { longLimits, openDatabase, type OpenDatabase } from './database.ts';
import { StartRefusal } from './start-refusal.ts';

// Any constant will do: several processes that start at once take turns by it.
const migrationLock = 4_823_190;

/**
 * Brings the database to this program's schema; several processes may call it at once.
 * @param patience Seconds to wait for a server that does not answer yet.
 * @throws StartRefusal when the server does not answer, is older than PostgreSQL 18, or holds a newer schema.
 */
export async function migrateDatabase(url: string, folder: string, patience = 10): Promise<void> {
  // One connection, because the lock belongs to it.
  const database = openDatabase(url, longLimits, 1);
  try {
    await reach(database, url, patience);
    await refuseOldServer(database);
    await database.sql`select pg_advisory_lock(${migrationLock})`;
    await refuseNewerSchema(database, folder);
    await migrate(database.db, { migrationsFolder: folder });
  } finally {
    await database.close();
  }
}

async function reach({ sql }: OpenDatabase, url: string, patience: number): Promise<void> {
  for (let left = patience; ; left--) {
    try {
      return void (await sql`select 1`);
    } catch (cause) {
      const { code = 'unknown reason' } = cause as { code?: string };
      // 57P03: it is still starting. Wrong names and passwords do not get better by waiting.
      const mayPass = /^(E[A-Z]+|CONN|SILENCE|57P0)/.test(code) && code !== 'ENOTFOUND';
      if (left > 0 && mayPass) {
        await pause(1000);
        continue;
      }
      throw new StartRefusal(`The database at ${new URL(url).host} cannot be used (${code}: ${(cause as Error).message}); check DATABASE_URL.`, { cause });
    }
  }
}

async function refuseOldServer({ sql }: OpenDatabase): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
  if (row && row.number < 180_000) throw new StartRefusal(`The database server is PostgreSQL ${row.name} and this program needs 18 or newer; set DATABASE_URL to such a server.`);
}

async function refuseNewerSchema({ sql }: OpenDatabase, folder: string): Promise<void> {
  const [table] = await sql<{ known: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return;
  const ours = new Set(readMigrationFiles({ migrationsFolder: folder }).map((migration) => String(migration.folderMillis)));
  const applied = await sql<{ created_at: string }[]>`select created_at from drizzle.__drizzle_migrations order by created_at`;
  const unknown = applied.filter((row) => !ours.has(row.created_at)).length;
  if (unknown > 0) throw new StartRefusal(`The database was made by a newer version of this program (${unknown} unknown migrations); start that version, or choose another database.`);
}
