import { familyOf, subFamilyOf, type SubFamily } from '@ganwan/shared/catalogue/families';
import { maskOf } from '@ganwan/shared/catalogue/months';
import { readAttributes } from '@ganwan/shared/catalogue/read';
import { attributesOf } from '@ganwan/shared/catalogue/registry';
import type { Attributes } from '@ganwan/shared/catalogue/schema';
import { blankListing, ListingFields, type PriceTier } from '@ganwan/shared/listings/fields';
import { regions } from '@ganwan/shared/places/regions';
import { certificateKinds } from '@ganwan/shared/trade/certificates';
import { measureOf, type MeasureCode } from '@ganwan/shared/trade/measures';
import type { Locale } from '@ganwan/shared/values';
import type { DemoEnterprise } from './enterprises.ts';
import type { DemoListing } from './listings/model.ts';

const day = (today: string, days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
/** As people write prices: fractions of a cent only for what costs next to nothing. */
const round = (value: number): number => Number(value.toFixed(value < 1 ? 4 : value < 1000 ? 2 : 0));
/** A certificate that holds so many days yet was issued its usual years before that. */
function held(kind: string, today: string, days: number): { issued: string; validUntil: string } {
  const years = certificateKinds.find(({ code }) => code === kind)?.years ?? 3;
  const left = 25 + (days % (years * 365 - 25));
  return { issued: day(today, left + 1 - years * 365), validUntil: day(today, left) };
}
const regionOf = (code: string) => regions.find((region) => region.code === code)!;

const chains: Partial<Record<SubFamily, ListingFields['chain']>> = { copper_foil: 'nonferrous', magnet: 'nonferrous', gas_chemical: 'petrochem', lithium_machine: 'new_energy', photovoltaic_machine: 'new_energy' };
const chainOf = (subFamily: SubFamily): ListingFields['chain'] => chains[subFamily] ?? { electronic: 'electronics' as const, basket: 'food' as const, equipment: 'equipment' as const }[familyOf(subFamily)];

/**
 * What the owner would have entered for a demo listing on a day (`2026-11-22`). `at` counts listings, so that
 * dates, numbers and places differ. Throws when a row does not read as the registry wants it.
 */
export function listingOf(demo: DemoListing, owner: DemoEnterprise, at: number, today: string): ListingFields {
  const subFamily = demo.subFamily as SubFamily;
  const family = familyOf(subFamily);
  const measure = demo.measure as MeasureCode;
  const abroad = owner.region === '810000' || owner.region === '820000';
  const jiangxi = regionOf(owner.region).side === 'jiangxi';
  const targets = demo.kind === 'demand' ? [] : jiangxi ? ['440300', '441900', '440100', ...(demo.certificates?.includes('hk_macao') ? ['810000', '820000'] : [])] : ['360700', '360800', '360100'];
  const price = demo.price === null ? null : round(demo.price * (abroad ? 1.08 : 1));
  return ListingFields.parse({
    ...blankListing({ kind: demo.kind, subFamily, title: demo.title }),
    description: describe(demo, measure, abroad),
    itemNumber: `${subFamily.slice(0, 3).toUpperCase()}-${String(at + 1).padStart(4, '0')}`,
    chain: chainOf(subFamily),
    hsCode: subFamilyOf(subFamily).hs[0] ?? null,
    originRegion: demo.kind === 'supply' ? owner.region : null,
    targetRegions: targets,
    unitOfMeasure: measure,
    moq: demo.moq,
    ...pricing(demo, price, owner.region, at),
    leadTimeDays: demo.leadTimeDays,
    leadTimeFrom: family === 'equipment' ? 'deposit' : subFamily === 'pcb' ? 'sample_approval' : 'order',
    ...delivery(demo, owner, family, at),
    capacity: demo.kind === 'supply' ? { amount: demo.capacity, per: 'month' } : null,
    supplyMonths: family === 'basket' ? maskOf((demo.months ?? '1 2 3 4 5 6 7 8 9 10 11 12').split(' ').map(Number)) : null,
    certificates: (demo.kind === 'supply' ? (demo.certificates ?? '') : '').split(' ').filter(Boolean).map((kind, i) => ({ kind, number: `${kind.toUpperCase().replaceAll('_', '-')}-EX-${1000 + at * 3 + i}`, issuer: '示例认证机构', ...held(kind, today, 25 + ((at * 37 + i * 211) % 900)), fileId: null })),
    validUntil: day(today, at % 29 === 0 ? 4 : 30 + ((at * 13) % 150)),
    attributes: attributes(demo, subFamily, owner, at, today),
  });
}

function pricing(demo: DemoListing, price: number | null, region: string, at: number): Partial<ListingFields> {
  const currency = region === '810000' ? 'HKD' : region === '820000' ? 'MOP' : 'CNY';
  if (price === null) return { priceMode: 'negotiable' };
  // Copper foil is really sold by the metal's price of the day plus a fee.
  if (demo.subFamily === 'copper_foil' && at % 3 === 0) return { priceMode: 'formula', currency, priceFormula: { index: '上海现货铜当日均价（Shanghai spot copper, day average）', factor: 1, processingFee: round(price - 68) } };
  // Who buys hopes for one price at the quantity wanted.
  if (demo.measure === 'machine' || demo.kind === 'demand') return { priceMode: 'fixed', currency, priceTiers: [{ minQuantity: demo.moq, unitPrice: price }] };
  const tiers: PriceTier[] = [[1, 1], [5, 0.97], [20, 0.94]].map(([times, share]) => ({ minQuantity: demo.moq * times!, unitPrice: round(price * share!) }));
  return { priceMode: 'tier', currency, priceTiers: tiers };
}

function delivery(demo: DemoListing, owner: DemoEnterprise, family: string, at: number): Partial<ListingFields> {
  const own = regionOf(owner.region).label['zh-Hans'];
  if (demo.kind === 'demand') return owner.region === '810000' || owner.region === '820000' ? { deliveryTerm: 'DAP', deliveryPlace: own, transportMode: 'truck' } : { deliveryTerm: family === 'basket' ? 'to_cold_store' : 'to_plant', deliveryPlace: own, transportMode: 'truck' };
  if (owner.region === '360700' && at % 4 === 0) return { deliveryTerm: 'FCA', deliveryPlace: '赣州国际陆港', transportMode: 'rail_sea' };
  if (demo.subFamily === 'fruit' && at % 3 === 0) return { deliveryTerm: 'to_station', deliveryPlace: '深圳北站', transportMode: 'hsr' };
  return { deliveryTerm: family === 'basket' ? 'to_cold_store' : at % 2 ? 'to_plant' : 'ex_works', deliveryPlace: at % 2 || family === 'basket' ? '深圳市' : own, transportMode: 'truck' };
}

function describe(demo: DemoListing, measure: MeasureCode, abroad: boolean): ListingFields['description'] {
  const unit = (locale: Locale) => measureOf(measure).label[locale];
  const [moq, month] = [demo.moq.toLocaleString('en'), demo.capacity.toLocaleString('en')];
  const supply = demo.kind === 'supply';
  if (abroad) return { 'zh-Hant': supply ? `每月可供 ${month} ${unit('zh-Hant')}，起訂 ${moq} ${unit('zh-Hant')}。可提供樣辦及檢測報告，歡迎洽談。` : `每次需求 ${moq} ${unit('zh-Hant')}起，請附證書及檢測報告${demo.subFamily === 'gas_chemical' ? '，供應商須持有有效的危險化學品許可證' : ''}，並註明交貨期。` };
  return { 'zh-Hans': supply ? `每月可供 ${month} ${unit('zh-Hans')}，起订 ${moq} ${unit('zh-Hans')}，下单后 ${demo.leadTimeDays} 天内发货。可提供检测报告，支持看厂看货，长期合作价格另议。` : `本次需求 ${moq} ${unit('zh-Hans')}起，要求随货提供证书和检测报告${demo.subFamily === 'gas_chemical' ? '，供方须持有效的危险化学品许可证' : ''}。请写明单价、税率、交期和付款方式。` };
}

/** What only who has the goods can say: the buyer asks for a kind and for limits, not for somebody's brand, proofs or machine hall. */
export const suppliersOwn: ReadonlySet<string> = new Set([
  'brand', 'model', 'sampleAvailable', 'shelfLifeMonths', 'storageCondition', 'areaCap', 'maxPanel', 'retTerms',
  'permit', 'base', 'testReport', 'complianceCert', 'traceCode', 'annualOutput', 'quarantineNo',
  'eqBrand', 'eqModel', 'hours', 'footprint', 'weight', 'controller', 'power', 'export',
]);
/** Plants are tested for pesticides; animals and what comes from them for veterinary drugs, pressed oil as oil. */
const testedBy: Partial<Record<SubFamily, string>> = { livestock: 'GB 31650', poultry: 'GB 31650', aquatic: 'GB 31650', dairy: 'GB 31650', bee: 'GB 31650', oil: 'GB 2716' };

function attributes(demo: DemoListing, subFamily: SubFamily, owner: DemoEnterprise, at: number, today: string): Attributes {
  const texts: Record<string, string> = {};
  const said: Attributes = {};
  for (const attribute of attributesOf(subFamily)) {
    const text = demo.attributes[attribute.key];
    if (text === undefined || (demo.kind === 'demand' && suppliersOwn.has(attribute.key))) continue;
    if (attribute.ref === 'proof') said[attribute.key] = { number: `示例危化许可[2025]${100 + at}`, issuer: '示例应急管理局', ...held('hazchem_permit', today, 500), fileId: null };
    else if (attribute.ref === 'report') said[attribute.key] = { lab: '示例农产品检测中心', number: `EX-${2600 + at}`, date: day(today, -(60 + (at * 7) % 90)), standard: testedBy[subFamily] ?? 'GB 2763', passed: true, fileId: null };
    else if (attribute.ref === 'base') said[attribute.key] = { name: `${owner.names['zh-Hans'] ?? owner.names['zh-Hant'] ?? ''}基地`, county: owner.region, number: null };
    else texts[attribute.key] = attribute.type === 'multi' ? text.replaceAll(' ', ',') : attribute.key === 'traceCode' ? `${text}${at + 1}` : text;
  }
  const read = readAttributes(subFamily, texts, 'mainland');
  if (read.failures.length > 0) throw new Error(`${demo.title.en ?? ''}: ${JSON.stringify(read.failures)}`);
  return { ...read.attributes, ...said };
}

/** Goods that carry the name of a place come from there. */
const places: Readonly<Record<string, string>> = {
  赣南: '360700', 寻乌: '360700', 宁都: '360700', 南丰: '361000', 新余: '360500', 万安湖: '360800', 泰和: '360800', 白蕉: '440400', 武功山: '360300',
  清远: '441200', 台山: '440700', 万年: '361100', 庐山: '360400', 宁红: '360400', 浮梁: '360200',
};
export const placeIn = (title: DemoListing['title']): string | undefined => Object.entries(places).find(([name]) => title['zh-Hans']?.includes(name))?.[1];

/** Whose listing it is: firms of the trade by turns; what is written for Hong Kong or Macao belongs to a firm there. */
export function ownersOf(listings: readonly DemoListing[], enterprises: readonly DemoEnterprise[]): DemoEnterprise[] {
  const turns = new Map<string, number>();
  return listings.map(({ kind, subFamily, title }) => {
    const hant = title['zh-Hant'] !== undefined;
    const trade = enterprises.filter((firm) => firm[kind === 'supply' ? 'sells' : 'buys'].includes(subFamily) && (firm.names['zh-Hant'] !== undefined) === hant);
    const place = kind === 'supply' ? placeIn(title) : undefined;
    const key = `${kind} ${subFamily} ${hant} ${place ?? ''}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const near = trade.filter((firm) => place === undefined || firm.region === place);
    const owner = near[turn % near.length];
    if (!owner) throw new Error(`nobody trades ${key}`);
    return owner;
  });
}
