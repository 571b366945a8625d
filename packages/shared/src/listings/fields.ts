import { z } from 'zod';
import { Attributes } from '../catalogue/schema.ts';
import { SubFamily } from '../catalogue/families.ts';
import { everyMonth } from '../catalogue/months.ts';
import { label, options, codesOf } from '../label.ts';
import { Chain } from '../places/chains.ts';
import { RegionCode } from '../places/regions.ts';
import { Certificate } from '../trade/certificates.ts';
import { MeasureCode } from '../trade/measures.ts';
import { Currency, DeliveryTermCode, LeadTimeStart, ListingKind, PriceMode, TransportMode } from '../trade/terms.ts';
import { Day, Id, Locale, LocalText, Whole, type Label } from '../values.ts';

const Amount = z.number().positive().max(1e12);

/** From this quantity on, one unit costs this much, in the listing's unit of measure and currency. */
export const PriceTier = z.strictObject({ minQuantity: Amount, unitPrice: z.number().min(0).max(1e12) });
export type PriceTier = z.output<typeof PriceTier>;

/** What copper foil is sold by: a published index, times a factor, plus a processing fee per unit of measure. */
export const PriceFormula = z.strictObject({ index: z.string().trim().min(1).max(80), factor: z.number().positive().max(1000), processingFee: z.number().min(0).max(1e9) });

export const capacityPeriods = options({ month: '每月|每月|per month', day: '每日|每日|per day' });
export const Capacity = z.strictObject({ amount: Amount, per: z.enum(codesOf(capacityPeriods)) });

/**
 * What an enterprise says in a listing. Supply and demand have the same fields, so that they compare one by one;
 * in a demand, `moq` is the quantity wanted at least and `priceTiers` what the buyer hopes to pay. Null is "not said".
 */
export const ListingFields = z.strictObject({
  kind: ListingKind,
  subFamily: SubFamily,
  title: LocalText.refine((text) => Object.keys(text).length > 0, { params: { code: 'required' } }),
  description: z.partialRecord(Locale, z.string().trim().max(4000)),
  /** The supplier's own number for it; unique for an enterprise and kind. */
  itemNumber: z.string().trim().min(1).max(80).nullable(),
  chain: Chain.nullable(),
  hsCode: z.string().regex(/^\d{6}(\d{2}){0,2}$/).nullable(),
  originRegion: RegionCode.nullable(),
  targetRegions: z.array(RegionCode).max(23),
  /** What quantities and prices are counted in. */
  unitOfMeasure: MeasureCode.nullable(),
  moq: Amount.nullable(),
  /** Quantities are ordered in multiples of it. */
  orderStep: Amount.nullable(),
  priceMode: PriceMode.nullable(),
  currency: Currency.nullable(),
  priceTiers: z.array(PriceTier).max(10),
  priceFormula: PriceFormula.nullable(),
  leadTimeDays: Whole.min(0).max(730).nullable(),
  leadTimeFrom: LeadTimeStart.nullable(),
  deliveryTerm: DeliveryTermCode.nullable(),
  /** The named place that a delivery term is nothing without. */
  deliveryPlace: z.string().trim().min(1).max(120).nullable(),
  transportMode: TransportMode.nullable(),
  capacity: Capacity.nullable(),
  /** Months as bits, January 1 to December 2048; null when it knows no season. */
  supplyMonths: z.int().min(1).max(everyMonth).nullable(),
  certificates: z.array(Certificate).max(30),
  /** The last day it holds, as days are counted in China; null until it is withdrawn. */
  validUntil: Day.nullable(),
  attributes: Attributes,
  imageIds: z.array(Id).max(12),
  documentIds: z.array(Id).max(12),
});
export type ListingFields = z.output<typeof ListingFields>;
export type FieldName = keyof ListingFields;

/** What every field is called, for forms, comparisons and differences; the registry names the attributes. */
export const fieldLabels: Readonly<Record<FieldName, Label>> = {
  kind: label('类型|類型|Kind'),
  subFamily: label('品类|品類|Category'),
  title: label('标题|標題|Title'),
  description: label('详细说明|詳細說明|Description'),
  itemNumber: label('货号|貨號|Item number'),
  chain: label('产业链|產業鏈|Industry chain'),
  hsCode: label('海关编码|海關編碼|HS code'),
  originRegion: label('产地|產地|Origin'),
  targetRegions: label('目标区域|目標區域|Target regions'),
  unitOfMeasure: label('计量单位|計量單位|Unit of measure'),
  moq: label('最小起订量|最小起訂量|MOQ'),
  orderStep: label('订货步长|訂貨倍數|Order step'),
  priceMode: label('计价方式|計價方式|Price mode'),
  currency: label('币种|幣種|Currency'),
  priceTiers: label('阶梯价|階梯價|Price tiers'),
  priceFormula: label('计价公式|計價公式|Price formula'),
  leadTimeDays: label('交货期(天)|交貨期(日)|Lead time (days)'),
  leadTimeFrom: label('交货期起算|交貨期起計|Lead time counted from'),
  deliveryTerm: label('交货条款|交貨條款|Delivery term'),
  deliveryPlace: label('交货地点|交貨地點|Delivery place'),
  transportMode: label('运输方式|運輸方式|Transport'),
  capacity: label('供应能力|供應能力|Capacity'),
  supplyMonths: label('供应月份|供應月份|Supply months'),
  certificates: label('资质证书|資質證書|Certificates'),
  validUntil: label('有效期至|有效期至|Valid until'),
  attributes: label('规格参数|規格參數|Specifications'),
  imageIds: label('图片|圖片|Images'),
  documentIds: label('文件|文件|Documents'),
};

/** A listing that says nothing yet beyond what it is. */
export const blankListing = (said: Pick<ListingFields, 'kind' | 'subFamily' | 'title'>): ListingFields => ({
  description: {}, itemNumber: null, chain: null, hsCode: null, originRegion: null, targetRegions: [], unitOfMeasure: null, moq: null, orderStep: null,
  priceMode: null, currency: null, priceTiers: [], priceFormula: null, leadTimeDays: null, leadTimeFrom: null, deliveryTerm: null, deliveryPlace: null,
  transportMode: null, capacity: null, supplyMonths: null, certificates: [], validUntil: null, attributes: {}, imageIds: [], documentIds: [], ...said,
});
