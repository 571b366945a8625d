import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#test/database';

// The cases that our patch of postgres.js is for (docs/decisions/0003-postgres-js-patch.md).

let database: Awaited<ReturnType<typeof freshDatabase>>;
let admin: Sql;
const opened: Sql[] = [];

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

function open(options: postgres.Options<Record<string, never>> = {}): Sql {
  const sql = postgres(database.url, { backoff: false, ...options });
  opened.push(sql);
  return sql;
}

const backend = async (sql: Sql | TransactionSql) => (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;
const kill = (pid: number) => admin`select pg_terminate_backend(${pid}, 5000)`;
const notes = async () => (await admin<{ text: string }[]>`select text from note order by text`).map((row) => row.text);
const outcome = (work: Promise<unknown>) => work.then(() => 'done', () => 'failed');

/** A program of its own, which an uncaught error would end; its argument is the address. */
async function run(source: string, url: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source, url], { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

test('a connection that dies inside a transaction does not end the process', async () => {
  const source = `import postgres from 'postgres';
    import { setTimeout as pause } from 'node:timers/promises';
    const sql = postgres(process.argv[1], { backoff: false });
    const admin = postgres(process.argv[1], { max: 1 });
    const outcomes = [];
    await sql.begin(async (tx) => {
      const [{ pid }] = await tx\`select pg_backend_pid() as pid\`;
      await admin\`select pg_terminate_backend(\${pid}, 5000)\`;
      await pause(50);
      await tx\`insert into note values ('stray')\`.catch((error) => outcomes.push(error.code));
    }).catch((error) => outcomes.push(error.code));
    await pause(500);
    outcomes.push((await sql\`select 1 as one\`)[0].one);
    console.log(JSON.stringify(outcomes));
    process.exit(0);`;
  expect(await run(source, database.url)).toEqual({ code: 0, said: '["CONNECTION_CLOSED","CONNECTION_CLOSED",1]\n' });
  expect(await notes()).toEqual([]);
});

/** Two transactions on a pool of one connection: the first dies, the second takes its place, then the first goes on. */
async function takenOver(second: 'commits' | 'fails'): Promise<string[]> {
  const sql = open({ max: 1 });
  const dead = Promise.withResolvers<void>();
  const wrote = Promise.withResolvers<void>();
  const wentOn = Promise.withResolvers<void>();
  const first = outcome(sql.begin(async (tx) => {
    await kill(await backend(tx));
    dead.resolve();
    await wrote.promise;
    await outcome(tx`insert into note values ('stray')`.execute());
    wentOn.resolve();
    throw new Error('the first gives up');
  }));
  await dead.promise;
  await pause(20);
  const other = outcome(sql.begin(async (tx) => {
    await tx`insert into note values ('second, before')`;
    wrote.resolve();
    await wentOn.promise;
    await pause(20);
    await tx`insert into note values ('second, after')`;
    if (second === 'fails') throw new Error('the second gives up');
  }));
  return Promise.all([first, other]);
}

test('a dead transaction neither writes into nor rolls back the one that follows it', async () => {
  expect(await takenOver('commits')).toEqual(['failed', 'done']);
  expect(await notes()).toEqual(['second, after', 'second, before']);
});

test('of two rejected transactions no row stays', async () => {
  expect(await takenOver('fails')).toEqual(['failed', 'failed']);
  expect(await notes()).toEqual([]);
});

test('every statement of a dead transaction is rejected, the waiting ones too', async () => {
  const sql = open({ max: 1 });
  const outcomes: string[] = [];
  await outcome(sql.begin(async (tx) => {
    const pid = await backend(tx);
    const work = Array.from({ length: 300 }, (_, i) => outcome(tx`insert into note select ${`waiting ${i}`} from pg_sleep(0.05)`));
    await kill(pid);
    outcomes.push(...(await Promise.all(work)));
  }));
  await expect.poll(() => outcomes).toHaveLength(300);
  expect(new Set(outcomes)).toEqual(new Set(['failed']));
  expect(await notes()).toEqual([]);
});

test('a savepoint of a dead transaction reaches nobody else', async () => {
  const sql = open({ max: 1 });
  const dead = Promise.withResolvers<void>();
  const busy = Promise.withResolvers<void>();
  const tried = Promise.withResolvers<void>();
  const first = outcome(sql.begin((tx) => tx.savepoint(async (inner) => {
    await kill(await backend(inner));
    dead.resolve();
    await busy.promise;
    tried.resolve(void (await outcome(inner`insert into note values ('stray')`.execute())));
    throw new Error('the first gives up');
  })));
  await dead.promise;
  await pause(20);
  const second = outcome(sql.begin(async (tx) => {
    await tx`insert into note values ('second')`;
    busy.resolve();
    await tried.promise;
    await pause(20);
  }));
  expect(await Promise.all([first, second])).toEqual(['failed', 'done']);
  expect(await notes()).toEqual(['second']);
});

test('a statement sent after its transaction has ended is rejected', async () => {
  const sql = open({ max: 1 });
  const ended = Promise.withResolvers<void>();
  const late = Promise.withResolvers<string>();
  const failing = outcome(sql.begin(async (tx) => {
    void ended.promise.then(async () => late.resolve(await outcome(tx`insert into note values ('stray')`.execute())));
    await tx`insert into note values ('rolled back')`;
    throw new Error('gives up');
  }));
  expect(await failing).toBe('failed');
  ended.resolve();
  expect(await late.promise).toBe('failed');
  expect(await notes()).toEqual([]);
  expect(await outcome(sql`select 1`)).toBe('done');
});

test('a reserved connection that died is not handed out again', async () => {
  const sql = open({ max: 1 });
  const reserved = await sql.reserve();
  await kill(await backend(reserved));
  await pause(20);
  expect(await outcome(reserved`insert into note values ('stray')`.execute())).toBe('failed');
  reserved.release();
  expect(await outcome(sql`select 1`)).toBe('done');
  expect(await notes()).toEqual([]);
});

test('nothing of a connection that died half way through an answer shows in the next', async () => {
  const sql = open({ max: 1 });
  const pid = await backend(sql);
  const half = outcome(sql`select n, repeat('x', 1000) as filler from generate_series(1, 200000) as n`.execute());
  await pause(5);
  await kill(pid);
  expect(await half).toBe('failed');
  expect([...(await sql`select 'whole' as text`)]).toEqual([{ text: 'whole' }]);
});

test('a copy whose connection dies fails like any other statement', async () => {
  const sql = open({ max: 1 });
  const pid = await backend(sql);
  const copy = await sql`copy note (text) from stdin`.writable();
  const failed = once(copy, 'error');
  copy.write('stray\n');
  await kill(pid);
  await failed;
  expect(await outcome(sql`select 1`)).toBe('done');
  expect(await notes()).toEqual([]);
});

test('a server that accepts and hangs up is a failure, not an endless attempt', async () => {
  const proxy = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const sql = postgres({ host: '127.0.0.1', port: (proxy.address() as AddressInfo).port, max: 1, connect_timeout: 2 });
  expect(await Promise.race([outcome(sql`select 1`), pause(10_000, 'still trying')])).toBe('failed');
  await sql.end({ timeout: 1 });
  proxy.close();
});

test.each(['sql`select 1`', 'sql.begin((tx) => tx`select 1`)'])('a connection that dies while it reads what types there are ends what waits for it, not the process: %s', async (work) => {
  const { hostname, port } = new URL(database.url);
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname).on('error', () => client.destroy());
    client.on('error', () => server.destroy()).on('close', () => server.destroy()).on('data', (chunk) => {
      if (chunk.includes('typarray')) client.destroy();
      else server.write(chunk);
    });
    server.pipe(client);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const source = `import postgres from 'postgres';
    const sql = postgres(process.argv[1], { backoff: false, max: 1 });
    const outcome = await ${work}.then(() => 'done', (error) => error.code);
    setTimeout(() => { console.log(outcome); process.exit(0); }, 300);`;
  const through = new URL(database.url);
  through.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const ended = await run(source, through.href);
  proxy.close();
  expect(ended).toEqual({ code: 0, said: 'CONNECTION_CLOSED\n' });
});

test.each(['alone', 'in a transaction'])('a frozen server is given up after its silence: %s', async (where) => {
  const sql = open({ max: 1, silence_timeout: 1 });
  let frozen = 0;
  const freeze = (pid: number) => process.kill(frozen = pid, 'SIGSTOP');
  const work = where === 'alone'
    ? backend(sql).then((pid) => { freeze(pid); return sql`insert into note values ('frozen')`; })
    : sql.begin(async (tx) => { freeze(await backend(tx)); await tx`insert into note values ('frozen')`; });
  try {
    expect(await Promise.race([work.then(() => 'done', (error: { code: string }) => error.code), pause(10_000, 'waits for ever')])).toBe('SILENCE_TIMEOUT');
    expect(await outcome(sql`select 1`)).toBe('done');
  } finally {
    if (frozen) process.kill(frozen, 'SIGCONT');
  }
});

test('a statement that takes longer than the silence allows, but speaks, is left alone', async () => {
  const sql = open({ max: 1, silence_timeout: 1 });
  const rows = await sql`select n, repeat('x', 20000), pg_sleep(0.02) from generate_series(1, 100) as n`;
  expect(rows).toHaveLength(100);
});

test('a transaction begins behind as many statements as one connection carries', async () => {
  const sql = open({ max: 1 });
  await sql`select 1`;
  for (const ahead of [98, 99, 100, 101, 102]) {
    const statements = Array.from({ length: ahead }, () => sql`select 1`.execute());
    const begun = sql.begin((tx) => tx`insert into note values (${String(ahead)})`);
    expect(await outcome(Promise.all([...statements, begun]))).toBe('done');
  }
  expect(await notes()).toHaveLength(5);
});
