import { afterAll, beforeAll, expect, test } from 'vitest';
import { cursorOf } from '#platform/cursor';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { freshDatabase } from '#test/database';
import { aDocument } from './documents.factory.ts';
import { everything, type Sort } from './engine.ts';
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

/** Every tenth says none. */
const sizeOf = (i: number): number | null => (i % 10 === 0 ? null : (i * 7919) % 10_007);

test('of more than ten thousand hits pages follow one another, and the last at ten thousand has no next', async () => {
  const house = await postgresEngine(database, 'many');
  const many = Array.from({ length: 10_040 }, (_, i) => aDocument({ id: `d${String(i).padStart(5, '0')}`, titles: ['钽'], facets: { half: [String(i % 2)], brand: [`b${i % 1500}`] }, numbers: sizeOf(i) === null ? {} : { size: sizeOf(i)! } }));
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
  // 10,040 among 1,500 brands: the first 1,040 have seven each. A thousand are shown, and counted whole.
  const brands = (await house.search({ ...one, facets: ['brand'] })).facets['brand']!;
  expect([Object.keys(brands).length, new Set(Object.values(brands))]).toEqual([1000, new Set([7])]);
  expect((await house.search({ ...one, filters: { ...everything.filters, facets: { half: ['1'] } }, limit: 2 })).ids).toEqual(['d00001', 'd00003']);
  const sizes = many.flatMap((_, i) => sizeOf(i) ?? []);
  const ends = [Math.min(...sizes), Math.max(...sizes)];
  expect((await house.search({ ...one, numbers: ['size'] })).numbers['size']).toMatchObject({ min: ends[0], max: ends[1] });
  for (const descending of [false, true]) {
    const rank = (i: number) => (sizeOf(i) === null ? Infinity : descending ? -sizeOf(i)! : sizeOf(i)!);
    const inOrder = many.map((_, i) => i).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b))).map((i) => many[i]!.id);
    for (const offset of [0, 9_000, 10_000]) {
      const { ids, numbers } = await house.search({ ...one, numbers: ['size'], sort: { by: 'number', key: 'size', descending }, offset, limit: 40 });
      expect({ ids, ends: [numbers['size']?.min, numbers['size']?.max] }).toEqual({ ids: inOrder.slice(offset, offset + 40), ends });
    }
  }
});

test('in every order the pages are those of everything put in order at once', async () => {
  const house = await postgresEngine(database, 'ordered');
  const many = Array.from({ length: 160 }, (_, i) => aDocument({
    id: `d${String(i).padStart(3, '0')}`, titles: [`钽 ${'x'.repeat(i % 11)} ${i % 2 === 0 ? '电容' : '铜箔 A1'}`], body: ['钽电容'], facets: { half: [String(i % 3)] },
    numbers: i % 5 === 0 ? {} : { size: [-50, -0.5, 0, 0.002, 0.5, 1, 1e6][(i * 31) % 7]! * (1 + ((i * 17) % 13)) },
    place: i % 7 === 0 ? null : { lon: 113 + ((i * 29) % 401) / 100, lat: 22 + ((i * 37) % 601) / 100 }, at: new Date(Date.UTC(2026, 0, 1) + ((i * 41) % 97) * 9_000_000),
  }));
  await house.upsert(many);
  const orders: Sort[] = [
    { by: 'relevance' }, { by: 'newest' }, { by: 'distance', lon: 114.06, lat: 22.54 },
    { by: 'number', key: 'size', descending: false }, { by: 'number', key: 'size', descending: true }, { by: 'number', key: 'unheard', descending: true },
  ];
  for (const text of ['', '钽', '钽 电容', 'tan']) {
    for (const sort of orders) {
      const query = { ...everything, text, sort };
      const { ids, total } = await house.search({ ...query, limit: 1000 });
      const pages = [];
      for (let offset = 0; offset < total; offset += 7) pages.push(await house.search({ ...query, offset, limit: 7 }));
      expect({ text, sort, total, ids: pages.flatMap((page) => page.ids) }).toEqual({ text, sort, total: 160, ids });
    }
  }
});
