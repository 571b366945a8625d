import type { SearchDocument } from '@ganwan/shared/search/document';
import { everything, type EngineQuery, type SearchEngine } from './engine.ts';

export const noon = new Date('2026-11-30T04:00:00Z');

export const aDocument = (given: Partial<SearchDocument> & { id: string }): SearchDocument => ({
  titles: [given.id], kinds: [], keywords: [], body: [], facets: {}, numbers: {}, months: 0, at: noon, expiresAt: null, place: null, ...given,
});

/** Ids found, in order. */
export const find = async (engine: SearchEngine, given: Partial<EngineQuery>): Promise<string[]> => (await engine.search({ ...everything, now: noon, ...given })).ids;

const ganzhou = { lon: 114.935, lat: 25.831 };
const shenzhen = { lon: 114.058, lat: 22.543 };
const hongKong = { lon: 114.169, lat: 22.319 };

/** A small market with one of everything the contract of engines speaks of. */
export const market: readonly SearchDocument[] = [
  aDocument({ id: 'foil12', titles: ['12 μm 电解铜箔', 'Electrolytic copper foil 12 µm'], keywords: ['HTE-12'], facets: { family: ['electronic_material'], foilType: ['hte'], region: ['360700'] }, numbers: { thickness: 12, moq: 100 }, place: ganzhou, at: new Date('2026-11-01T00:00:00Z') }),
  aDocument({ id: 'foil35', titles: ['35 μm 电解铜箔'], keywords: ['RTF-35'], facets: { family: ['electronic_material'], foilType: ['rtf'], region: ['440300'] }, numbers: { thickness: 35, moq: 500 }, place: shenzhen, at: new Date('2026-11-02T00:00:00Z') }),
  aDocument({ id: 'laminate', titles: ['FR-4 覆铜板'], body: ['配 18 μm 铜箔', 'halogen-free conditioner'], facets: { family: ['electronic_material'], region: ['810000'] }, numbers: { tg: [150, 170] }, place: hongKong, at: new Date('2026-11-03T00:00:00Z') }),
  aDocument({ id: 'magnet', titles: ['烧结钕铁硼磁钢'], keywords: ['N52SH'], facets: { family: ['electronic_material'], region: ['360700'] }, place: ganzhou, at: new Date('2026-11-04T00:00:00Z') }),
  aDocument({ id: 'orange', titles: ['赣南脐橙', '贛南臍橙', 'Gannan navel oranges'], facets: { family: ['vegetable_basket'], region: ['360700'], certs: ['gba_basket', 'shenzhen_mark'] }, months: 0b1100_0000_0011, numbers: { brix: 12 }, place: ganzhou, at: new Date('2026-11-05T00:00:00Z') }),
  aDocument({ id: 'lettuce', titles: ['水培生菜'], facets: { family: ['vegetable_basket'], region: ['440300'], certs: ['shenzhen_mark'] }, months: 0b0000_0001_1100, place: shenzhen, at: new Date('2026-11-06T00:00:00Z') }),
  aDocument({ id: 'expired', titles: ['过期铜箔'], facets: { family: ['electronic_material'] }, expiresAt: new Date('2026-11-29T00:00:00Z') }),
];
