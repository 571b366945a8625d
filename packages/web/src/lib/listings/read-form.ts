import type { FieldFailure } from '@ganwan/shared/failures';
import { maskOf } from '@ganwan/shared/catalogue/months';
import { readAttributes } from '@ganwan/shared/catalogue/read';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import type { Attributes } from '@ganwan/shared/catalogue/schema';
import { marketOf, RegionCode } from '@ganwan/shared/places/regions';
import { locales } from '@ganwan/shared/values';
import type { FieldName } from '@ganwan/shared/listings/fields';
import { type FormValues, withoutEmptyRows } from './form-values.ts';

/** What a form says, as the contract takes it: choices that were not made and numbers that cannot be read are failures by field. */
export interface ReadForm {
  fields: Record<Exclude<FieldName, 'kind' | 'subFamily'>, unknown>;
  failures: FieldFailure[];
}

/**
 * Reads the texts of the inputs. Numbers may be written with separators, in full-width figures, and with 万 or 亿;
 * measures of the attributes are read by the registry in the measures of the place the goods come from. A price or
 * quantity that a tier leaves empty is null here and refused by the contract.
 */
export function readListingForm(typed: FormValues, subFamily: SubFamily): ReadForm {
  const values = withoutEmptyRows(typed);
  const failures: FieldFailure[] = [];
  const one = (name: string): string => values[name]?.[0]?.trim() ?? '';
  const all = (name: string): string[] => (values[name] ?? []).filter((text) => text.trim() !== '');
  const said = (name: string) => one(name) || null;
  const figure = (text: string, path: string): number | null => {
    if (text.trim() === '') return null;
    const value = readFigure(text);
    if (value === undefined) failures.push({ path, code: 'not_a_number', params: { text: text.trim().slice(0, 40) } });
    return value ?? null;
  };
  const number = (name: string, path = name) => figure(one(name), path);
  const texts = (name: string) => Object.fromEntries(locales.map((language) => [language, one(`${name}.${language}`)]).filter(([, text]) => text));

  const origin = RegionCode.safeParse(one('originRegion')).data;
  const attributes = readAttributes(subFamily, attributeTexts(values), origin && marketOf(origin));
  failures.push(...attributes.failures);
  const months = all('supplyMonths').map(Number);
  const fields = {
    title: texts('title'),
    description: texts('description'),
    itemNumber: said('itemNumber'),
    chain: said('chain'),
    hsCode: said('hsCode'),
    originRegion: said('originRegion'),
    unitOfMeasure: said('unitOfMeasure'),
    priceMode: said('priceMode'),
    currency: said('currency'),
    leadTimeFrom: said('leadTimeFrom'),
    deliveryTerm: said('deliveryTerm'),
    deliveryPlace: said('deliveryPlace'),
    transportMode: said('transportMode'),
    validUntil: said('validUntil'),
    targetRegions: all('targetRegions'),
    moq: number('moq'),
    orderStep: number('orderStep'),
    leadTimeDays: number('leadTimeDays'),
    priceTiers: tiers(values, figure),
    priceFormula: ['index', 'factor', 'processingFee'].every((part) => one(`formula.${part}`) === '') ? null
      : { index: one('formula.index'), factor: number('formula.factor', 'priceFormula.factor') ?? 1, processingFee: number('formula.processingFee', 'priceFormula.processingFee') ?? 0 },
    capacity: one('capacity.amount') === '' ? null : { amount: number('capacity.amount'), per: one('capacity.per') || 'month' },
    supplyMonths: months.length === 0 ? null : maskOf(months),
    certificates: certificates(values),
    attributes: attributes.attributes as Attributes,
    imageIds: all('imageIds'),
    documentIds: all('documentIds'),
  };
  return { fields, failures };
}

/** A figure as people write it: `1,000`, `１２`, `3.5万`; undefined when it is none. Commas part thousands: `1,5` might be fifteen or one and a half. */
export function readFigure(text: string): number | undefined {
  const tidied = text.normalize('NFKC').replace(/\s/g, '').replace(/^−/, '-');
  const match = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万|萬|亿|億)?$/.exec(tidied);
  if (!match) return undefined;
  const times = match[2] === undefined ? 1 : /[万萬]/.test(match[2]) ? 1e4 : 1e8;
  return Number((Number(match[1]!.replaceAll(',', '')) * times).toPrecision(15));
}

function tiers(values: FormValues, figure: (text: string, path: string) => number | null) {
  const prices = values['tier.unitPrice'] ?? [];
  return (values['tier.minQuantity'] ?? []).map((quantity, i) => ({ minQuantity: figure(quantity, `priceTiers.${i}.minQuantity`), unitPrice: figure(prices[i] ?? '', `priceTiers.${i}.unitPrice`) }));
}

function certificates(values: FormValues) {
  const part = (name: string, i: number) => values[`certificate.${name}`]?.[i]?.trim() ?? '';
  return (values['certificate.kind'] ?? [])
    .map((kind, i) => ({ kind, number: part('number', i), issuer: part('issuer', i), issued: part('issued', i) || null, validUntil: part('validUntil', i) || null, fileId: part('fileId', i) || null }));
}

/** The registry reads one text for each attribute; several choices are one text with commas. */
function attributeTexts(values: FormValues): Record<string, string> {
  const entries = Object.entries(values).filter(([name]) => name.startsWith('attributes.'));
  return Object.fromEntries(entries.map(([name, texts]) => [name.slice('attributes.'.length), texts.filter((text) => text !== '').join(',')]));
}
