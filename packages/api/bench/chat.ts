import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { insertKinds, kinds, type Flooded, type Kind, type Memory, type Rated, type Ready, type ToClient, type ToServer } from './chat-messages.ts';
import { makeCrowd } from './crowd.ts';
import type { Bench } from './main.ts';

const idleSockets = 1000;

/**
 * Durable messages through the whole product against a bare Socket.IO relay and against one row per
 * commit, in four ways. Server, database and client are processes of their own on this machine; every
 * round asks all six, and the medians are given. The database's `synchronous_commit` and `fsync` are on.
 */
export const bench: Bench = async (say, args) => {
  const given = (name: string, otherwise: number) => Number(args[args.indexOf(name) + 1] ?? NaN) || otherwise;
  const [rounds, ms] = [given('--rounds', 5), given('--ms', 4000)];
  const dataDir = mkdtempSync(join(tmpdir(), 'ganwan-bench-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const secret = randomBytes(32).toString('hex');
  const database = openDatabase(embedded.url);
  await migrate(database.db, { migrationsFolder: join(import.meta.dirname, '../drizzle') });
  const pairs = await makeCrowd(database.db, secret, 100);
  await database.close();

  const servers = new Map<Kind, { child: ChildProcess; address: string }>();
  for (const kind of kinds) {
    const child = fork(join(import.meta.dirname, 'chat-server.ts'), [kind, embedded.url, secret], { execArgv: ['--expose-gc'] });
    servers.set(kind, { child, address: ((await answerOf(child)) as Ready).address });
  }
  const client = fork(join(import.meta.dirname, 'chat-client.ts'), []);
  const ask = <T>(asked: ToClient) => tell<T>(client, asked);
  const address = (kind: Kind) => servers.get(kind)!.address;

  const flooded = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  const rated = { raw: [] as Rated[], durable: [] as Rated[] };
  for (let round = 1; round <= rounds; round++) {
    for (const kind of kinds) {
      const { perSecond } = await ask<Flooded>({ ask: 'flood', address: address(kind), pairs, inFlight: 4, warmMs: 1000, ms });
      flooded.get(kind)!.push(perSecond);
      say(`round ${round}: ${kind} ${perSecond} messages a second`);
    }
    for (const kind of ['raw', 'durable'] as const) {
      const held = await ask<Rated>({ ask: 'rate', address: address(kind), pairs, perSecond: 2000, warmMs: 1000, ms });
      rated[kind].push(held);
      say(`round ${round}: ${kind} at ${held.perSecond} a second: p50 ${held.p50Ms} ms, p99 ${held.p99Ms} ms`);
    }
  }
  const bytes = { raw: 0, durable: 0 };
  for (const kind of ['raw', 'durable'] as const) {
    const { child } = servers.get(kind)!;
    const before = (await tell<Memory>(child, { ask: 'memory' })).bytes;
    await ask({ ask: 'idle', address: address(kind), pairs, sockets: idleSockets });
    bytes[kind] = Math.round(((await tell<Memory>(child, { ask: 'memory' })).bytes - before) / idleSockets);
    await ask({ ask: 'hang up' });
  }

  for (const { child } of servers.values()) child.kill();
  client.kill();
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const perSecond = (kind: Kind) => median(flooded.get(kind)!);
  const [rawPerSecond, durablePerSecond] = [perSecond('raw'), perSecond('durable')];
  const middle = (of: Rated[], pick: (one: Rated) => number) => median(of.map(pick));
  return {
    rawPerSecond, durablePerSecond, ratio: Math.round((durablePerSecond / rawPerSecond) * 1000) / 1000,
    ...Object.fromEntries(insertKinds.map((kind) => [`${kind}PerSecond`, perSecond(kind)])),
    ratePerSecond: middle(rated.durable, (one) => one.perSecond),
    p50Ms: middle(rated.durable, (one) => one.p50Ms), p99Ms: middle(rated.durable, (one) => one.p99Ms),
    rawP50Ms: middle(rated.raw, (one) => one.p50Ms), rawP99Ms: middle(rated.raw, (one) => one.p99Ms),
    bytesPerIdleSocket: bytes.durable, rawBytesPerIdleSocket: bytes.raw,
  };
};

/** The next thing a child says, or its end. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  try {
    const said = once(child, 'message', { signal: gone.signal });
    const ended = once(child, 'exit', { signal: gone.signal }).then(() => { throw new Error('a process of the bench ended early'); });
    said.catch(() => undefined);
    ended.catch(() => undefined);
    return ((await Promise.race([said, ended])) as unknown[])[0];
  } finally {
    gone.abort();
  }
}

function tell<T>(child: ChildProcess, asked: ToClient | ToServer): Promise<T> {
  const answer = answerOf(child) as Promise<T>;
  child.send(asked);
  return answer;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
