import { monthsOf } from '@ganwan/shared/catalogue/months';
import { attributeOf } from '@ganwan/shared/catalogue/registry';
import { showAttribute } from '@ganwan/shared/catalogue/show';
import { pathLabel } from '@ganwan/shared/listings/compare';
import type { ListingDifference } from '@ganwan/shared/listings/contract';
import { blankListing, capacityPeriods, type FieldName, type ListingFields } from '@ganwan/shared/listings/fields';
import { chains } from '@ganwan/shared/places/chains';
import { certificateKinds } from '@ganwan/shared/trade/certificates';
import { measures } from '@ganwan/shared/trade/measures';
import { currencies, deliveryTerms, leadTimeStarts, priceModes, transportModes } from '@ganwan/shared/trade/terms';
import type { Label, Locale } from '@ganwan/shared/values';
import { calendarDay, list, money, number } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeName } from './card.ts';
import { quantityText } from './facts.ts';

/** One field of a difference in words; null is "not said". */
export interface ShownChange {
  path: string;
  label: string;
  before: string | null;
  after: string | null;
}

type Changes = ListingDifference['changes'];

/** The fields as they were before some changes. */
export function undone(fields: ListingFields, changes: Changes): ListingFields {
  const { kind, subFamily, title } = fields;
  const blank = blankListing({ kind, subFamily, title });
  const plain = changes.filter(({ path }) => !path.startsWith('attributes.')).map(({ path, before }) => [path, before ?? blank[path as FieldName]]);
  const attributes = changes.filter(({ path }) => path.startsWith('attributes.')).map(({ path, before }) => [path.slice('attributes.'.length), before ?? undefined]);
  return { ...fields, ...Object.fromEntries(plain), attributes: { ...fields.attributes, ...Object.fromEntries(attributes) } };
}

/** What changed on the way to `after`, each side in the measures and the currency of its own version. */
export function shownChanges(after: ListingFields, changes: Changes, locale: Locale): ShownChange[] {
  const before = undone(after, changes);
  return changes.map(({ path }) => ({
    path,
    label: pathLabel(after.subFamily, path)?.[locale] ?? path,
    before: textOf(before, path, locale),
    after: textOf(after, path, locale),
  }));
}

type Options = readonly { code: string; label: Label }[];

const optionsOf: Partial<Record<FieldName, Options>> = {
  chain: chains,
  unitOfMeasure: measures,
  priceMode: priceModes,
  currency: currencies,
  leadTimeFrom: leadTimeStarts,
  deliveryTerm: deliveryTerms,
  transportMode: transportModes,
};

function textOf(fields: ListingFields, path: string, locale: Locale): string | null {
  const [name = '', key = ''] = path.split('.');
  if (name === 'attributes') {
    const value = fields.attributes[key];
    const attribute = attributeOf(fields.subFamily, key);
    return value === undefined ? null : attribute ? showAttribute(attribute, value, locale).text : String(value);
  }
  return fieldText(fields, name as FieldName, locale) || null;
}

function fieldText(fields: ListingFields, name: FieldName, locale: Locale): string | null {
  const named = (options: Options, code: string) => options.find((option) => option.code === code)?.label[locale] ?? code;
  const amount = (value: number) => money(value, fields.currency ?? 'CNY', locale);
  const { capacity, priceFormula } = fields;
  switch (name) {
    case 'title':
    case 'description':
      return Object.values(fields[name]).join(' / ');
    case 'moq':
    case 'orderStep':
      return fields[name] === null ? null : quantityText(fields[name], fields, locale);
    case 'priceTiers':
      return list(fields.priceTiers.map(({ minQuantity, unitPrice }) => `${m.price_tier_from({ quantity: quantityText(minQuantity, fields, locale) })} ${amount(unitPrice)}`), locale);
    case 'priceFormula':
      return priceFormula && m.price_formula({ index: priceFormula.index, factor: number(priceFormula.factor, locale), fee: amount(priceFormula.processingFee) });
    case 'leadTimeDays':
      return fields.leadTimeDays === null ? null : m.days({ count: fields.leadTimeDays });
    case 'capacity':
      return capacity && `${quantityText(capacity.amount, fields, locale)} ${named(capacityPeriods, capacity.per)}`;
    case 'originRegion':
      return fields.originRegion && placeName(fields.originRegion, locale);
    case 'targetRegions':
      return list(fields.targetRegions.map((code) => placeName(code, locale)), locale);
    case 'supplyMonths':
      return fields.supplyMonths === null ? null : list(monthsOf(fields.supplyMonths).map((month) => m.month_short({ month })), locale);
    case 'certificates':
      return list(fields.certificates.map(({ kind, number: its, issued, validUntil }) => [named(certificateKinds, kind), its, issued && m.listing_certificate_issued({ date: calendarDay(issued, locale) }), validUntil && m.listing_certificate_until({ date: calendarDay(validUntil, locale) })].filter(Boolean).join(' ')), locale);
    case 'validUntil':
      return fields.validUntil && calendarDay(fields.validUntil, locale);
    case 'imageIds':
    case 'documentIds':
      return fields[name].length > 0 ? m.listing_files({ count: fields[name].length }) : null;
    default: {
      const value = fields[name];
      return typeof value === 'string' ? named(optionsOf[name] ?? [], value) : null;
    }
  }
}
