import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { afterEach, expect, test, vi } from 'vitest';
import { startEmbedded, type Embedded } from '#platform/embedded-postgres';

const cleanups: (() => unknown)[] = [];
afterEach(async () => { for (const cleanup of cleanups.splice(0).reverse()) await cleanup(); });

function folder(mode = 0o755): string {
  const path = mkdtempSync(join(tmpdir(), 'ganwan-embedded-'));
  chmodSync(path, mode);
  cleanups.push(() => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));
  return path;
}

async function start(dataDir: string): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  cleanups.push(server.stop);
  return server;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try { return await sql.unsafe(statement); } finally { await sql.end(); }
}

/** A program that starts the server and then does nothing until it is killed. */
async function program(dataDir: string): Promise<{ pid: number; server: number; kill: () => Promise<unknown> }> {
  const source = `import { startEmbedded } from '#platform/embedded-postgres';
    const server = await startEmbedded({ dataDir: process.argv[1], log: () => undefined, settings: { fsync: 'off' } });
    console.log(server.pid());`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source, dataDir], {
    cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async () => { if (child.exitCode === null && child.signalCode === null) { child.kill('SIGKILL'); await once(child, 'exit'); } };
  cleanups.push(kill);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { pid: child.pid ?? 0, server: Number(line), kill };
}

test('keeps its data over a stop, in UTF-8 with the builtin collation', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await ask(first.url, `create table word (text text); insert into word values ('电解铜箔')`);
  await first.stop();
  const second = await start(dataDir);
  expect(await ask(second.url, 'select text from word')).toEqual([{ text: '电解铜箔' }]);
  const [database] = await ask(second.url, `select pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale from pg_database where datname = 'postgres'`);
  expect(database).toEqual({ encoding: 'UTF8', datlocprovider: 'b', datlocale: 'C.UTF-8' });
});

test('starts where only we may enter the data folder, and finds the same data again', async () => {
  const dataDir = folder(0o700);
  const first = await start(dataDir);
  await ask(first.url, 'create table kept ()');
  await first.stop();
  const second = await start(dataDir);
  expect(await ask(second.url, `select to_regclass('kept') is not null as found`)).toEqual([{ found: true }]);
  const pointer = join(dataDir, 'postgres-is-at');
  if (process.getuid?.() === 0) cleanups.push(() => rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true }));
  expect(existsSync(pointer)).toBe(process.getuid?.() === 0);
});

test('a second program on the same data is refused in one sentence', async () => {
  const dataDir = folder();
  const other = await program(dataDir);
  await expect(startEmbedded({ dataDir, log: () => undefined })).rejects.toThrow(`is in use by a running program (process ${other.pid})`);
});

test('a killed program leaves no server behind and its data starts again', async () => {
  const dataDir = folder();
  const killed = await program(dataDir);
  await killed.kill();
  await vi.waitFor(() => expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false), { timeout: 15_000 });
  expect((await ask((await start(dataDir)).url, 'select 1 as one'))).toEqual([{ one: 1 }]);
});

test('a program killed together with its server starts again', async () => {
  const dataDir = folder();
  const killed = await program(dataDir);
  process.kill(killed.server, 'SIGKILL');
  await killed.kill();
  expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(true);
  expect((await ask((await start(dataDir)).url, 'select 1 as one'))).toEqual([{ one: 1 }]);
});

test('a pid file whose number another program now has does not stop the start', async () => {
  const dataDir = folder();
  await (await start(dataDir)).stop();
  const data = join(dataDir, 'postgres', 'data');
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`);
  expect((await ask((await start(dataDir)).url, 'select 1 as one'))).toEqual([{ one: 1 }]);
});

test('a server that dies on its own is started again on the same address', async () => {
  const server = await start(folder());
  const died = server.pid() ?? 0;
  process.kill(died, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]), { timeout: 15_000 });
  expect(server.pid()).not.toBe(died);
});

test('data of a newer PostgreSQL is refused and left alone', async () => {
  const dataDir = folder();
  await (await start(dataDir)).stop();
  const version = join(dataDir, 'postgres', 'data', 'PG_VERSION');
  writeFileSync(version, '19\n');
  await expect(startEmbedded({ dataDir, log: () => undefined })).rejects.toThrow('was made by PostgreSQL 19 and this program brings PostgreSQL 18');
  writeFileSync(version, '18\n');
  expect((await ask((await start(dataDir)).url, 'select 1 as one'))).toEqual([{ one: 1 }]);
});
