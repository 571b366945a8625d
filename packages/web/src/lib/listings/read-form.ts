import type { FieldFailure } from '@ganwan/shared/failures';
import { maskOf } from '@ganwan/shared/catalogue/months';
import { readAttributes } from '@ganwan/shared/catalogue/read';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import type { Attributes } from '@ganwan/shared/catalogue/schema';
import { marketOf, RegionCode } from '@ganwan/shared/places/regions';
import { locales } from '@ganwan/shared/values';
import type { FormValues } from './form-values.ts';

/** What a form says, as the contract takes it: choices that were not made and numbers that cannot be read are failures by field. */
export interface ReadForm {
  fields: Record<string, unknown>;
  failures: FieldFailure[];
}

/**
 * Reads the texts of the inputs. Numbers may be written with separators, in full-width figures, and with 万 or 亿;
 * measures of the attributes are read by the registry in the measures of the place the goods come from.
 */
export function readListingForm(values: FormValues, subFamily: SubFamily): ReadForm {
  const failures: FieldFailure[] = [];
  const one = (name: string): string => values[name]?.[0]?.trim() ?? '';
  const all = (name: string): string[] => (values[name] ?? []).filter((text) => text.trim() !== '');
  const said = (name: string) => one(name) || null;
  const figure = (text: string, path: string): number | null => {
    if (text.trim() === '') return null;
    const value = readFigure(text);
    if (value === undefined) failures.push({ path, code: 'invalid_type', params: { expected: 'number', received: 'string' } });
    return value ?? null;
  };
  const number = (name: string, path = name) => figure(one(name), path);
  const texts = (name: string) => Object.fromEntries(locales.map((language) => [language, one(`${name}.${language}`)]).filter(([, text]) => text));

  const origin = RegionCode.safeParse(one('originRegion')).data;
  const attributes = readAttributes(subFamily, attributeTexts(values), origin && marketOf(origin));
  failures.push(...attributes.failures);
  const index = one('formula.index');
  const months = all('supplyMonths').map(Number);
  const fields = {
    title: texts('title'),
    description: texts('description'),
    ...Object.fromEntries(['itemNumber', 'chain', 'hsCode', 'originRegion', 'unitOfMeasure', 'priceMode', 'currency', 'leadTimeFrom', 'deliveryTerm', 'deliveryPlace', 'transportMode', 'validUntil'].map((name) => [name, said(name)])),
    targetRegions: all('targetRegions'),
    moq: number('moq'),
    orderStep: number('orderStep'),
    leadTimeDays: number('leadTimeDays'),
    priceTiers: tiers(values, figure),
    priceFormula: index === '' ? null : { index, factor: number('formula.factor', 'priceFormula.factor') ?? 1, processingFee: number('formula.processingFee', 'priceFormula.processingFee') ?? 0 },
    capacity: one('capacity.amount') === '' ? null : { amount: number('capacity.amount', 'capacity.amount'), per: one('capacity.per') || 'month' },
    supplyMonths: months.length === 0 ? null : maskOf(months),
    certificates: certificates(values),
    attributes: attributes.attributes as Attributes,
    imageIds: all('imageIds'),
    documentIds: all('documentIds'),
  };
  return { fields, failures };
}

/** A figure as people write it: `1,000`, `１２`, `3.5万`; undefined when it is none. */
export function readFigure(text: string): number | undefined {
  const tidied = text.normalize('NFKC').replace(/[\s,，]/g, '');
  const match = /^(-?\d+(?:\.\d+)?)(万|萬|亿|億)?$/.exec(tidied);
  if (!match) return undefined;
  const times = match[2] === undefined ? 1 : /[万萬]/.test(match[2]) ? 1e4 : 1e8;
  return Number((Number(match[1]) * times).toPrecision(15));
}

function tiers(values: FormValues, figure: (text: string, path: string) => number | null) {
  const quantities = values['tier.minQuantity'] ?? [];
  const prices = values['tier.unitPrice'] ?? [];
  const rows = quantities.map((quantity, i) => ({ quantity, price: prices[i] ?? '' })).filter(({ quantity, price }) => quantity.trim() !== '' || price.trim() !== '');
  return rows.map(({ quantity, price }, i) => ({
    minQuantity: figure(quantity.trim() === '' ? '?' : quantity, `priceTiers.${i}.minQuantity`),
    unitPrice: figure(price.trim() === '' ? '?' : price, `priceTiers.${i}.unitPrice`),
  }));
}

function certificates(values: FormValues) {
  const part = (name: string, i: number) => values[`certificate.${name}`]?.[i]?.trim() ?? '';
  return (values['certificate.kind'] ?? [])
    .map((kind, i) => ({ kind, number: part('number', i), issuer: part('issuer', i), issued: part('issued', i) || null, validUntil: part('validUntil', i) || null, fileId: part('fileId', i) || null }))
    .filter(({ kind }) => kind !== '');
}

/** The registry reads one text for each attribute; several choices are one text with commas. */
function attributeTexts(values: FormValues): Record<string, string> {
  const entries = Object.entries(values).filter(([name]) => name.startsWith('attributes.'));
  return Object.fromEntries(entries.map(([name, texts]) => [name.slice('attributes.'.length), texts.filter((text) => text !== '').join(',')]));
}
