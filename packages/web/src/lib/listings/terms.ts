import { pathLabel } from '@ganwan/shared/listings/compare';
import { capacityPeriods, type ListingFields } from '@ganwan/shared/listings/fields';
import { chains } from '@ganwan/shared/places/chains';
import { deliveryTermOf, leadTimeStarts, transportModes } from '@ganwan/shared/trade/terms';
import type { Locale } from '@ganwan/shared/values';
import { list } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeName, placeSaid } from './card.ts';
import { type Fact, quantityText } from './facts.ts';

type Field = keyof ListingFields;

/** The terms a listing states, one line each, in the order a buyer asks for them. */
export function termsOf(listing: ListingFields, locale: Locale): Fact[] {
  const line = (key: Field, text: string | null | false | undefined): Fact[] =>
    text ? [{ key, label: pathLabel(listing.subFamily, key)?.[locale] ?? key, text, original: null }] : [];
  const quantity = (amount: number | null) => amount !== null && quantityText(amount, listing, locale);
  const words = (options: readonly { code: string; label: Record<Locale, string> }[], code: string | null) => options.find((option) => option.code === code)?.label[locale];
  const { leadTimeDays, deliveryTerm, capacity } = listing;
  return [
    ...line('moq', quantity(listing.moq)),
    ...line('orderStep', quantity(listing.orderStep)),
    ...line('leadTimeDays', leadTimeDays !== null && [m.days({ count: leadTimeDays }), words(leadTimeStarts, listing.leadTimeFrom)].filter(Boolean).join(' · ')),
    ...line('capacity', capacity && `${quantityText(capacity.amount, listing, locale)} ${words(capacityPeriods, capacity.per) ?? ''}`),
    ...line('deliveryTerm', deliveryTerm && [deliveryTermOf(deliveryTerm).label[locale], listing.deliveryPlace && placeSaid(listing.deliveryPlace, locale)].filter(Boolean).join(' · ')),
    ...line('transportMode', words(transportModes, listing.transportMode)),
    ...line('originRegion', listing.originRegion && placeName(listing.originRegion, locale)),
    ...line('targetRegions', listing.targetRegions.length > 0 && list(listing.targetRegions.map((code) => placeName(code, locale)), locale)),
    ...line('chain', words(chains, listing.chain)),
    ...line('hsCode', listing.hsCode),
    ...line('itemNumber', listing.itemNumber),
  ];
}
