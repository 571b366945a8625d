import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { freshDatabase } from '#test/database';
import { startRedis } from '#test/redis';
import { startProgram, type Program } from '#test/program';

const cleanups: (() => unknown)[] = [];
afterEach(async () => { for (const cleanup of cleanups.splice(0).reverse()) await cleanup(); });

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ganwan-start-'));
  chmodSync(path, 0o755);
  cleanups.push(() => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));
  return path;
}

function start(env: Record<string, string>): Program {
  const program = startProgram(env);
  cleanups.push(() => program.end('SIGKILL'));
  return program;
}

async function database(): Promise<string> {
  const { url, drop } = await freshDatabase();
  cleanups.push(drop);
  return url;
}

/** The one line a refused start says. */
async function refusal(env: Record<string, string>): Promise<string> {
  const program = start(env);
  expect(await program.ended).toBe(1);
  expect(program.out()).not.toContain('ready');
  expect(program.err().trim().split('\n')).toHaveLength(1);
  return program.err().trim();
}

const answers = async (address: string, path: string) => (await fetch(address + path, { signal: AbortSignal.timeout(10_000) })).status;

test('starts, stops at Ctrl-C with its database, and starts again after a kill with everything it had', async () => {
  const DATA_DIR = folder();
  const first = start({ DATA_DIR });
  const address = await first.ready;
  expect(await answers(address, '/api/health/ready')).toBe(200);
  expect(first.out().match(/^ready /gm)).toHaveLength(1);
  expect(first.out()).toContain(join(DATA_DIR, 'outbox'));
  const secret = readFileSync(join(DATA_DIR, 'secret'), 'utf8');
  expect(await first.end('SIGINT')).toBe(0);
  expect(existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid'))).toBe(false);

  const second = start({ DATA_DIR });
  await second.ready;
  await second.end('SIGKILL');
  const third = start({ DATA_DIR });
  expect(await answers(await third.ready, '/api/health/ready')).toBe(200);
  expect(readFileSync(join(DATA_DIR, 'secret'), 'utf8')).toBe(secret);
  expect(await third.end('SIGTERM')).toBe(0);
}, 240_000);

test('a promise that nobody waits for is told, and the process goes on', async () => {
  const fails = 'process.on("SIGUSR2", () => void Promise.reject(new Error("forgotten")))';
  const program = start({ DATA_DIR: folder(), NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fails)}` });
  const address = await program.ready;
  program.child.kill('SIGUSR2');
  await expect.poll(() => program.out() + program.err(), { timeout: 10_000 }).toContain('forgotten');
  expect(await answers(address, '/api/health/ready')).toBe(200);
  expect(await program.end('SIGTERM')).toBe(0);
}, 120_000);

test('a taken port is refused before anything is made', async () => {
  const holder = createServer().listen(0);
  await once(holder, 'listening');
  cleanups.push(() => holder.close());
  const { port } = holder.address() as AddressInfo;
  const DATA_DIR = folder();
  expect(await refusal({ DATA_DIR, PORT: String(port) })).toBe(`Port ${port} is taken by another program; set PORT to another one.`);
  expect(readdirSync(DATA_DIR)).toEqual([]);
});

test('a data folder that cannot be written is refused', async () => {
  const file = join(folder(), 'a-file');
  writeFileSync(file, 'kept');
  expect(await refusal({ DATA_DIR: join(file, 'data') })).toMatch(/^The data folder .* cannot be written \(ENOTDIR\); make it writable, or set DATA_DIR to another folder\.$/);
  if (process.platform === 'linux') expect(await refusal({ DATA_DIR: '/proc/none/data' })).toMatch(/^The data folder .* cannot be written \(ENOENT\); make it writable/);
  expect(readFileSync(file, 'utf8')).toBe('kept');
});

test.each([
  [{ PORT: 'eighty' }, /^PORT must be a port, 0 to 65535\.$/],
  [{ DATABASE_URL: 'mysql://somebody:a-password@host/db' }, /^DATABASE_URL must look like postgres:/],
  [{ SECRET: 'too short' }, /^SECRET must have 32 characters or more\.$/],
  [{ SEED: 'everything' }, /^SEED must be demo or none\.$/],
])('a wrong variable is named, with what it must look like: %o', async (wrong, sentence) => {
  const said = await refusal({ DATA_DIR: folder(), ...wrong });
  expect(said).toMatch(sentence);
  expect(said).not.toContain('a-password');
  expect(said).not.toContain('too short');
});

test('a Meilisearch that refuses the key is one sentence without the key, before anything is made', async () => {
  const guard = createHttpServer((request, answer) => answer.writeHead(request.headers.authorization === undefined ? 401 : 403, { 'content-type': 'application/json' }).end('{"code":"invalid_api_key"}')).listen(0, '127.0.0.1');
  await once(guard, 'listening');
  cleanups.push(() => guard.close());
  const DATA_DIR = folder();
  const MEILI_URL = `http://127.0.0.1:${(guard.address() as AddressInfo).port}`;
  const { host } = new URL(MEILI_URL);
  expect(await refusal({ DATA_DIR, MEILI_URL, MEILI_KEY: 'not-this-one' })).toBe(`Meilisearch at ${host} refuses the key; check MEILI_KEY.`);
  expect(await refusal({ DATA_DIR, MEILI_URL })).toBe(`Meilisearch at ${host} asks for a key; set MEILI_KEY.`);
  expect(existsSync(join(DATA_DIR, 'postgres'))).toBe(false);
});

test('a database of a newer version is refused and left as it is', async () => {
  const DATABASE_URL = await database();
  const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => undefined });
  cleanups.unshift(() => sql.end());
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)`;
  const before = await sql`select * from drizzle.__drizzle_migrations`;
  expect(await refusal({ DATA_DIR: folder(), DATABASE_URL })).toBe('The database was made by a newer version of this program (1 unknown migrations); start that version, or choose another database.');
  expect([...(await sql`select * from drizzle.__drizzle_migrations`)]).toEqual([...before]);
});

test('data of a newer PostgreSQL is refused and left as it is', async () => {
  const DATA_DIR = folder();
  const first = start({ DATA_DIR });
  await first.ready;
  await first.end('SIGINT');
  const version = join(DATA_DIR, 'postgres/data/PG_VERSION');
  writeFileSync(version, '19\n');
  expect(await refusal({ DATA_DIR })).toContain('was made by PostgreSQL 19 and this program brings PostgreSQL 18');
  expect(readFileSync(version, 'utf8')).toBe('19\n');
}, 240_000);

test('a wrong password for the database is one sentence without the password', async () => {
  const url = new URL(await database());
  url.password = 'a-wrong-password';
  const said = await refusal({ DATA_DIR: folder(), DATABASE_URL: url.href });
  expect(said).toContain('check DATABASE_URL');
  expect(said).not.toContain('a-wrong-password');
});

test('a Redis that is not there or refuses is one sentence without the password, and nothing is made', async () => {
  const redis = await startRedis({ password: 'the-password' });
  cleanups.push(redis.away);
  const { host } = new URL(redis.url);
  const DATA_DIR = folder();
  const wrong = await refusal({ DATA_DIR, REDIS_URL: `redis://:a-wrong-password@${host}` });
  expect(wrong).toMatch(new RegExp(`^Redis at ${host} cannot be used \\(WRONGPASS .*\\); check REDIS_URL\\.$`));
  expect(wrong).not.toContain('a-wrong-password');
  expect(await refusal({ DATA_DIR, REDIS_URL: `redis://${host}` })).toContain('(NOAUTH ');
  expect(await refusal({ DATA_DIR, REDIS_URL: `${redis.url}/99` })).toContain('(ERR DB index is out of range)');
  await redis.away();
  expect(await refusal({ DATA_DIR, REDIS_URL: redis.url })).toBe(`Redis at ${host} cannot be used (connect ECONNREFUSED ${host}); check REDIS_URL.`);
  // A server that takes connections and says nothing.
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  cleanups.push(() => silent.close());
  expect(await refusal({ DATA_DIR, REDIS_URL: `redis://127.0.0.1:${(silent.address() as AddressInfo).port}` })).toContain('(no answer)');
  expect(existsSync(join(DATA_DIR, 'postgres'))).toBe(false);
}, 240_000);

test('waits for a Redis that is only just starting', async () => {
  const redis = await startRedis();
  cleanups.push(redis.away);
  await redis.away();
  const program = start({ DATA_DIR: folder(), DATABASE_URL: await database(), REDIS_URL: redis.url });
  await pause(2000);
  await redis.back();
  expect(await answers(await program.ready, '/api/health/ready')).toBe(200);
});

test('starts without the Meilisearch it was told of, and searches the database', async () => {
  const address = await start({ DATA_DIR: folder(), DATABASE_URL: await database(), MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'a key' }).ready;
  const answer = await fetch(`${address}/api/search?q=${encodeURIComponent('铜箔')}`, { signal: AbortSignal.timeout(10_000) });
  expect(await answer.json()).toMatchObject({ total: 0, engine: 'postgresql', notice: 'engine_away' });
});

test('two programs that start at once on an empty database both come up', async () => {
  const url = new URL(await database());
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  await sql`drop schema public cascade`;
  await sql`drop schema drizzle cascade`;
  await sql`create schema public`;
  await sql.end();
  const both = [folder(), folder()].map((DATA_DIR) => start({ DATA_DIR, DATABASE_URL: url.href }));
  for (const program of both) expect(await answers(await program.ready, '/api/health/ready')).toBe(200);
}, 240_000);
