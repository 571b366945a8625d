import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '@ganwan/shared/search/ask';
import { openDatabase, requestLimits } from '#platform/database';
import { freshDatabase } from '#test/database';
import { aDocument } from './documents.factory.ts';
import { everything } from './engine.ts';
import { postgresIndex } from './postgres-index.ts';
import { spreadStatement } from './postgres-statement.ts';

let own: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.url);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

/** Until a statement that begins so waits for a lock. */
async function waiting(beginning: string): Promise<void> {
  const found = () => database.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ~* ${`^\\s*${beginning}`}`;
  while ((await found()).length === 0) await new Promise((passed) => setTimeout(passed, 10));
}

const documents = Array.from({ length: 40 }, (_, i) => aDocument({ id: `d${i}`, titles: [`钽 ${i}`], numbers: { size: i } }));

test('who counts the steps of numbers and who swaps the index lock its tables in one order', async () => {
  const index = postgresIndex(database, 'swapped');
  await index.prepare();
  const build = async () => {
    const next = await index.rebuild();
    await next.upsert(documents);
    return next;
  };
  await (await build()).swap();
  // One connection, which knows the statement already: what is prepared locks its tables in an order of its own.
  const one = openDatabase(own.url, requestLimits, 1);
  const count = () => spreadStatement(one.plannedOnce(), index, ask('钽'), { ...everything, text: '钽', numbers: ['size'] }, [['size', [0, 20, 40]]]);
  const before = [...await count()];
  const next = await build();
  const { swapping, counting } = await database.sql.begin(async (reader) => {
    // A reader of the documents keeps the swap before them, and the count comes to stand behind the swap.
    await reader`lock table ${index.tables.documents} in access share mode`;
    const swapping = next.swap();
    await waiting('drop table');
    const counting = Promise.resolve(count());
    await waiting('with');
    return { swapping: swapping.then(() => 'swapped', String), counting: counting.then((steps) => [...steps], String) };
  });
  expect(await swapping).toBe('swapped');
  expect(await counting).toEqual(before);
  expect(before).toEqual(expect.arrayContaining([{ key: 'size', first: 1, last: 1, n: 20 }, { key: 'size', first: 2, last: 2, n: 20 }]));
  await one.close();
});
