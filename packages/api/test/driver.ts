import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { freshDatabase } from './database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let admin: Sql;
const opened: Sql[] = [];

/** For a file of tests of the driver: a database of its own with one table, empty before every test. */
export function driverTests(): void {
  beforeAll(async () => {
    database = await freshDatabase();
    admin = postgres(database.url, { max: 1 });
    await admin`create table note (text text)`;
  });
  beforeEach(() => admin`truncate note`);
  afterEach(async () => { await Promise.all(opened.splice(0).map((sql) => sql.end({ timeout: 1 }))); });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });
}

export const address = () => database.url;

/** A pool on that database, closed after the test. */
export function open(options: postgres.Options<Record<string, never>> = {}): Sql {
  const sql = postgres(database.url, { backoff: false, ...options });
  opened.push(sql);
  return sql;
}

export const backend = async (sql: Sql | TransactionSql) => (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;
export const kill = (pid: number) => admin`select pg_terminate_backend(${pid}, 5000)`;
export const notes = async () => (await admin<{ text: string }[]>`select text from note order by text`).map((row) => row.text);
export const outcome = (work: Promise<unknown>) => work.then(() => 'done', () => 'failed');

/** A program of its own, which an uncaught error would end; its argument is the address. */
export async function run(source: string, url: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source, url], { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}
