import { afterAll, beforeAll, expect, test } from 'vitest';
import { cursorOf } from '#platform/cursor';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { freshDatabase } from '#test/database';
import { aDocument } from './documents.factory.ts';
import { everything } from './engine.ts';
import { postgresEngine } from './postgres-engine.ts';
import { searchService } from './service.ts';

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

test('so many hits that they are counted and ordered apart: pages follow one another, and the last at ten thousand has no next', async () => {
  const house = await postgresEngine(database, 'many');
  const many = Array.from({ length: 10_040 }, (_, i) => aDocument({ id: `d${String(i).padStart(5, '0')}`, titles: ['钽'], facets: { half: [String(i % 2)] } }));
  const next = await house.rebuild();
  for (let i = 0; i < many.length; i += 2008) await next.upsert(many.slice(i, i + 2008));
  await next.swap();
  // Only which ids the pages hold is asked, not the listings behind them.
  const asked: string[][] = [];
  const listings = { after: () => Promise.resolve([]), among: (ids: readonly string[]) => {
    asked.push([...ids]);
    return Promise.resolve([]);
  } };
  const service = searchService({ clock: systemClock, listings, house, guestExpected: false, guest: () => undefined, guestFailed: () => undefined });
  const last = await service.search({ q: '钽', limit: 50, cursor: cursorOf(9_950) });
  expect({ total: last.total, next: last.nextCursor, ids: asked.at(-1) }).toEqual({ total: 10_040, next: null, ids: many.slice(9_950, 10_000).map(({ id }) => id) });
  const before = await service.search({ q: '钽', limit: 50, cursor: cursorOf(9_900) });
  expect(before.nextCursor).toBe(cursorOf(9_950));
  const one = { ...everything, text: '钽', facets: ['half'] };
  expect((await house.search(one)).facets).toEqual({ half: { 0: 5020, 1: 5020 } });
  expect((await house.search({ ...one, filters: { ...everything.filters, facets: { half: ['1'] } }, limit: 2 })).ids).toEqual(['d00001', 'd00003']);
});
