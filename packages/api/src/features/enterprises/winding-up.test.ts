import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase } from '#platform/database';
import { freshDatabase } from '#test/database';
import { enterprises } from './table.ts';
import { windUp, type PutAway } from './winding-up.ts';

let own: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.url);
});
beforeEach(() => database.db.delete(enterprises));
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function anEnterprise(closedAt: Date | null): Promise<string> {
  const id = uuidv7();
  await database.db.insert(enterprises).values({ id, slug: id, name: '信江铜箔（示例）', names: { 'zh-Hans': '信江铜箔（示例）' }, identityKind: 'uscc', identityNumber: id, region: '360600', closedAt });
  return id;
}
const woundUp = async (id: string) => (await database.db.select({ at: enterprises.woundUpAt }).from(enterprises).where(eq(enterprises.id, id)))[0]!.at !== null;
const goOn = () => false;

/** Takes so many steps for each, and keeps what it was asked. */
function inSteps(steps: number) {
  const asked: [enterpriseId: string, after: string | undefined][] = [];
  const putAway: PutAway = async (_tx, _afterCommit, { enterpriseId }, after) => {
    asked.push([enterpriseId, after]);
    const step = Number(after ?? 0) + 1;
    return step < steps ? String(step) : undefined;
  };
  return { asked, putAway };
}

test('closed ones are put away step by step, the first that closed first, and once', async () => {
  const later = await anEnterprise(new Date('2026-11-02'));
  const sooner = await anEnterprise(new Date('2026-11-01'));
  const open = await anEnterprise(null);
  const { asked, putAway } = inSteps(2);
  await windUp(database.db, putAway, goOn);
  expect(asked).toEqual([[sooner, undefined], [sooner, '1'], [later, undefined], [later, '1']]);
  expect(await Promise.all([sooner, later, open].map(woundUp))).toEqual([true, true, false]);
  await windUp(database.db, putAway, goOn);
  expect(asked).toHaveLength(4);
});

test('a step that failed takes itself back, and the next time goes on with what is left', async () => {
  const id = await anEnterprise(new Date('2026-11-01'));
  await database.db.execute(sql`create table left_over as select generate_series(1, 6) as n`);
  let failing = true;
  const two: PutAway = async (tx) => {
    const gone = await tx.execute(sql`delete from left_over where n in (select n from left_over order by n limit 2) returning n`);
    if (failing && gone.some((row) => row['n'] === 3)) throw new Error('the process ended');
    return gone.length < 2 ? undefined : String(gone.at(-1)!['n']);
  };
  const left = async () => (await database.db.execute(sql`select n from left_over order by n`)).map((row) => row['n']);
  await expect(windUp(database.db, two, goOn)).rejects.toThrow('the process ended');
  expect([await left(), await woundUp(id)]).toEqual([[3, 4, 5, 6], false]);
  failing = false;
  await windUp(database.db, two, goOn);
  expect([await left(), await woundUp(id)]).toEqual([[], true]);
});

test('two processes never have the same one in hand, and one that stops lets go', async () => {
  const id = await anEnterprise(new Date('2026-11-01'));
  const { asked, putAway } = inSteps(1);
  await windUp(database.db, async (...given) => {
    await windUp(database.db, putAway, goOn);
    return putAway(...given);
  }, () => asked.length > 0);
  expect(asked).toEqual([[id, undefined]]);
});
