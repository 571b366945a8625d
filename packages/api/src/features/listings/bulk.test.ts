import { afterAll, beforeAll, expect, test } from 'vitest';
import { listings as contract, ListingDraft } from '@ganwan/shared/listings/contract';
import type { Member } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { world, type Someone, type World } from '#test/world';
import { aFoil } from './listings.factory.ts';
import { listingService, type Row } from './service.ts';

let w: World;
let seller: Someone;
const told: string[] = [];
const failing = { now: false };
let service: ReturnType<typeof listingService>;
beforeAll(async () => {
  w = await world();
  seller = await w.someone();
  service = listingService({
    db: w.database.db, clock: systemClock, announce: () => {},
    changed: [async (_tx, ids) => {
      if (failing.now) throw new Error('the outbox is full');
      told.push(...ids);
    }],
  });
});
afterAll(() => w.close());

const actor = (): Member => ({
  sessionId: '', address: '', person: { id: seller.id, name: '', email: seller.email, locale: 'zh-Hans', role: 'person' }, enterprise: { id: seller.enterpriseId, role: 'owner' },
});
const row = (itemNumber: string, given: Parameters<typeof aFoil>[0] = {}): Row => ListingDraft.parse(aFoil({ itemNumber, ...given })) as Row;
const done = (outcomes: { done: string }[]) => outcomes.map((o) => o.done);

test('the same rows twice make the listings once', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => row(`F-${i}`));
  expect(done(await service.checkRows(actor(), 'supply', rows, true))).toEqual(rows.map(() => 'created'));
  expect((await seller.call(contract.listOwn, { query: {} })).items).toEqual([]);

  expect(done(await service.takeIn(actor(), 'supply', rows, true))).toEqual(rows.map(() => 'created'));
  expect(new Set(told).size).toBe(300);
  expect(done(await service.takeIn(actor(), 'supply', rows, true))).toEqual(rows.map(() => 'unchanged'));
  expect(told).toHaveLength(300);
  expect((await w.nobody.call(contract.ofEnterprise, { params: { id: seller.enterpriseId }, query: { limit: '100' } })).items).toHaveLength(100);
});

test('a changed row is a new version of its listing, and what it leaves out stays', async () => {
  expect(await service.takeIn(actor(), 'supply', [row('F-1', { moq: 50, originRegion: undefined })], true)).toEqual([{ done: 'changed' }]);
  const { items } = await seller.call(contract.listOwn, { query: { limit: '100' } });
  const all = [...items];
  for (let cursor = (await seller.call(contract.listOwn, { query: { limit: '100' } })).nextCursor; cursor; ) {
    const next = await seller.call(contract.listOwn, { query: { limit: '100', cursor } });
    all.push(...next.items);
    cursor = next.nextCursor;
  }
  expect(all).toHaveLength(300);
  expect(all.find((l) => l.itemNumber === 'F-1')).toMatchObject({ version: 2, moq: 50, originRegion: '360600', state: 'published' });
});

test('refused rows say why and leave the others alone', async () => {
  const outcomes = await service.takeIn(actor(), 'supply', [row('G-1'), row('G-1'), row('G-2', { chain: null }), row('F-2', { subFamily: 'pcb', attributes: {} })], true);
  expect(outcomes).toEqual([
    { done: 'created' },
    { done: 'refused', fields: [{ path: 'itemNumber', code: 'repeated', params: {} }] },
    { done: 'refused', fields: [{ path: 'chain', code: 'required', params: {} }] },
    { done: 'refused', fields: [{ path: 'itemNumber', code: 'item_number_taken', params: { subFamily: 'copper_foil' } }] },
  ]);
});

test('drafts are kept without being published', async () => {
  expect(await service.takeIn(actor(), 'demand', [row('D-1', { kind: 'demand' })], false)).toEqual([{ done: 'created' }]);
  expect((await seller.call(contract.listOwn, { query: { kind: 'demand' } })).items).toMatchObject([{ state: 'draft', version: null }]);
  expect(await service.takeIn(actor(), 'demand', [row('D-1', { kind: 'demand' })], true)).toEqual([{ done: 'changed' }]);
});

test('two imports at once make each listing once', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => row(`P-${i}`));
  const [a, b] = await Promise.all([service.takeIn(actor(), 'supply', rows, true), service.takeIn(actor(), 'supply', [...rows].reverse(), true)]);
  expect([...done(a), ...done(b)].filter((o) => o === 'created')).toHaveLength(50);
});

test('when a listener of the change fails, nothing of it remains', async () => {
  failing.now = true;
  await expect(service.takeIn(actor(), 'supply', [row('X-1')], true)).rejects.toThrow('the outbox is full');
  failing.now = false;
  expect(await service.checkRows(actor(), 'supply', [row('X-1')], true)).toEqual([{ done: 'created' }]);
});
