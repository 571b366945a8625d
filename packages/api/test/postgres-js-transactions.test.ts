import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { address, backend, driverTests, kill, notes, open, outcome, run } from '#test/driver';

// The cases that our patch of postgres.js is for (docs/decisions/0003-postgres-js-patch.md).

driverTests();

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
  expect(await run(source, address())).toEqual({ code: 0, said: '["CONNECTION_CLOSED","CONNECTION_CLOSED",1]\n' });
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
