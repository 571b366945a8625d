import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listings } from '@ganwan/shared/listings/contract';
import { search } from '@ganwan/shared/search/contract';
import type { Locale } from '@ganwan/shared/values';
import { publishedBy } from '#features/listings/listings.factory';
import { world, type Someone, type World } from '#test/world';

const find = (w: World, query: Record<string, string>) => w.nobody.call(search.search, { query } as never);
const ids = async (w: World, query: Record<string, string>) => (await find(w, query)).hits.map((hit) => hit.id);
const soon = { timeout: 15_000, interval: 50 };

describe('search', () => {
  let w: World;
  let seller: Someone;
  beforeAll(async () => {
    w = await world();
    seller = await w.someone();
  });
  afterAll(() => w?.close());

  test('a published listing is found in either script, by pinyin, initials, a slip and in English, and says why', async () => {
    const { id } = await publishedBy(seller, { title: { 'zh-Hans': '压延铜箔 挠性板用' } });
    await expect.poll(() => ids(w, { q: '压延铜箔' }), soon).toEqual([id]);
    for (const q of ['壓延銅箔', 'yayantongbo', 'yytb', '压沿铜箔', 'rolled copper foil']) expect(await ids(w, { q }), q).toContain(id);
    const { hits, engine, notice } = await find(w, { q: '壓延銅箔' });
    expect({ engine, notice }).toEqual({ engine: 'postgresql', notice: null });
    expect(hits[0]).toMatchObject({ highlights: { 'zh-Hans': [[0, 4]] }, why: [{ way: 'written', field: 'title', found: '压延铜箔' }] });
  });

  test('a reason quotes what its reader is shown, and says the query as it was typed', async () => {
    const title = { 'zh-Hans': '鎏金铜箔 电池用', 'zh-Hant': '鎏金銅箔 電池用', en: 'Gilded foil for batteries' };
    const { id } = await publishedBy(seller, { title, originRegion: '360600' });
    const reasons = async (q: string, locale: Locale) => (await find(w, { q, locale })).hits.find((hit) => hit.id === id)?.why;
    await expect.poll(() => reasons('鎏金銅箔', 'zh-Hant'), soon).toMatchObject([{ way: 'written', word: '鎏金銅箔', found: '鎏金銅箔' }]);
    expect(await reasons('鎏金銅箔', 'zh-Hans')).toMatchObject([{ word: '鎏金銅箔', found: '鎏金铜箔' }]);
    expect(await reasons('鎏金桐箔', 'zh-Hant')).toMatchObject([{ word: '鎏金桐箔', found: '鎏金銅箔' }]);
    // The place is a label of ours and says itself in the reader's script too.
    for (const [locale, place] of [['zh-Hant', '鷹潭'], ['zh-Hans', '鹰潭']] as const) expect((await reasons('鎏金銅箔 鹰潭', locale))?.at(-1)).toMatchObject({ field: 'body', found: place });
    const { mended, notice } = await find(w, { q: '鎏金銅箔飛', locale: 'zh-Hant' });
    expect({ mended, notice }).toEqual({ mended: '鎏金 銅箔', notice: 'mended' });
  });

  test('a query that holds nothing to search for says so, and an empty one finds everything', async () => {
    expect(await find(w, { q: `'"%_;--` })).toMatchObject({ hits: [], total: 0, notice: 'unreadable' });
    expect(await find(w, { q: ' ' })).toMatchObject({ notice: null });
    expect((await find(w, { q: ' ' })).total).toBeGreaterThan(0);
    expect(await w.nobody.call(search.suggest, { query: { q: '%' } })).toEqual({ suggestions: [] });
  });

  test('what is not published is in no answer: a draft, a paused, an archived, an edit that was not published', async () => {
    const draft = await seller.call(listings.create, { body: { kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': '未公开草稿铬铁' } } });
    const shown = await publishedBy(seller, { title: { 'zh-Hans': '锆英砂' } });
    await expect.poll(() => ids(w, { q: '锆英砂' }), soon).toEqual([shown.id]);
    const edited = await seller.call(listings.edit, { params: { id: shown.id }, body: { title: { 'zh-Hans': '铪粉' }, revision: shown.revision } });
    const paused = await seller.call(listings.pause, { params: { id: shown.id }, body: { revision: edited.revision } });
    await expect.poll(() => ids(w, { q: '锆英砂' }), soon).toEqual([]);
    expect(await ids(w, { q: '铪粉' })).toEqual([]);
    expect(await ids(w, { q: '未公开草稿铬铁' })).toEqual([]);
    await expect.poll(() => w.database.sql`select id from search_index.listings where id in (${draft.id}, ${paused.id})`, soon).toEqual([]);
  });

  test('a hit holds all that a card shows, and nothing a card does not', async () => {
    const formula = { index: '长江铜价', factor: 1, processingFee: 18 };
    const { id } = await publishedBy(seller, { title: { 'zh-Hans': '荷叶箔' }, description: { 'zh-Hans': '只在详情页' }, priceMode: 'formula', priceTiers: [], priceFormula: formula, attributes: { thickness: { value: 9, text: '9 µm', unit: 'um' } } });
    await expect.poll(() => ids(w, { q: '荷叶箔' }), soon).toEqual([id]);
    const { hits: [hit] } = await find(w, { q: '荷叶箔' });
    expect(hit).toMatchObject({ attributes: { thickness: { value: 9, text: '9 µm' } }, priceFormula: formula });
    expect(hit!.unsaid).toContain('attributes.foilType');
    expect(hit!.unsaid).not.toContain('attributes.thickness');
    for (const elsewhere of ['description', 'documentIds', 'revision']) expect(hit).not.toHaveProperty(elsewhere);
  });

  test('facets, bounds and order come from the registry, and a facet\'s own choice leaves its other counts', async () => {
    const thin = await publishedBy(seller, { title: { 'zh-Hans': '超薄箔' }, moq: 20, priceTiers: [{ minQuantity: 20, unitPrice: 150 }, { minQuantity: 500, unitPrice: 140 }], attributes: { thickness: { value: 6, text: '6 µm', unit: 'um' }, foilType: 'rtf' } });
    const thick = await publishedBy(seller, { title: { 'zh-Hans': '超薄箔 加厚' }, attributes: { thickness: { value: 12, text: '12 µm', unit: 'um' }, foilType: 'hte' } });
    const scope = { q: '超薄箔', subFamily: 'copper_foil' };
    await expect.poll(async () => (await ids(w, scope)).length, soon).toBe(2);
    expect(await ids(w, { ...scope, ranges: 'electronic_thickness:..9' })).toEqual([thin.id]);
    expect(await ids(w, { ...scope, sort: 'moq' })).toEqual([thin.id, thick.id]);
    expect(await ids(w, { ...scope, sort: 'price' })).toEqual([thick.id, thin.id]);
    const { facets, numbers, hits } = await find(w, { ...scope, choices: 'electronic_foilType:rtf', near: '440300' });
    expect(hits.map((hit) => hit.id)).toEqual([thin.id]);
    expect(facets['electronic_foilType']).toEqual({ rtf: 1, hte: 1 });
    expect(facets['family']).toEqual({ electronic: 1 });
    expect(numbers['electronic_thickness']).toEqual({ min: 6, max: 6, steps: [] });
    const bound = await find(w, { ...scope, ranges: 'electronic_thickness:..9' });
    expect(bound.numbers['electronic_thickness']).toMatchObject({ min: 6, max: 12 });
    expect(bound.numbers['electronic_thickness']!.steps.map(({ count }) => count).filter((count) => count > 0)).toEqual([1, 1]);
    expect(bound.numbers['moq']).toMatchObject({ min: 20, max: 20 });
    // What narrows copper foil says nothing of how many oranges there are.
    const orange = await publishedBy(seller, { title: { 'zh-Hans': '超薄箔 包装脐橙' }, subFamily: 'fruit', attributes: {} });
    await expect.poll(() => ids(w, { q: '超薄箔', family: 'basket' }), soon).toEqual([orange.id]);
    const branches = await find(w, { ...scope, family: 'electronic', choices: 'electronic_foilType:rtf', ranges: 'electronic_thickness:..9' });
    expect(branches.facets).toMatchObject({ family: { electronic: 2, basket: 1 }, subFamily: { copper_foil: 2 } });
    expect(hits[0]!.distanceKm).toBeGreaterThan(600);
  });

  test('pages follow one another without a gap', async () => {
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await publishedBy(seller, { title: { 'zh-Hans': `钽粉 ${i}` } })).id);
    await expect.poll(async () => (await find(w, { q: '钽粉' })).total, soon).toBe(5);
    const first = await find(w, { q: '钽粉', limit: '3' });
    const second = await find(w, { q: '钽粉', limit: '3', cursor: first.nextCursor! });
    expect([...first.hits, ...second.hits].map((hit) => hit.id).sort()).toEqual(made.sort());
    expect(second.nextCursor).toBeNull();
  });

  test.each([
    [{ choices: 'electronic_secret:1' }, 'choices.electronic_secret'], [{ choices: 'electronic_foilType:hte' }, 'choices.electronic_foilType'],
    [{ ranges: 'basket_brix:1..2' }, 'ranges.basket_brix'], [{ sort: 'distance' }, 'near'], [{ cursor: 'xyz' }, 'cursor'], [{ family: 'weapons' }, 'family'], [{ months: '13' }, 'months'], [{ q: 'x'.repeat(201) }, 'q'],
  ])('%j is refused by name', async (query, path) => {
    await expect(find(w, query)).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path }] });
  });

  test('suggestions hold notions of the trade and titles', async () => {
    const { id } = await publishedBy(seller, { title: { en: 'Strongest rings', 'zh-Hans': '钐钴磁环' } });
    await expect.poll(async () => (await w.nobody.call(search.suggest, { query: { q: 'shangu' } })).suggestions, soon).toEqual([
      { text: '钐钴', kind: 'term', id: null }, { text: '钐钴磁环', kind: 'listing', id },
    ]);
    // A title in the language that was typed.
    expect((await w.nobody.call(search.suggest, { query: { q: 'strongest' } })).suggestions).toEqual([{ text: 'Strongest rings', kind: 'listing', id }]);
  });

  test('suggested terms are in the script that is typed, else in the reader\'s', async () => {
    const terms = async (query: { q: string; locale?: Locale }) => (await w.nobody.call(search.suggest, { query })).suggestions.filter(({ kind }) => kind === 'term').map(({ text }) => text);
    expect(await terms({ q: 'tongbo' })).toEqual(['铜箔']);
    expect(await terms({ q: 'tongbo', locale: 'zh-Hant' })).toEqual(['銅箔']);
    expect(await terms({ q: '電解銅', locale: 'zh-Hans' })).toEqual(['電解銅箔']);
    expect(await terms({ q: '电解铜', locale: 'zh-Hant' })).toEqual(['電解銅箔']);
    // As Hong Kong says it, not character by character.
    expect(await terms({ q: 'jiqiren', locale: 'zh-Hant' })).toEqual(['機械人']);
    expect(await terms({ q: '機械人' })).toEqual(['機械人']);
    expect(await terms({ q: 'copper clad', locale: 'zh-Hant' })).toEqual(['copper clad laminate']);
  });

  test('a change that is rolled back leaves no row to drain', async () => {
    const before = await w.database.sql`select count(*)::int as n from search_outbox`;
    const draft = await seller.call(listings.create, { body: { kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': '不完整' } } });
    await expect(seller.call(listings.publish, { params: { id: draft.id }, body: { revision: draft.revision } })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await w.database.sql`select count(*)::int as n from search_outbox`).toEqual(before);
  });
});

describe('with a Meilisearch that is not there', () => {
  let w: World;
  let silent: Server;
  let answers = 0;
  beforeAll(async () => {
    // Takes connections and never answers.
    silent = createServer(() => void answers++).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    w = await world({ settings: { meili: { url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`, answerWithinMs: 100 } } });
  });
  afterAll(async () => {
    await w?.close();
    silent.closeAllConnections();
    silent.close();
  });

  test('PostgreSQL answers, what changes waits for the other, and nothing is lost', async () => {
    const seller = await w.someone();
    const { id } = await publishedBy(seller, { title: { 'zh-Hans': '铼片' } });
    await expect.poll(() => ids(w, { q: '铼片' }), soon).toEqual([id]);
    expect(await find(w, { q: '铼片' })).toMatchObject({ engine: 'postgresql', notice: 'engine_away' });
    expect(await w.database.sql`select count(*)::int as n from search_outbox where meilisearch_done_at is null`).toEqual([{ n: 1 }]);
    expect(answers).toBeGreaterThan(0);
  });
});
