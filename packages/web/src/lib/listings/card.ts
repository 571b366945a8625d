import { subFamilyOf } from '@ganwan/shared/catalogue/families';
import type { ListingSummary } from '@ganwan/shared/listings/contract';
import { filePath } from '@ganwan/shared/files/contract';
import { regionLabel, RegionCode, regions } from '@ganwan/shared/places/regions';
import { type Locale, type LocalText, localText } from '@ganwan/shared/values';
import { m } from '#lib/paraglide/messages.js';
import { quantityText } from './facts.ts';
import type { ListingCard } from './listing-card.ts';
import { priceOf } from './price.ts';

export function cardOf(listing: ListingSummary, locale: Locale): ListingCard {
  return {
    id: listing.id,
    href: `/listings/${listing.id}`,
    title: [{ text: localText(listing.title, locale), marked: false }],
    enterprise: enterpriseOf(listing.enterprise, listing.originRegion, locale),
    category: subFamilyOf(listing.subFamily).label[locale],
    image: listing.imageIds[0] ? filePath(listing.imageIds[0], 'thumbnail') : null,
    facts: [],
    price: priceOf(listing, locale),
    terms: [
      ...(listing.moq === null ? [] : [`${m.listing_moq()} ${quantityText(listing.moq, listing, locale)}`]),
      ...(listing.leadTimeDays === null ? [] : [m.listing_lead_time({ days: listing.leadTimeDays })]),
    ],
    why: [],
  };
}

function enterpriseOf(owner: { id: string; names: LocalText; region: string }, origin: string | null, locale: Locale): ListingCard['enterprise'] {
  return { href: `/enterprises/${owner.id}`, name: localText(owner.names, locale), region: placeName(origin ?? owner.region, locale) };
}

/** A city's name; the code itself for a place the product does not know. */
export function placeName(code: string, locale: Locale): string {
  const region = RegionCode.safeParse(code);
  return region.success ? regionLabel(region.data)[locale] : code;
}

/** A city that was written by its name, as the reader calls it; any other place as it was written. */
export const placeSaid = (place: string, locale: Locale): string => regions.find(({ label }) => Object.values(label).includes(place))?.label[locale] ?? place;
