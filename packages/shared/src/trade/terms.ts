import { z } from 'zod';
import { codesOf, label, options, type Option } from '../label.ts';

export interface DeliveryTerm extends Option {
  /** `incoterms`: cross-border, Incoterms® 2020; `domestic`: mainland practice. */
  readonly rules: 'incoterms' | 'domestic';
  /** Meant for sea and inland waterway only. */
  readonly waterOnly: boolean;
}

const incoterm = <const C extends string>(code: C, words: string, waterOnly = false) =>
  ({ code, label: label(words), rules: 'incoterms', waterOnly }) as const;
const domestic = <const C extends string>(code: C, words: string) => ({ code, label: label(words), rules: 'domestic', waterOnly: false }) as const;

/** The eleven Incoterms® 2020 codes for cross-border trade and the five domestic ways of handing over. */
export const deliveryTerms = [
  incoterm('EXW', 'EXW 工厂交货|EXW 工廠交貨|EXW Ex works'),
  incoterm('FCA', 'FCA 货交承运人|FCA 貨交承運人|FCA Free carrier'),
  incoterm('CPT', 'CPT 运费付至|CPT 運費付至|CPT Carriage paid to'),
  incoterm('CIP', 'CIP 运费和保险费付至|CIP 運費及保險費付至|CIP Carriage and insurance paid to'),
  incoterm('DAP', 'DAP 目的地交货|DAP 目的地交貨|DAP Delivered at place'),
  incoterm('DPU', 'DPU 目的地卸货后交货|DPU 目的地卸貨後交貨|DPU Delivered at place unloaded'),
  incoterm('DDP', 'DDP 完税后交货|DDP 完稅後交貨|DDP Delivered duty paid'),
  incoterm('FAS', 'FAS 船边交货|FAS 船邊交貨|FAS Free alongside ship', true),
  incoterm('FOB', 'FOB 船上交货|FOB 船上交貨|FOB Free on board', true),
  incoterm('CFR', 'CFR 成本加运费|CFR 成本加運費|CFR Cost and freight', true),
  incoterm('CIF', 'CIF 成本、保险费加运费|CIF 成本、保險費加運費|CIF Cost, insurance and freight', true),
  domestic('ex_works', '出厂自提|出廠自提|Collected at the seller’s works'),
  domestic('to_plant', '送货到厂|送貨到廠|Delivered to the buyer’s plant'),
  domestic('to_cold_store', '送到冷库|送到凍倉|Delivered to cold store'),
  domestic('to_station', '送到车站|送到車站|Delivered to station'),
  domestic('to_port', '送到港口|送到港口|Delivered to port'),
] as const satisfies readonly DeliveryTerm[];
export type DeliveryTermCode = (typeof deliveryTerms)[number]['code'];
export const DeliveryTermCode = z.enum(codesOf<DeliveryTermCode>(deliveryTerms));
export const deliveryTermOf = (code: DeliveryTermCode): DeliveryTerm => deliveryTerms.find((t) => t.code === code)!;

export const transportModes = options({
  truck: '公路货车|貨車|Truck',
  rail: '铁路集装箱|鐵路貨櫃|Rail container',
  hsr: '高铁快运|高鐵快運|High-speed rail parcel',
  rail_sea: '铁海联运|鐵海聯運|Rail–sea',
  river: '内河水运|內河水運|Inland waterway',
  sea: '海运|海運|Sea',
  air: '空运|空運|Air',
});
export const TransportMode = z.enum(codesOf(transportModes));
export type TransportMode = z.output<typeof TransportMode>;

export const leadTimeStarts = options({
  order: '自下单起|由落單起|From order',
  deposit: '自收到定金起|由收到訂金起|From deposit',
  sample_approval: '自样品确认起|由樣辦確認起|From sample approval',
});
export const LeadTimeStart = z.enum(codesOf(leadTimeStarts));

export const priceModes = options({
  fixed: '一口价|固定價|Fixed price',
  tier: '阶梯价|階梯價|Tiered price',
  formula: '公式价(行情+加工费)|公式價(行情+加工費)|Formula (index + processing fee)',
  negotiable: '面议|面議|Negotiable',
});
export const PriceMode = z.enum(codesOf(priceModes));
export type PriceMode = z.output<typeof PriceMode>;

export const currencies = options({
  CNY: '人民币|人民幣|Chinese yuan',
  HKD: '港元|港元|Hong Kong dollar',
  MOP: '澳门元|澳門元|Macao pataca',
  USD: '美元|美元|US dollar',
});
export const Currency = z.enum(codesOf(currencies));
export type Currency = z.output<typeof Currency>;

export const listingKinds = options({
  supply: '供应|供應|Supply',
  demand: '采购需求|採購需求|Demand',
  investment: '投资合作|投資合作|Investment',
  talent: '人才|人才|Talent',
  service: '服务|服務|Service',
});
export const ListingKind = z.enum(codesOf(listingKinds));
export type ListingKind = z.output<typeof ListingKind>;
