import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { migrateDatabase } from '#platform/migrations';
import { freshDatabase } from '#test/database';
import { startProgram } from '#test/program';
import { world } from '#test/world';
import { buildApp } from '../src/app.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => { for (const cleanup of cleanups.splice(0).reverse()) await cleanup(); });

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ganwan-operation-'));
  chmodSync(path, 0o755);
  cleanups.push(() => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));
  return path;
}

const get = (address: string, path: string) => fetch(address + path, { signal: AbortSignal.timeout(20_000) });
const status = async (address: string, path: string) => (await get(address, path)).status;

test('is alive but not ready while the database is away, and ready again when it is back', async () => {
  const dataDir = folder();
  const start = (port = 0) => startEmbedded({ dataDir, port, log: () => undefined, settings: { fsync: 'off' } });
  const server = await start();
  await migrateDatabase(server.url, join(import.meta.dirname, '../drizzle'));
  const here = await world({ databaseUrl: server.url });
  cleanups.push(here.close);
  expect(await status(here.address, '/api/health/ready')).toBe(200);
  await server.stop();
  expect(await status(here.address, '/api/health/ready')).toBe(503);
  expect(await status(here.address, '/api/health/live')).toBe(200);
  const again = await start(Number(new URL(server.url).port));
  cleanups.push(again.stop);
  await vi.waitFor(async () => expect(await status(here.address, '/api/health/ready')).toBe(200), { timeout: 10_000 });
}, 240_000);

test('told to stop, it is not ready any more, sends sockets elsewhere and finishes what is under way', async () => {
  const here = await world({ settings: { drainMs: 500 } });
  const person = await here.someone({ enterprise: 'none' });
  const socket = await person.socket();
  const left = new Promise<string>((tell) => socket.once('disconnect', tell));
  const slow = here.database.db.execute('select pg_sleep(1)');
  const stopping = here.app.close();
  expect(await status(here.address, '/api/health/ready')).toBe(503);
  expect(await status(here.address, '/api/health/live')).toBe(200);
  // A client connects again by itself after this one, and not after 'io server disconnect'.
  expect(await left).toBe('transport close');
  await slow;
  await stopping;
  await expect(get(here.address, '/api/health/live')).rejects.toThrow();
  await here.close();
});

test('a request under way when it is told to stop gets its answer', async () => {
  const { url, drop } = await freshDatabase();
  cleanups.push(drop);
  const database = openDatabase(url);
  cleanups.push(() => database.close());
  const dir = folder();
  const app = await buildApp({
    database, clock: systemClock,
    settings: { origin: 'http://localhost', secret: 'a secret only for tests, long enough', outbox: join(dir, 'outbox'), files: join(dir, 'files'), mailFrom: 'test@localhost', logLevel: 'silent' },
  });
  const arrived = Promise.withResolvers<void>();
  app.http.get('/api/slow', async () => { arrived.resolve(); await pause(500); return 'finished'; });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const answer = get(`http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`, '/api/slow');
  await arrived.promise;
  await app.close();
  expect(await (await answer).text()).toBe('finished');
});

test('says how it does, without naming anybody', async () => {
  const here = await world();
  cleanups.push(here.close);
  const person = await here.someone({ enterprise: 'none' });
  await person.socket();
  await get(here.address, '/api/health/ready');
  const text = await (await get(here.address, '/metrics')).text();
  expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/health\/ready",status="200"\} 1/);
  expect(text).toContain('\nsockets_connected 1\n');
  expect(text).toMatch(/\nnodejs_eventloop_lag_p99_seconds /);
  expect(text).toMatch(/\ndatabase_connections\{state="active"\} \d/);
  expect(text).toContain('\ndatabase_connections_allowed 10\n');
  expect(text).not.toContain(person.id);
  expect(text).not.toContain(person.email);
});

test('tells its figures to this machine and private networks alone', async () => {
  const here = await world({ settings: { proxies: 1 } });
  cleanups.push(here.close);
  const asked = async (remoteAddress: string, headers = {}) => (await here.app.http.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
  for (const address of ['127.0.0.1', '::1', '::ffff:172.18.0.4', '10.1.2.3', '192.168.7.7', 'fd12::1']) expect(await asked(address)).toBe(200);
  for (const address of ['203.0.113.5', '172.32.0.1', '::ffff:203.0.113.5', '2001:db8::1']) expect(await asked(address)).toBe(404);
  expect(await asked('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).toBe(404);
  expect(await asked('127.0.0.1', { forwarded: 'for=10.0.0.1' })).toBe(404);
});

test('answers of the API run nothing in a browser, and name their request', async () => {
  const here = await world();
  cleanups.push(here.close);
  const { headers } = await get(here.address, '/api/health/live');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('x-powered-by')).toBeNull();
  const refused = await get(here.address, '/api/nothing');
  expect(((await refused.json()) as { requestId: string }).requestId).toBe(refused.headers.get('x-request-id'));
});

test('no secret reaches the log, however much is logged', async () => {
  const { url, drop } = await freshDatabase();
  cleanups.push(drop);
  const SECRET = 'this-is-the-signing-secret-of-the-test';
  const dataDir = folder();
  const program = startProgram({ DATA_DIR: dataDir, DATABASE_URL: url, SECRET, LOG_LEVEL: 'trace' });
  cleanups.push(() => program.end('SIGKILL'));
  const address = await program.ready;
  const password = 'correct horse battery';
  const json = { 'content-type': 'application/json' };
  const signedUp = await fetch(`${address}/api/auth/sign-up/email?token=in-the-address`, { method: 'POST', headers: json, body: JSON.stringify({ name: '陈晓明', email: 'log@example.com', password }) });
  const cookie = signedUp.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  await fetch(`${address}/api/me`, { headers: { cookie, authorization: 'Bearer a-bearer-token' } });
  await fetch(`${address}/api/conversations`, { method: 'POST', headers: { ...json, cookie }, body: `{"password":"${password}` });
  await program.end('SIGTERM');
  const said = program.out() + program.err();
  expect(said).toContain('"path":"/api/auth/sign-up/email"');
  const session = cookie.split('=')[1];
  expect(signedUp.status).toBe(200);
  const secrets = [password, SECRET, new URL(url).password, 'a-bearer-token', 'in-the-address', session ?? 'no session'];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  expect(() => readFileSync(join(dataDir, 'secret'))).toThrow('ENOENT');
});
