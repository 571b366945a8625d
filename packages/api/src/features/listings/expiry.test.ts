import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listings as contract } from '@ganwan/shared/listings/contract';
import { search } from '@ganwan/shared/search/contract';
import { notices } from '@ganwan/shared/notices/contract';
import { stoppedClock, world, type Someone, type World } from '#test/world';
import { publishedBy } from './listings.factory.ts';

const clock = stoppedClock(new Date('2026-11-22T02:00:00Z'));
let w: World;
let seller: Someone;
let stranger: Someone;
beforeAll(async () => {
  w = await world({ clock, settings: { expireEveryMs: 20 } });
  seller = await w.someone();
  stranger = await w.someone();
});
afterAll(() => w.close());

const own = (id: string) => ({ params: { id } });

test('a listing leaves by itself after its last day, and its enterprise is told once', async () => {
  const lasting = await publishedBy(seller);
  const ending = await publishedBy(seller, { validUntil: '2026-11-30' });
  const socket = await seller.socket();
  const told = new Promise((resolve) => socket.once('notice:new', resolve));

  clock.set(new Date('2026-11-30T15:59:59Z'));
  expect(await stranger.call(contract.show, own(ending.id))).toMatchObject({ validUntil: '2026-11-30' });

  clock.set(new Date('2026-11-30T16:00:00Z'));
  await expect(stranger.call(contract.show, own(ending.id))).rejects.toMatchObject({ code: 'not_found' });
  await vi.waitFor(async () => expect(await seller.call(contract.showOwn, own(ending.id))).toMatchObject({ state: 'expired', expiredAt: clock.now() }), { timeout: 10_000 });
  expect(await told).toMatchObject({ kind: 'listing_expired', listing: { id: ending.id } });

  const { items } = await seller.call(notices.list, { query: {} });
  expect(items).toMatchObject([{ kind: 'listing_expired', listing: { id: ending.id, title: ending.title }, readAt: null }]);
  expect(await stranger.call(contract.show, own(lasting.id))).toMatchObject({ validUntil: null });
  expect((await stranger.call(notices.list, { query: {} })).items).toEqual([]);
});

test('search finds a listing until its last day is over, then no more', async () => {
  const found = async () => (await stranger.call(search.search, { query: { q: '压延' } })).hits.map((hit) => hit.id);
  clock.set(new Date('2026-11-22T02:00:00Z'));
  const ending = await publishedBy(seller, { title: { 'zh-Hans': '压延铜箔 12 µm' }, validUntil: '2026-11-23' });
  await vi.waitFor(async () => expect(await found()).toEqual([ending.id]), { timeout: 10_000 });
  clock.set(new Date('2026-11-23T16:00:00Z'));
  await vi.waitFor(async () => expect(await found()).toEqual([]), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await seller.call(contract.showOwn, own(ending.id))).toMatchObject({ state: 'expired' }), { timeout: 10_000 });
  clock.set(new Date('2026-11-30T16:00:00Z'));
});

test('an expired listing comes back with a new last day', async () => {
  const { items } = await seller.call(contract.listOwn, { query: { state: 'expired' } });
  const expired = items.find((listing) => listing.validUntil === '2026-11-30');
  await expect(seller.call(contract.publish, { params: { id: expired!.id }, body: { revision: expired!.revision } })).rejects.toMatchObject({ fields: [{ path: 'validUntil', code: 'date_past' }] });
  const edited = await seller.call(contract.edit, { params: { id: expired!.id }, body: { revision: expired!.revision, validUntil: '2027-01-31' } });
  expect(await seller.call(contract.publish, { params: { id: expired!.id }, body: { revision: edited.revision } })).toMatchObject({ state: 'published', version: 2, expiredAt: null });
  expect(await stranger.call(contract.show, own(expired!.id))).toMatchObject({ validUntil: '2027-01-31' });
});

test('a notice is read once, by its own enterprise only', async () => {
  const { items: [notice, ...others] } = await seller.call(notices.list, { query: { unread: 'true' } });
  await expect(stranger.call(notices.read, own(notice!.id))).rejects.toMatchObject({ code: 'not_found' });
  const read = await seller.call(notices.read, own(notice!.id));
  expect(read.readAt).toEqual(clock.now());
  clock.set(new Date('2026-12-01T00:00:00Z'));
  expect(await seller.call(notices.read, own(notice!.id))).toEqual(read);
  expect((await seller.call(notices.list, { query: { unread: 'true' } })).items).toEqual(others);
});
