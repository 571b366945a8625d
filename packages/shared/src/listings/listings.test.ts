import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../catalogue/registry.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { everyListing } from '../catalogue/every-listing.ts';
import { subFamilies } from '../catalogue/families.ts';
import { compareListings, completeness, diffVersions, flatten, openings, pathLabel } from './compare.ts';
import { Listing, ListingDraft, ListingEdit, OwnListing } from './contract.ts';
import { faultLabel } from './fault-label.ts';
import { blankListing, fieldLabels, ListingFields } from './fields.ts';
import { tierFailures } from './contradictions.ts';
import { allFailures, contradictions, dayInChina, expiresAt, publishFailures, warningsOf } from './rules.ts';

const today = '2026-11-22';
const foil = (given: Partial<ListingFields> = {}): ListingFields => ({
  ...blankListing({ kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': '高温高延伸铜箔' } }),
  chain: 'nonferrous', originRegion: '360600', unitOfMeasure: 'kg', moq: 100, priceMode: 'tier', currency: 'CNY',
  priceTiers: [{ minQuantity: 100, unitPrice: 92.5 }, { minQuantity: 1000, unitPrice: 90 }],
  ...given,
});
const codesAt = (failures: { path: string; code: string }[]) => failures.map((f) => `${f.path} ${f.code}`);

test('draft, edit and answers come from one field list', () => {
  const names = Object.keys(ListingFields.shape);
  expect(Object.keys(ListingDraft.shape)).toEqual(names);
  expect(Object.keys(ListingEdit.shape)).toEqual([...names.filter((n) => n !== 'kind' && n !== 'subFamily'), 'revision']);
  expect(Object.keys(OwnListing.shape)).toEqual(expect.arrayContaining(names));
  expect(Object.keys(Listing.shape)).toEqual(expect.arrayContaining(names));
  expect(Object.keys(fieldLabels)).toEqual(names);
  expect(everyListing.every((a) => a.heldBy && names.includes(a.heldBy))).toBe(true);
});

test('an empty edit changes nothing', () => {
  expect(ListingEdit.parse({ revision: 1 })).toEqual({ revision: 1 });
});

test('a draft needs only what it is and what it is called', () => {
  expect(ListingDraft.safeParse({ kind: 'demand', subFamily: 'fruit', title: { en: 'Navel oranges' } }).success).toBe(true);
  expect(ListingDraft.safeParse({ kind: 'demand', subFamily: 'fruit', title: {} }).error?.issues[0]).toMatchObject({ path: ['title'], params: { code: 'required' } });
  expect(ListingDraft.safeParse({ kind: 'demand', subFamily: 'spaceship', title: { en: 'x' } }).error?.issues[0]?.path).toEqual(['subFamily']);
});

test('price tiers rise in quantity, never in price, and begin at the MOQ or above', () => {
  expect(tierFailures(foil().priceTiers, 100)).toEqual([]);
  expect(codesAt(tierFailures([{ minQuantity: 100, unitPrice: 9 }, { minQuantity: 100, unitPrice: 9 }], null))).toEqual(['priceTiers.1.minQuantity tier_quantity_not_rising']);
  expect(codesAt(tierFailures([{ minQuantity: 100, unitPrice: 9 }, { minQuantity: 200, unitPrice: 9.01 }], null))).toEqual(['priceTiers.1.unitPrice tier_price_rising']);
  expect(codesAt(tierFailures([{ minQuantity: 50, unitPrice: 9 }], 100))).toEqual(['priceTiers.0.minQuantity tier_below_moq']);
  expect(codesAt(tierFailures([{ minQuantity: 50, unitPrice: 0.1234567 }], null))).toEqual(['priceTiers.0.unitPrice too_many_decimals']);
});

test('no certificate stands there twice', () => {
  const iso = { kind: 'iso9001' as const, number: '00123Q', issuer: '示例认证', issued: null, validUntil: null, fileId: null };
  expect(codesAt(contradictions(foil({ certificates: [iso, { ...iso, kind: 'iso14001' }, { ...iso, number: '00124Q' }] })))).toEqual([]);
  expect(codesAt(contradictions(foil({ certificates: [iso, { ...iso, issuer: '另一家' }] })))).toEqual(['certificates.1.number repeated']);
  expect(ListingDraft.safeParse({ kind: 'supply', subFamily: 'copper_foil', title: { en: 'x' }, certificates: [iso, iso] }).success).toBe(false);
});

test.each([29.999999999999996, 30.000000000000004])('a whole number that a calculation missed by a hair is that number: %d', (days) => {
  expect(ListingFields.shape.leadTimeDays.parse(days)).toBe(30);
});

test('tiers are accepted exactly when quantities strictly rise and prices do not', () => {
  const tier = fc.record({ minQuantity: fc.integer({ min: 1, max: 50 }), unitPrice: fc.integer({ min: 0, max: 50 }) });
  fc.assert(fc.property(fc.array(tier, { maxLength: 5 }), (tiers) => {
    const fine = tiers.every((t, i) => i === 0 || (t.minQuantity > tiers[i - 1]!.minQuantity && t.unitPrice <= tiers[i - 1]!.unitPrice));
    expect(tierFailures(tiers, null).length === 0).toBe(fine);
  }));
});

test('publishing names every field that is missing', () => {
  expect(publishFailures(foil(), today)).toEqual([]);
  const bare = blankListing({ kind: 'supply', subFamily: 'pcb', title: { en: 'Boards' } });
  expect(codesAt(publishFailures(bare, today))).toEqual(['chain required', 'originRegion required', 'priceMode required']);
  expect(codesAt(publishFailures(foil({ currency: null, leadTimeDays: 15, deliveryTerm: 'FCA', priceTiers: [] }), today))).toEqual([
    'currency required', 'priceTiers tiers_too_few', 'leadTimeFrom required', 'deliveryPlace required',
  ]);
  expect(codesAt(publishFailures(foil({ priceMode: 'fixed' }), today))).toEqual(['priceTiers one_price_only']);
  expect(codesAt(publishFailures(foil({ priceMode: 'formula' }), today))).toEqual(['priceFormula required']);
  expect(codesAt(publishFailures(foil({ validUntil: '2026-11-21' }), today))).toEqual(['validUntil date_past']);
  expect(publishFailures(foil({ validUntil: today }), today)).toEqual([]);
});

test('a demand needs no price and no origin', () => {
  expect(publishFailures({ ...blankListing({ kind: 'demand', subFamily: 'fruit', title: { en: 'Oranges' } }), chain: 'food' }, today)).toEqual([]);
});

test('hazardous chemicals need a permit that still holds', () => {
  const gas = (attributes: ListingFields['attributes']) => publishFailures(foil({ subFamily: 'gas_chemical', attributes }), today);
  const permit = { number: '赣应急危化经字[2025]001', issuer: '吉安市应急管理局', issued: '2025-01-02', validUntil: '2028-01-01', fileId: null };
  expect(codesAt(gas({}))).toEqual(['attributes.permit required']);
  expect(gas({ permit })).toEqual([]);
  expect(codesAt(gas({ permit: { ...permit, validUntil: '2026-01-01' } }))).toEqual(['attributes.permit.validUntil proof_expired']);
  expect(codesAt(gas({ permit: { ...permit, issued: '2026-11-23' } }))).toEqual(['attributes.permit.issued date_future']);
  expect(publishFailures({ ...blankListing({ kind: 'demand', subFamily: 'gas_chemical', title: { en: 'Nitrogen' } }), chain: 'petrochem' }, today)).toEqual([]);
});

test('an expired certificate keeps a listing back', () => {
  const certificates = [{ kind: 'gba_basket' as const, number: '360734001', issuer: '大湾区菜篮子办', issued: null, validUntil: '2026-11-21', fileId: null }];
  expect(codesAt(publishFailures(foil({ certificates }), today))).toEqual(['certificates.0.validUntil proof_expired']);
});

test('a certificate is issued before it expires, and not in the future', () => {
  const issued = (day: string | null, validUntil: string | null = null) => codesAt(publishFailures(foil({ certificates: [{ kind: 'iso9001', number: '00123Q', issuer: '示例认证', issued: day, validUntil, fileId: null }] }), today));
  expect([issued(null, '2028-01-01'), issued(today), issued('2026-11-20', '2026-11-22')]).toEqual([[], [], []]);
  expect(issued('2026-11-23')).toEqual(['certificates.0.issued date_future']);
  expect(issued('2028-01-02', '2028-01-01')).toEqual(['certificates.0.issued date_future', 'certificates.0.issued issued_after_expiry']);
});

describe('faults come all at once', () => {
  const said = { ...foil(), moq: -1, leadTimeDays: 3.5, priceTiers: [{ minQuantity: 500, unitPrice: null }, { minQuantity: 200, unitPrice: 80 }, { minQuantity: 300, unitPrice: 81 }] };
  const drafted = ['leadTimeDays not_multiple_of', 'moq too_small', 'priceTiers.0.unitPrice invalid_type', 'priceTiers.1.minQuantity tier_quantity_not_rising', 'priceTiers.2.unitPrice tier_price_rising'];

  test('from the schemas of drafts and edits', () => {
    for (const answer of [ListingDraft.safeParse(said), ListingEdit.safeParse({ ...said, kind: undefined, subFamily: undefined, revision: 1 })]) {
      expect(codesAt(fieldFailuresOf(answer.error!)).filter((one) => !one.includes('unrecognized')).sort()).toEqual(drafted);
    }
  });

  test('with what publishing needs, and each once', () => {
    const unread = [{ path: 'priceTiers.0.unitPrice', code: 'not_a_number', params: { text: '?' } }, { path: 'capacity.amount', code: 'not_a_number', params: { text: '?' } }];
    const all = allFailures({ ...said, chain: null, capacity: { amount: null, per: 'month' }, leadTimeFrom: null, unitOfMeasure: null, certificates: [{ kind: 'haccp', number: '', issuer: '', issued: '2026-12-01', validUntil: null, fileId: null }] }, unread, today);
    expect(codesAt(all).sort()).toEqual([
      'capacity.amount not_a_number', 'certificates.0.issued date_future', 'certificates.0.issuer too_small', 'certificates.0.number too_small', 'chain required',
      'leadTimeDays not_multiple_of', 'leadTimeFrom required', 'moq too_small', 'priceTiers.0.unitPrice not_a_number', 'priceTiers.1.minQuantity tier_quantity_not_rising',
      'priceTiers.2.unitPrice tier_price_rising', 'unitOfMeasure required',
    ]);
  });

  test('and none where there is none', () => {
    expect(allFailures(foil(), [], today)).toEqual([]);
    expect(allFailures(foil({ chain: null }), [], null)).toEqual([]);
  });

  test('an attribute that cannot be read is not also called missing', () => {
    const gas = foil({ subFamily: 'gas_chemical', attributes: {} });
    expect(codesAt(allFailures(gas, [{ path: 'attributes.permit.issuer', code: 'too_small', params: {} }], today))).toEqual(['attributes.permit.issuer too_small']);
  });
});

test('a fault of a certificate names the certificate and the part, and its number when there are two of a kind', () => {
  const green = (number: string) => ({ kind: 'green_food' as const, number, issuer: '中国绿色食品发展中心', issued: null, validUntil: null, fileId: null });
  const listing = (...certificates: ListingFields['certificates']) => foil({ subFamily: 'fruit', certificates });
  expect(faultLabel(listing(green('LB-18-1')), 'certificates.0.issued')).toEqual({ 'zh-Hans': '绿色食品的签发日期', 'zh-Hant': '綠色食品的簽發日期', en: 'Green food · Date of issue' });
  expect(faultLabel(listing(green('LB-18-1'), green('LB-18-2')), 'certificates.1.validUntil')?.['zh-Hans']).toBe('绿色食品 LB-18-2 的有效期至');
  expect(faultLabel(foil({ subFamily: 'gas_chemical' }), 'attributes.permit.issued')?.en).toBe('Hazchem permit · Date of issue');
  expect(faultLabel(foil(), 'moq')).toBe(fieldLabels.moq);
  expect(faultLabel(foil(), 'certificates.0.issued')).toBeUndefined();
});

test('even a draft may not contradict itself', () => {
  expect(codesAt(contradictions(foil({ attributes: { brix: true }, targetRegions: ['440300', '440300'] })))).toEqual(['targetRegions repeated', 'attributes.brix unrecognized_key']);
});

test('a term for ships is warned about when the goods go by land', () => {
  expect(warningsOf(foil({ deliveryTerm: 'FOB', transportMode: 'sea' }), today)).toEqual([]);
  expect(warningsOf(foil({ deliveryTerm: 'FOB', transportMode: 'truck' }), today)).toEqual([{ path: 'deliveryTerm', code: 'water_term_by_land', params: { term: 'FOB', suggest: 'FCA' } }]);
  expect(warningsOf(foil({ deliveryTerm: 'CIF', transportMode: 'hsr', targetRegions: ['810000'] }), today)).toMatchObject([{ params: { suggest: 'FCA DAP DDP' } }]);
  expect(warningsOf(foil({ deliveryTerm: 'to_plant', targetRegions: ['820000'] }), today)).toMatchObject([{ code: 'domestic_term_abroad' }]);
  expect(warningsOf(foil({ orderStep: 30 }), today).map((w) => w.path)).toEqual(['priceTiers.0.minQuantity', 'priceTiers.1.minQuantity']);
});

test('a test report older than six months is warned about', () => {
  const report = (date: string) => foil({ subFamily: 'fruit', attributes: { testReport: { lab: '赣州市检测中心', number: '1', date, standard: 'GB 2763', passed: true, fileId: null } } });
  expect(codesAt(warningsOf(report('2026-05-21'), today))).toEqual(['attributes.testReport report_old']);
  expect(warningsOf(report('2026-05-22'), today)).toEqual([]);
  expect(codesAt(publishFailures(report('2030-01-01'), today))).toContain('attributes.testReport.date date_future');
  expect(codesAt(publishFailures(report(today), today))).not.toContain('attributes.testReport.date date_future');
});

test('a listing holds to the end of its last day in China', () => {
  expect(expiresAt('2026-11-30')?.toISOString()).toBe('2026-11-30T16:00:00.000Z');
  expect(expiresAt(null)).toBeNull();
  expect(dayInChina(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11-30');
  expect(dayInChina(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
});

const thickness = (value: number, text: string, unit: 'um' | 'mm' = 'um') => ({ thickness: { value, text, unit } });

test('a difference names what changed and nothing else', () => {
  const before = foil({ attributes: thickness(18, '18 µm') });
  expect(diffVersions(before, { ...before })).toEqual([]);
  expect(diffVersions({ ...before, targetRegions: ['440300', '440100'] }, { ...before, targetRegions: ['440100', '440300'] })).toEqual([]);
  expect(diffVersions({ ...before, imageIds: ['a', 'b'] }, { ...before, imageIds: ['b', 'a'] })).toHaveLength(1);
  expect(diffVersions(before, foil({ moq: 200, attributes: { ...thickness(12, '12 µm'), foilType: 'hte' } }))).toEqual([
    { path: 'moq', before: 100, after: 200 },
    { path: 'attributes.foilType', before: null, after: 'hte' },
    { path: 'attributes.thickness', before: { value: 18, text: '18 µm', unit: 'um' }, after: { value: 12, text: '12 µm', unit: 'um' } },
  ]);
});

test('supply and demand compare field by field', () => {
  const supply = foil({ attributes: { ...thickness(18, '18 µm'), foilType: 'hte' }, targetRegions: ['440300', '441900'] });
  const demand = foil({ kind: 'demand', attributes: { ...thickness(18, '0.018 mm', 'mm'), foilType: 'rtf', brand: 'X' }, targetRegions: ['440300'] });
  const verdicts = Object.fromEntries(compareListings(supply, demand).map((c) => [c.path, c.verdict]));
  expect(verdicts).toMatchObject({ kind: 'different', moq: 'same', targetRegions: 'overlap', 'attributes.thickness': 'same', 'attributes.foilType': 'different', 'attributes.brand': 'only_b', 'attributes.rz': 'neither' });
});

test('every path of every sub-family has a name', () => {
  for (const { code } of subFamilies) {
    for (const path of flatten(blankListing({ kind: 'supply', subFamily: code, title: { en: 'x' } })).keys()) expect(pathLabel(code, path)?.en, path).toBeTruthy();
  }
  expect(pathLabel('fruit', 'capacity')?.en).toBe('Capacity');
});

test('completeness rises by one for each fact buyers look for', () => {
  const bare = completeness(foil());
  const more = completeness(foil({ attributes: { foilType: 'hte' } }));
  expect(more.filled).toBe(bare.filled + 1);
  expect(bare.next).toContain('attributes.foilType');
  expect(more.next).not.toContain('attributes.foilType');
  expect(bare.total).toBe(13 + attributesOf('copper_foil').filter((a) => a.use === 'facet').length);
});

test('one more field opens those counterparts that speak of it', () => {
  const demands = [foil({ kind: 'demand', attributes: { foilType: 'hte' }, leadTimeDays: 10 }), foil({ kind: 'demand', leadTimeDays: 20 }), foil({ kind: 'demand', moq: null })];
  expect(openings(foil(), demands)).toEqual([{ path: 'leadTimeDays', count: 2 }, { path: 'attributes.foilType', count: 1 }]);
  expect(openings(foil({ leadTimeDays: 5 }), demands).map((o) => o.path)).toEqual(['attributes.foilType']);
  expect(openings(foil(), [])).toEqual([]);
});
