import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDatabase, requestLimits, type Limits, type OpenDatabase } from '#platform/database';
import { inTransaction } from '#platform/transaction';
import { freshDatabase } from '#test/database';

let place: Awaited<ReturnType<typeof freshDatabase>>;
const opened: OpenDatabase[] = [];

beforeAll(async () => {
  place = await freshDatabase();
  await open().db.execute(sql`create table note (text text)`);
});
afterEach(async () => { for (const database of opened.splice(0)) await database.close(); });
afterAll(() => place.drop());

function open(limits: Partial<Limits> = {}, connections = 2): OpenDatabase {
  const database = openDatabase(place.url, { ...requestLimits, ...limits }, connections);
  opened.push(database);
  return database;
}

/** The code of the failure, as the driver or the server names it; `done` when there was none. */
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(
  () => 'done',
  (error: Error) => (error.cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code ?? error.message,
);
const backend = async (queries: Pick<OpenDatabase['db'], 'execute'>) => Number((await queries.execute(sql`select pg_backend_pid() as pid`))[0]?.['pid']);

test('a statement that runs too long is ended by the server', async () => {
  expect(await codeOf(open({ statement: 1 }).db.execute(sql`select pg_sleep(60)`))).toBe('57014');
});

test('a lock that somebody else holds is not waited for without end', async () => {
  const database = open({ lock: 1 });
  const held = Promise.withResolvers<void>();
  const holder = database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table note in access exclusive mode`);
    held.resolve();
    expect(await codeOf(database.db.execute(sql`select * from note`))).toBe('55P03');
  });
  await held.promise;
  await holder;
});

test('a transaction that its program forgot is ended', async () => {
  const { db } = open({ idleInTransaction: 1 });
  expect(await codeOf(db.transaction(async (tx) => {
    await tx.execute(sql`insert into note values ('forgotten')`);
    await pause(1500);
    await tx.execute(sql`select 1`);
  }))).not.toBe('done');
  expect(await db.execute(sql`select text from note`)).toHaveLength(0);
});

test('a frozen server does not hold a transaction for ever, and the next finds another connection', async () => {
  const { db } = open({ silence: 1 }, 1);
  let frozen = 0;
  const work = inTransaction(db, async (tx) => {
    frozen = await backend(tx);
    process.kill(frozen, 'SIGSTOP');
    await tx.execute(sql`insert into note values ('frozen')`);
  });
  try {
    expect(await codeOf(work)).toBe('SILENCE_TIMEOUT');
    expect(await codeOf(db.execute(sql`select 1`))).toBe('done');
  } finally {
    process.kill(frozen, 'SIGCONT');
  }
  expect(await db.execute(sql`select text from note`)).toHaveLength(0);
});

test('nothing is announced of a transaction whose connection died', async () => {
  const { db } = open();
  const announced: string[] = [];
  const work = inTransaction(db, async (tx, afterCommit) => {
    await tx.execute(sql`insert into note values ('lost')`);
    afterCommit(() => announced.push('lost'));
    const pid = await backend(tx);
    await db.execute(sql`select pg_terminate_backend(${pid}, 5000)`);
  });
  expect(await codeOf(work)).not.toBe('done');
  expect(announced).toEqual([]);
  expect(await db.execute(sql`select text from note`)).toHaveLength(0);
});

test('of two transactions that wait for each other both are done in the end, and each is announced once', async () => {
  const { db } = open();
  await db.execute(sql`insert into note values ('first'), ('second')`);
  const announced: string[] = [];
  const started: string[] = [];
  const touch = (one: string, other: string) => inTransaction(db, async (tx, afterCommit) => {
    afterCommit(() => announced.push(one));
    await tx.execute(sql`update note set text = text where text = ${one}`);
    started.push(one);
    while (new Set(started).size < 2) await pause(10);
    await tx.execute(sql`update note set text = text where text = ${other}`);
  });
  await Promise.all([touch('first', 'second'), touch('second', 'first')]);
  expect(announced.sort()).toEqual(['first', 'second']);
  expect(started).toHaveLength(3);
  await db.execute(sql`delete from note`);
});
