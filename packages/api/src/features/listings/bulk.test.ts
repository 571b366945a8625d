import { afterAll, beforeAll, expect, test } from 'vitest';
import { ListingFields } from '@ganwan/shared/listings/fields';
import { listings as contract } from '@ganwan/shared/listings/contract';
import { systemClock } from '#platform/clock';
import { inTransaction } from '#platform/transaction';
import { world, type Someone, type World } from '#test/world';
import { aFoil } from './listings.factory.ts';
import { listingService, type Batch, type Row as BatchRow } from './service.ts';

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

type Row = BatchRow & { subFamily: ListingFields['subFamily'] };
const row = (itemNumber: string, given: Parameters<typeof aFoil>[0] = {}): Row => {
  const said = ListingFields.partial().required({ subFamily: true }).parse(aFoil({ itemNumber, ...given }));
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { itemNumber, subFamily: said.subFamily, onto: (before) => ({ ...before, ...known }) };
};
const batch = (kind: Batch['kind'], rows: readonly Row[]): Batch => ({ enterpriseId: seller.enterpriseId, personId: seller.id, kind, subFamily: rows[0]!.subFamily, rows });
const takeIn = (kind: Batch['kind'], rows: readonly Row[], publish: boolean) => inTransaction(w.database.db, (tx, afterCommit) => service.takeIn(tx, afterCommit, batch(kind, rows), publish));
const checkRows = (kind: Batch['kind'], rows: readonly Row[]) => w.database.db.transaction((tx) => service.checkRows(tx, batch(kind, rows)));
const done = (outcomes: { done: string }[]) => outcomes.map((o) => o.done);

test('the same rows twice make the listings once', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => row(`F-${i}`));
  expect(done(await checkRows('supply', rows))).toEqual(rows.map(() => 'created'));
  expect((await seller.call(contract.listOwn, { query: {} })).items).toEqual([]);

  expect(done(await takeIn('supply', rows, true))).toEqual(rows.map(() => 'created'));
  expect(new Set(told).size).toBe(300);
  expect(done(await takeIn('supply', rows, true))).toEqual(rows.map(() => 'unchanged'));
  expect(told).toHaveLength(300);
  expect((await w.nobody.call(contract.ofEnterprise, { params: { id: seller.enterpriseId }, query: { limit: '100' } })).items).toHaveLength(100);
});

test('a changed row is a new version of its listing, and what it leaves out stays', async () => {
  expect(await takeIn('supply', [row('F-1', { moq: 50, originRegion: undefined })], true)).toEqual([{ done: 'changed', missing: [] }]);
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
  const falling = [{ minQuantity: 110, unitPrice: 5 }, { minQuantity: 105, unitPrice: 6 }];
  expect(await takeIn('supply', [row('G-1'), row('G-1'), row('G-2', { priceMode: 'tier', priceTiers: falling })], true)).toEqual([
    { done: 'created', missing: [] },
    { done: 'refused', fields: [{ path: 'itemNumber', code: 'repeated', params: {} }] },
    { done: 'refused', fields: [expect.objectContaining({ path: 'priceTiers.1.minQuantity' }), expect.objectContaining({ path: 'priceTiers.1.unitPrice' })] },
  ]);
  expect(await takeIn('supply', [row('F-2', { subFamily: 'pcb', attributes: {} })], true)).toEqual([
    { done: 'refused', fields: [{ path: 'itemNumber', code: 'item_number_taken', params: { subFamily: 'copper_foil' } }] },
  ]);
});

test('what lacks something to be published stays a draft', async () => {
  expect(await takeIn('supply', [row('I-1', { chain: null })], true)).toEqual([{ done: 'created', missing: [{ path: 'chain', code: 'required', params: {} }] }]);
  expect((await seller.call(contract.listOwn, { query: { limit: '1' } })).items).toMatchObject([{ itemNumber: 'I-1', state: 'draft', version: null }]);
  expect(await takeIn('supply', [row('I-1', { chain: null })], true)).toEqual([{ done: 'unchanged', missing: [{ path: 'chain', code: 'required', params: {} }] }]);
});

test('drafts are kept without being published', async () => {
  expect(await takeIn('demand', [row('D-1', { kind: 'demand' })], false)).toEqual([{ done: 'created', missing: [] }]);
  expect((await seller.call(contract.listOwn, { query: { kind: 'demand' } })).items).toMatchObject([{ state: 'draft', version: null }]);
  expect(await takeIn('demand', [row('D-1', { kind: 'demand' })], true)).toEqual([{ done: 'changed', missing: [] }]);
});

test('two imports at once make each listing once', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => row(`P-${i}`));
  const [a, b] = await Promise.all([takeIn('supply', rows, true), takeIn('supply', [...rows].reverse(), true)]);
  expect([...done(a), ...done(b)].filter((o) => o === 'created')).toHaveLength(50);
});

test('when a listener of the change fails, nothing of it remains', async () => {
  failing.now = true;
  await expect(takeIn('supply', [row('X-1')], true)).rejects.toThrow('the outbox is full');
  failing.now = false;
  expect(await checkRows('supply', [row('X-1')])).toEqual([{ done: 'created', missing: [] }]);
});
