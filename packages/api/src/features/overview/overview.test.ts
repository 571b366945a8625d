import { afterAll, beforeAll, expect, test } from 'vitest';
import { listings } from '@ganwan/shared/listings/contract';
import { overview } from '@ganwan/shared/overview/contract';
import { publishedBy, aFoil } from '#features/listings/listings.factory';
import { stoppedClock, world, type World } from '#test/world';

const clock = stoppedClock(new Date('2026-11-22T04:00:00Z'));
let w: World;
beforeAll(async () => void (w = await world({ clock })));
afterAll(() => w.close());

const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));

test('figures count what is on display, and corridors cross from one side to the other', async () => {
  const seller = await w.someone();
  await publishedBy(seller, { targetRegions: ['440300', '360700'] });
  await publishedBy(seller, { kind: 'demand' });
  await seller.call(listings.create, { body: aFoil({ targetRegions: ['810000'] }) });
  const seen = await w.nobody.call(overview.show, {});
  expect(seen).toMatchObject({ enterprises: 1, supplies: 1, demands: 1, talks: 0, corridors: [{ from: '360600', to: '440300', supplies: 1 }] });
  expect(seen.families[0]).toEqual({ family: 'electronic', supplies: 1, demands: 1, subFamilies: [{ subFamily: 'copper_foil', listings: 2 }] });
});

test('a listing taken out of sight leaves the figures within half a minute', async () => {
  later(31);
  const seller = await w.someone();
  const shown = await publishedBy(seller);
  expect((await w.nobody.call(overview.show, {})).supplies).toBe(2);
  await seller.call(listings.pause, { params: { id: shown.id }, body: { revision: shown.revision } });
  later(31);
  expect((await w.nobody.call(overview.show, {})).supplies).toBe(1);
});

test('several listings come at once in the order asked for, without those a stranger may not see', async () => {
  const seller = await w.someone();
  const [first, second] = [await publishedBy(seller), await publishedBy(seller)];
  const draft = await seller.call(listings.create, { body: aFoil() });
  const { items } = await w.nobody.call(listings.showMany, { query: { ids: [second.id, draft.id, first.id].join(',') } });
  expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
  await expect(w.nobody.call(listings.showMany, { query: { ids: 'x' } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'ids.0' }] });
});
