import { afterAll, beforeAll, expect, test } from 'vitest';
import { listings as contract } from '@ganwan/shared/listings/contract';
import { publishedBy } from '#features/listings/listings.factory';
import { listingService } from '#features/listings/service';
import { systemClock } from '#platform/clock';
import { world, type Someone, type World } from '#test/world';
import { everything, type SearchEngine } from './engine.ts';
import { drainOnce, enqueue, forgetDone, isBuilt, rebuild, type PublishedListings } from './outbox.ts';
import { postgresEngine } from './postgres-engine.ts';

let w: World;
let seller: Someone;
let listings: PublishedListings;
/** An index of its own, which the running product does not write to. */
let engine: SearchEngine;

beforeAll(async () => {
  w = await world();
  seller = await w.someone();
  listings = listingService({ db: w.database.db, clock: systemClock, announce: () => undefined, changed: [] }).published;
  // Stands for the second engine: the rows that Meilisearch has not taken in are nobody else's here.
  engine = { ...(await postgresEngine(w.database, 'other')), name: 'meilisearch' };
});
afterAll(() => w?.close());

const find = async (text: string) => (await engine.search({ ...everything, text, now: systemClock.now() })).ids;
const drain = async () => { while ((await drainOnce(w.database, engine, listings)) > 0); };
const waiting = async () => (await w.database.sql<{ n: number }[]>`select count(*)::int as n from search_outbox where meilisearch_done_at is null`)[0]!.n;

test('a change waits while an engine is away and reaches it later, in its last state', async () => {
  const shown = await publishedBy(seller, { title: { 'zh-Hans': '金属钽锭' } });
  const gone = await publishedBy(seller, { title: { 'zh-Hans': '金属铌锭' } });
  const away: SearchEngine = { ...engine, upsert: () => Promise.reject(new Error('away')) };
  await expect(drainOnce(w.database, away, listings)).rejects.toThrow('away');
  expect(await waiting()).toBe(2);
  await seller.call(contract.pause, { params: { id: gone.id }, body: { revision: gone.revision } });
  await drain();
  expect(await find('金属钽锭')).toEqual([shown.id]);
  expect(await find('金属铌锭')).not.toContain(gone.id);
  expect(await waiting()).toBe(0);
});

test('two processes that drain at once write every row once and in order', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, (_, i) => publishedBy(seller, { title: { 'zh-Hans': `铟锭 ${i}` } })));
  const taken: number[] = [];
  const worker = async () => {
    while ((await waiting()) > 0) taken.push(await drainOnce(w.database, engine, listings));
  };
  await Promise.all([worker(), worker()]);
  expect(taken.reduce((a, b) => a + b, 0)).toBe(6);
  expect((await find('铟锭')).sort()).toEqual(made.map((one) => one.id).sort());
});

test('a rebuild misses nothing that changes meanwhile, and the old index answers until the swap', async () => {
  const [kept, paused] = [await publishedBy(seller, { title: { 'zh-Hans': '锗锭 甲' } }), await publishedBy(seller, { title: { 'zh-Hans': '锗锭 乙' } })];
  await drain();
  const during: string[][] = [];
  let late: string | undefined;
  const busy: PublishedListings = {
    among: listings.among,
    after: async (id, limit) => {
      const stretch = await listings.after(id, limit);
      // After the first stretch was read, the world goes on: one is published, one is taken down.
      if (id === undefined) {
        late = (await publishedBy(seller, { title: { 'zh-Hans': '锗锭 丙' } })).id;
        await seller.call(contract.pause, { params: { id: paused.id }, body: { revision: paused.revision } });
        await drain();
      }
      during.push(await find('锗锭'));
      return id === undefined ? stretch : [];
    },
  };
  expect(await rebuild(w.database, engine, busy, 'test')).toBe(true);
  expect(during.every((ids) => ids.includes(kept.id))).toBe(true);
  expect((await find('锗锭')).sort()).toEqual([kept.id, late!].sort());
  expect(await isBuilt(w.database, 'meilisearch', 'test')).toBe(true);
  expect(await isBuilt(w.database, 'meilisearch', 'another way')).toBe(false);
});

test('a rebuild that fails leaves the old index as it was', async () => {
  const before = await find('锗锭');
  const broken: PublishedListings = { among: listings.among, after: () => Promise.reject(new Error('broken')) };
  await expect(rebuild(w.database, engine, broken, 'test')).rejects.toThrow('broken');
  expect(await find('锗锭')).toEqual(before);
});

test('a row exists only when its change does', async () => {
  const before = await w.database.sql`select count(*) from search_outbox`;
  await expect(w.database.db.transaction(async (tx) => {
    await enqueue(tx, [seller.enterpriseId]);
    throw new Error('rolled back');
  })).rejects.toThrow('rolled back');
  expect(await w.database.sql`select count(*) from search_outbox`).toEqual(before);
});

test('rows that were forgotten without Meilisearch make its index be built anew', async () => {
  await w.database.sql`update search_outbox set postgresql_done_at = now() - interval '2 hours', meilisearch_done_at = null`;
  await forgetDone(w.database, ['postgresql']);
  expect(await waiting()).toBe(0);
  expect(await isBuilt(w.database, 'meilisearch', 'test')).toBe(false);
});
