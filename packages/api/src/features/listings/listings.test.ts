import { afterAll, beforeAll, expect, test } from 'vitest';
import { files } from '@ganwan/shared/files/contract';
import { listings as contract } from '@ganwan/shared/listings/contract';
import { world, type Someone, type World } from '#test/world';
import { aFoil, publishedBy } from './listings.factory.ts';

let w: World;
let seller: Someone;
let colleague: Someone;
let viewer: Someone;
let stranger: Someone;
beforeAll(async () => {
  w = await world();
  seller = await w.someone();
  colleague = await w.someone({ enterprise: seller.enterpriseId, role: 'member' });
  viewer = await w.someone({ enterprise: seller.enterpriseId, role: 'viewer' });
  stranger = await w.someone();
});
afterAll(() => w.close());

const missing = { code: 'not_found' };
const own = (id: string) => ({ params: { id } });
const at = (id: string, revision: number) => ({ params: { id }, body: { revision } });

test('a draft may be incomplete, and says what publishing still needs', async () => {
  const draft = await seller.call(contract.create, { body: { kind: 'supply', subFamily: 'pcb', title: { en: 'Boards' } } });
  expect(draft).toMatchObject({ state: 'draft', revision: 1, version: null, changed: true, moq: null, priceTiers: [], can: { edit: true, publish: true, pause: false, archive: true } });
  expect(draft.missing.map((f) => f.path)).toEqual(['chain', 'originRegion', 'priceMode']);
  await expect(seller.call(contract.publish, at(draft.id, 1))).rejects.toMatchObject({ code: 'invalid_input', fields: draft.missing });
  expect(await colleague.call(contract.showOwn, own(draft.id))).toEqual(draft);
});

test('nobody outside the enterprise sees, changes or publishes a draft', async () => {
  const { id } = await seller.call(contract.create, { body: aFoil() });
  await expect(stranger.call(contract.showOwn, own(id))).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.edit, { params: { id }, body: { revision: 1, moq: 1 } })).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.publish, at(id, 1))).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.archive, at(id, 1))).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.show, own(id))).rejects.toMatchObject(missing);
  await expect(w.nobody.call(contract.show, own(id))).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.versions, { params: { id }, query: {} })).rejects.toMatchObject(missing);
  expect((await stranger.call(contract.listOwn, { query: {} })).items).toEqual([]);
  expect((await stranger.call(contract.ofEnterprise, { params: { id: seller.enterpriseId }, query: {} })).items.map((l) => l.id)).not.toContain(id);
  expect(await seller.call(contract.showOwn, own(id))).toMatchObject({ revision: 1, moq: 100 });
});

test('a viewer reads but does not write, and somebody without an enterprise does neither', async () => {
  const { id } = await seller.call(contract.create, { body: aFoil() });
  expect(await viewer.call(contract.showOwn, own(id))).toMatchObject({ can: { edit: false, publish: false, pause: false, archive: false } });
  await expect(viewer.call(contract.create, { body: aFoil() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(viewer.call(contract.publish, at(id, 1))).rejects.toMatchObject({ code: 'not_allowed' });
  const alone = await w.someone({ enterprise: 'none' });
  await expect(alone.call(contract.create, { body: aFoil() })).rejects.toMatchObject({ code: 'enterprise_required' });
  await expect(w.nobody.call(contract.create, { body: aFoil() })).rejects.toMatchObject({ code: 'sign_in_required' });
});

test('what ends soon is told to its enterprise in the order of its ending, and nothing else is', async () => {
  const someone = await w.someone();
  const ends = (validUntil: string | null) => publishedBy(someone, { validUntil });
  const [last, never, first, later] = [await ends('2099-01-09'), await ends(null), await ends('2099-01-03'), await ends('2099-02-01')];
  const paused = await ends('2099-01-04');
  await someone.call(contract.pause, at(paused.id, paused.revision));
  const page = await someone.call(contract.listEnding, { query: { by: '2099-01-09', limit: 1 } });
  expect(page.items.map(({ id }) => id)).toEqual([first.id]);
  const next = await someone.call(contract.listEnding, { query: { by: '2099-01-09', limit: 1, cursor: page.nextCursor ?? '' } });
  expect(next).toMatchObject({ items: [{ id: last.id, validUntil: '2099-01-09' }], nextCursor: null });
  expect((await someone.call(contract.listEnding, { query: { by: '2099-12-31' } })).items.map(({ id }) => id)).toEqual([first.id, last.id, later.id]);
  expect((await stranger.call(contract.listEnding, { query: { by: '2099-12-31' } })).items).toEqual([]);
  expect(never.validUntil).toBeNull();
});

test('what does not fit and what contradicts is told at once', async () => {
  const body = { ...aFoil(), moq: -1, leadTimeDays: 3.5, priceTiers: [{ minQuantity: 500, unitPrice: 90 }, { minQuantity: 200, unitPrice: 91 }] };
  const fields = [
    { path: 'moq', code: 'too_small', params: expect.objectContaining({ minimum: 0, inclusive: false }) },
    { path: 'leadTimeDays', code: 'not_multiple_of', params: expect.objectContaining({ divisor: 1 }) },
    { path: 'priceTiers.1.minQuantity', code: 'tier_quantity_not_rising', params: { minimum: 500 } },
    { path: 'priceTiers.1.unitPrice', code: 'tier_price_rising', params: { maximum: 90 } },
  ];
  await expect(seller.call(contract.create, { body })).rejects.toMatchObject({ status: 422, fields });
  const { id } = await seller.call(contract.create, { body: aFoil() });
  const { moq, leadTimeDays, priceTiers } = body;
  await expect(seller.call(contract.edit, { params: { id }, body: { revision: 1, moq, leadTimeDays, priceTiers } })).rejects.toMatchObject({ status: 422, fields });
  expect(await seller.call(contract.showOwn, own(id))).toMatchObject({ revision: 1, moq: 100 });
});

test('what is refused names its fields', async () => {
  const create = (given: Parameters<typeof aFoil>[0]) => seller.call(contract.create, { body: aFoil(given) });
  await expect(create({ attributes: { brix: true } })).rejects.toMatchObject({ status: 422, fields: [{ path: 'attributes.brix', code: 'unrecognized_key' }] });
  await expect(create({ attributes: { thickness: { value: 35, text: '18 µm', unit: 'um' } } })).rejects.toMatchObject({ fields: [{ path: 'attributes.thickness', code: 'value_mismatch' }] });
  await expect(create({ priceTiers: [{ minQuantity: 100, unitPrice: 9 }, { minQuantity: 50, unitPrice: 10 }] })).rejects.toMatchObject({
    fields: [{ path: 'priceTiers.1.minQuantity', code: 'tier_quantity_not_rising' }, { path: 'priceTiers.1.unitPrice', code: 'tier_price_rising' }],
  });
  await expect(create({ moq: -1 })).rejects.toMatchObject({ fields: [{ path: 'moq', code: 'too_small' }] });
  await expect(create({ title: {} })).rejects.toMatchObject({ fields: [{ path: 'title', code: 'required' }] });
  await expect(seller.send('/api/listings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...aFoil(), enterpriseId: stranger.enterpriseId }) }).then((r) => r.status)).resolves.toBe(422);
});

test('an edit touches only what it names, and null takes a value away', async () => {
  const draft = await seller.call(contract.create, { body: aFoil() });
  const edited = await seller.call(contract.edit, { params: { id: draft.id }, body: { revision: 1, moq: 50, hsCode: '741011' } });
  expect(edited).toEqual({ ...draft, moq: 50, hsCode: '741011', revision: 2, updatedAt: edited.updatedAt });
  expect(await seller.call(contract.edit, { params: { id: draft.id }, body: { revision: 2, hsCode: null } })).toMatchObject({ hsCode: null, moq: 50, revision: 3 });
  expect(await seller.call(contract.edit, { params: { id: draft.id }, body: { revision: 3 } })).toMatchObject({ revision: 3 });
});

test('of two people who save the same revision, the second is told', async () => {
  const { id } = await seller.call(contract.create, { body: aFoil() });
  const saves = await Promise.allSettled([seller, colleague].map((who, i) => who.call(contract.edit, { params: { id }, body: { revision: 1, moq: 10 + i } })));
  expect(saves.map((s) => s.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(saves.find((s) => s.status === 'rejected')).toMatchObject({ reason: { code: 'conflict', status: 409 } });
  expect(await seller.call(contract.showOwn, own(id))).toMatchObject({ revision: 2 });
});

test('published, everyone sees it; edited, they see it as it was until it is published again', async () => {
  const listing = await publishedBy(seller);
  expect(listing).toMatchObject({ state: 'published', version: 1, changed: false, can: { publish: false, pause: true } });
  const seen = await w.nobody.call(contract.show, own(listing.id));
  expect(seen).toMatchObject({ id: listing.id, version: 1, moq: 100, enterprise: { id: seller.enterpriseId, region: '360600' } });
  expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['revision', 'draft', 'createdBy']));

  const edited = await seller.call(contract.edit, { params: { id: listing.id }, body: { revision: listing.revision, moq: 60, attributes: { foilType: 'rtf' } } });
  expect(edited).toMatchObject({ state: 'published', version: 1, changed: true });
  expect(await stranger.call(contract.show, own(listing.id))).toEqual(seen);

  const again = await seller.call(contract.publish, at(listing.id, edited.revision));
  expect(again).toMatchObject({ version: 2, changed: false });
  expect(await stranger.call(contract.show, own(listing.id))).toMatchObject({ version: 2, moq: 60, attributes: { foilType: 'rtf' } });
});

test('every published change is a version, and two versions show their difference', async () => {
  const first = await publishedBy(seller);
  const edited = await seller.call(contract.edit, { params: { id: first.id }, body: { revision: first.revision, moq: 60, attributes: { foilType: 'hte' } } });
  await seller.call(contract.publish, at(first.id, edited.revision));
  const versions = await stranger.call(contract.versions, { params: { id: first.id }, query: {} });
  expect(versions.items).toMatchObject([{ version: 2, changes: 2 }, { version: 1, changes: 0 }]);
  const difference = await stranger.call(contract.difference, { params: { id: first.id, from: '1', to: '2' } });
  expect(difference.changes).toEqual([
    { path: 'moq', before: 100, after: 60 },
    { path: 'attributes.thickness', before: { value: 18, text: '18 µm', unit: 'um' }, after: null },
  ]);
  await expect(stranger.call(contract.difference, { params: { id: first.id, from: '1', to: '3' } })).rejects.toMatchObject(missing);
  const page = await stranger.call(contract.versions, { params: { id: first.id }, query: { limit: '1' } });
  expect(page.items.map((v) => v.version)).toEqual([2]);
  expect((await stranger.call(contract.versions, { params: { id: first.id }, query: { limit: '1', cursor: page.nextCursor! } })).items.map((v) => v.version)).toEqual([1]);
});

test('publishing what is unchanged makes no version', async () => {
  const listing = await publishedBy(seller);
  expect(await seller.call(contract.publish, at(listing.id, listing.revision))).toEqual(listing);
});

test('paused, it is gone for others, and comes back without a new version', async () => {
  const listing = await publishedBy(seller);
  const paused = await seller.call(contract.pause, at(listing.id, listing.revision));
  expect(paused).toMatchObject({ state: 'paused', can: { publish: true, pause: false } });
  await expect(stranger.call(contract.show, own(listing.id))).rejects.toMatchObject(missing);
  await expect(stranger.call(contract.versions, { params: { id: listing.id }, query: {} })).rejects.toMatchObject(missing);
  expect((await seller.call(contract.versions, { params: { id: listing.id }, query: {} })).items).toHaveLength(1);
  const back = await seller.call(contract.publish, at(listing.id, paused.revision));
  expect(back).toMatchObject({ state: 'published', version: 1, pausedAt: null });
  expect(await stranger.call(contract.show, own(listing.id))).toMatchObject({ version: 1 });
});

test('archived, it is put away for good and frees its item number', async () => {
  const listing = await publishedBy(seller, { itemNumber: 'HTE-18' });
  const archived = await seller.call(contract.archive, at(listing.id, listing.revision));
  expect(archived).toMatchObject({ state: 'archived', can: { edit: false, publish: false, pause: false, archive: false } });
  await expect(stranger.call(contract.show, own(listing.id))).rejects.toMatchObject(missing);
  await expect(seller.call(contract.edit, { params: { id: listing.id }, body: { revision: archived.revision, moq: 1 } })).rejects.toMatchObject({ code: 'conflict' });
  await expect(seller.call(contract.publish, at(listing.id, archived.revision))).rejects.toMatchObject({ code: 'conflict' });
  expect(await publishedBy(seller, { itemNumber: 'HTE-18' })).toMatchObject({ state: 'published' });
});

test('an item number is used once by an enterprise, per kind', async () => {
  await seller.call(contract.create, { body: aFoil({ itemNumber: 'A-1' }) });
  await expect(seller.call(contract.create, { body: aFoil({ itemNumber: 'A-1' }) })).rejects.toMatchObject({ code: 'item_number_taken', status: 409 });
  await expect(seller.call(contract.create, { body: aFoil({ itemNumber: 'A-1', kind: 'demand' }) })).resolves.toBeDefined();
  await expect(stranger.call(contract.create, { body: aFoil({ itemNumber: 'A-1' }) })).resolves.toBeDefined();
});

test('hazardous chemicals stay drafts without a permit', async () => {
  const gas = await seller.call(contract.create, { body: aFoil({ subFamily: 'gas_chemical', attributes: { substance: 'nf3' } }) });
  await expect(seller.call(contract.publish, at(gas.id, 1))).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'attributes.permit', code: 'required' }] });
  expect(await seller.call(contract.showOwn, own(gas.id))).toMatchObject({ state: 'draft', version: null });
});

test('lists are paged, by state and kind', async () => {
  const lister = await w.someone();
  for (let i = 0; i < 3; i++) await publishedBy(lister, { kind: i === 0 ? 'demand' : 'supply' });
  await lister.call(contract.create, { body: aFoil() });
  const first = await lister.call(contract.listOwn, { query: { limit: '3' } });
  const rest = await lister.call(contract.listOwn, { query: { limit: '3', cursor: first.nextCursor! } });
  expect([first.items.map((l) => l.state), rest.items.length, rest.nextCursor]).toEqual([['draft', 'published', 'published'], 1, null]);
  expect((await lister.call(contract.listOwn, { query: { state: 'draft' } })).items).toHaveLength(1);
  expect((await lister.call(contract.listOwn, { query: { kind: 'demand' } })).items).toHaveLength(1);
  expect((await w.nobody.call(contract.ofEnterprise, { params: { id: lister.enterpriseId }, query: {} })).items).toHaveLength(3);
  await expect(lister.call(contract.listOwn, { query: { cursor: 'nonsense' } })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('a draft learns what one more field would open on the other side', async () => {
  const magnets = { subFamily: 'magnet', attributes: {} } as const;
  const draft = await seller.call(contract.create, { body: aFoil(magnets) });
  expect(await seller.call(contract.openings, own(draft.id))).toEqual({ looked: 0, openings: [] });
  await publishedBy(stranger, { ...magnets, kind: 'demand', attributes: { magGrade: 'N52SH' }, leadTimeDays: 7, leadTimeFrom: 'order' });
  await publishedBy(stranger, { ...magnets, kind: 'demand', attributes: { magGrade: 'N35' } });
  await publishedBy(stranger, magnets);
  await publishedBy(colleague, { ...magnets, kind: 'demand', attributes: { coating: 'zn' } });
  expect(await seller.call(contract.openings, own(draft.id))).toEqual({ looked: 2, openings: [{ path: 'attributes.magGrade', count: 2 }, { path: 'leadTimeDays', count: 1 }] });
  await expect(stranger.call(contract.openings, own(draft.id))).rejects.toMatchObject(missing);
});

test('only its own pictures can be attached, and they are for everyone while it is published', async () => {
  const picture = async (who: Someone) => {
    const form = new FormData();
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    form.append('file', new Blob([png], { type: 'image/png' }), 'foil.png');
    const answer = await who.send('/api/files', { method: 'POST', body: form });
    return ((await answer.json()) as { id: string }).id;
  };
  const [mine, theirs] = [await picture(seller), await picture(stranger)];
  await expect(seller.call(contract.create, { body: aFoil({ imageIds: [mine, theirs] }) })).rejects.toMatchObject({ fields: [{ path: 'imageIds.1', code: 'file_unknown' }] });
  await expect(seller.call(contract.create, { body: aFoil({ documentIds: [mine] }) })).rejects.toMatchObject({ fields: [{ path: 'documentIds.0', code: 'file_unknown' }] });

  const draft = await seller.call(contract.create, { body: aFoil({ imageIds: [mine] }) });
  await expect(w.nobody.call(files.show, own(mine))).rejects.toMatchObject(missing);
  const listing = await seller.call(contract.publish, at(draft.id, 1));
  expect(await w.nobody.call(files.show, own(mine))).toMatchObject({ id: mine, kind: 'image' });
  await seller.call(contract.pause, at(listing.id, listing.revision));
  await expect(w.nobody.call(files.show, own(mine))).rejects.toMatchObject(missing);
});

test('the enterprise hears of a change, others do not', async () => {
  const [inside, outside] = [await colleague.socket(), await stranger.socket()];
  const heard: unknown[] = [];
  outside.onAny((...event) => void heard.push(event));
  const told = new Promise((resolve) => inside.once('listing:changed', resolve));
  const draft = await seller.call(contract.create, { body: aFoil() });
  expect(await told).toEqual({ id: draft.id, state: 'draft', revision: 1 });
  expect(heard).toEqual([]);
});

test('characters that a database refuses, or that turn text around, are left out', async () => {
  const made = await seller.call(contract.create, { body: aFoil({ title: { en: '\u202eHTE\u0000 foil\u200b \ud800' }, attributes: { model: 'A\u0000-18' } }) });
  expect(made).toMatchObject({ title: { en: 'HTE foil \ufffd' }, attributes: { model: 'A-18' } });
  await expect(seller.call(contract.create, { body: aFoil({ title: { en: '\u200b\u2060' } }) })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'title.en' }] });
  expect((await w.nobody.send('/api/search/suggestions?q=%00a')).status).toBe(200);
  const deep = `{"kind":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  expect((await seller.send('/api/listings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: deep })).status).toBe(422);
});
