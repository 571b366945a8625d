import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { houseRates } from '#platform/rate-limits';
import { freshDatabase } from '#test/database';
import { startRedis } from '#test/redis';
import { buildApp, type App, type Pages, type Settings } from '../src/app.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => { for (const cleanup of cleanups.splice(0).reverse()) await cleanup(); });

/** The product before it listens, so that a test may add a route of its own. */
async function product(given: { settings?: Partial<Settings>; pages?: Pages; prepare?: (app: App) => void } = {}): Promise<{ app: App; address: string; port: number }> {
  const { url, drop } = await freshDatabase();
  const database = openDatabase(url);
  const folder = mkdtempSync(join(tmpdir(), 'ganwan-limits-'));
  const app = await buildApp({
    database, clock: systemClock, pages: given.pages,
    settings: { origin: 'http://localhost', secret: 'a secret only for tests, long enough', outbox: join(folder, 'outbox'), files: join(folder, 'files'), mailFrom: 'test@localhost', logLevel: 'silent', ...given.settings },
  });
  given.prepare?.(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  cleanups.push(drop, () => database.close(), () => app.close(), () => rmSync(folder, { recursive: true, force: true }));
  const { port } = app.http.server.address() as AddressInfo;
  return { app, port, address: `http://127.0.0.1:${port}` };
}

const ask = (address: string, path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers, signal: AbortSignal.timeout(20_000) });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

async function aRedis(): Promise<string> {
  const { url, away } = await startRedis();
  cleanups.push(away);
  return url;
}

test('a handler that does not end is answered for: 504', async () => {
  const { address } = await product({ prepare: ({ http }) => http.get('/api/slow', { handlerTimeout: 100 }, () => pause(60_000, 'never', { ref: false })) });
  const answer = await ask(address, '/api/slow');
  expect(answer.status).toBe(504);
  expect(await codeOf(answer)).toBe('deadline_exceeded');
});

test.each([
  ['throws', () => { throw new Error('a page'); }],
  ['fails later', () => Promise.reject(new Error('a page'))],
] satisfies [string, Pages][])('a page that %s is answered for, and the next one is served', async (_, pages) => {
  const { address } = await product({ pages });
  expect((await ask(address, '/')).status).toBe(500);
  expect((await ask(address, '/api/health/live')).status).toBe(200);
});

test('every route has a deadline without saying so', async () => {
  let deadline = 0;
  const { address } = await product({ prepare: ({ http }) => http.get('/api/any', (request) => { deadline = request.routeOptions.handlerTimeout; return 'ok'; }) });
  await ask(address, '/api/any');
  expect(deadline).toBe(28_000);
});

test('a client that never finishes its headers is hung up on', async () => {
  const { app, port } = await product();
  expect(app.http.server.headersTimeout).toBe(15_000);
  expect(app.http.server.requestTimeout).toBe(900_000);
  expect(app.http.server.timeout).toBe(75_000);
  app.http.server.headersTimeout = 200;
  const slow = connect({ port, host: '127.0.0.1' });
  slow.write('GET /api/health/live HTTP/1.1\r\nhost: localhost\r\n');
  let heard = '';
  slow.setEncoding('utf8').on('data', (text: string) => { heard += text; });
  await once(slow, 'close');
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});

test('a body over the limit is refused', async () => {
  const { address } = await product({ prepare: ({ http }) => http.post('/api/any', () => 'ok') });
  const answer = await fetch(`${address}/api/any`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify('x'.repeat(1024 * 1024)) });
  expect(answer.status).toBe(413);
  expect(await codeOf(answer)).toBe('too_large');
});

test('one address may not ask without end, whatever it asks', async () => {
  const { address } = await product({ settings: { rates: { ...houseRates, perAddress: 3 } } });
  for (const path of ['/api/health/live', '/api/nothing', '/api/health/live']) expect((await ask(address, path)).status).not.toBe(429);
  const refused = await ask(address, '/api/health/live');
  expect(refused.status).toBe(429);
  expect(await codeOf(refused)).toBe('too_many_requests');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('an address is believed only from the proxies we know of', async () => {
  const counted = async (proxies: number) => {
    const { address } = await product({ settings: { proxies, rates: { ...houseRates, perAddress: 1 } } });
    await ask(address, '/api/health/live', { 'x-forwarded-for': '198.51.100.1' });
    return (await ask(address, '/api/health/live', { 'x-forwarded-for': '198.51.100.2' })).status;
  };
  expect(await counted(0)).toBe(429);
  expect(await counted(1)).toBe(200);
});

test('two processes that share a Redis count together, and without Redis people are let in', async () => {
  const redisUrl = await aRedis();
  const rates = { ...houseRates, perPerson: 2 };
  const [one, other] = [await product({ settings: { redisUrl, rates } }), await product({ settings: { redisUrl, rates } })];
  await vi.waitFor(async () => expect((await ask(one.address, '/api/health/live')).headers.get('x-ratelimit-limit')).toBe('2'));
  for (const { address } of [one, other, one]) await ask(address, '/api/health/live');
  expect((await ask(other.address, '/api/health/live')).status).toBe(429);
  await cleanups.splice(0, 1)[0]?.();
  expect((await ask(other.address, '/api/health/live')).status).toBe(200);
});
