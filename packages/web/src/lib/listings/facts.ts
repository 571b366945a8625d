import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { formOrder } from '@ganwan/shared/catalogue/registry';
import { showAttribute } from '@ganwan/shared/catalogue/show';
import { pathLabel } from '@ganwan/shared/listings/compare';
import { fieldLabels, type ListingFields } from '@ganwan/shared/listings/fields';
import { measureOf } from '@ganwan/shared/trade/measures';
import type { Locale } from '@ganwan/shared/values';
import { number } from '#lib/format.ts';

/** One line of a specification: what it is called, what it says, and what was typed when that differs. */
export interface Fact {
  key: string;
  label: string;
  text: string;
  original: string | null;
}

/** What the listing says of its trade, in the order of the form; at most `limit` lines. */
export function specifications(listing: Pick<ListingFields, 'subFamily' | 'attributes'>, locale: Locale, limit = Infinity): Fact[] {
  const facts: Fact[] = [];
  for (const attribute of formOrder(listing.subFamily)) {
    const value = listing.attributes[attribute.key];
    if (value === undefined) continue;
    facts.push({ key: attribute.key, label: attribute.label[locale], ...showAttribute(attribute, value, locale) });
    if (facts.length >= limit) break;
  }
  return facts;
}

/** A quantity in the listing's own measure, `500 kg`. */
export function quantityText(amount: number, listing: Pick<ListingFields, 'unitOfMeasure'>, locale: Locale): string {
  const unit = listing.unitOfMeasure ? measureOf(listing.unitOfMeasure).label[locale] : '';
  return `${number(amount, locale)} ${unit}`.trim();
}

/** What readers look for and a listing does not say, the most missed first, from the paths it leaves open. */
export function unsaid(subFamily: SubFamily, open: readonly string[], locale: Locale, limit = Infinity): string[] {
  return open
    .filter((path) => path !== 'imageIds' && path !== 'description')
    .slice(0, limit)
    .map((path) => pathLabel(subFamily, path)?.[locale] ?? fieldLabels.attributes[locale]);
}
