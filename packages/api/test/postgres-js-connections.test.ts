import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { address, backend, driverTests, kill, notes, open, outcome, run } from '#test/driver';

// The cases that our patch of postgres.js is for (docs/decisions/0003-postgres-js-patch.md).

driverTests();

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
  const { hostname, port } = new URL(address());
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
  const through = new URL(address());
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
