import { monthsOf } from '@ganwan/shared/catalogue/months';
import { families, familyOf, subFamilyOf } from '@ganwan/shared/catalogue/families';
import { filePath, type StoredFile } from '@ganwan/shared/files/contract';
import { completeness } from '@ganwan/shared/listings/compare';
import type { Listing } from '@ganwan/shared/listings/contract';
import { RegionCode, regions } from '@ganwan/shared/places/regions';
import { type Locale, localText } from '@ganwan/shared/values';
import { calendarDay, fileSize } from '#lib/format.ts';
import { placeName } from '../card.ts';
import { showCertificate } from '../certificates.ts';
import { deliveryWays } from '../delivery.ts';
import { specifications, unsaid } from '../facts.ts';
import { priceOf } from '../price.ts';
import { termsOf } from '../terms.ts';

/** A whole listing in the reader's words. `today` is a day in China; `to` is where the reader would have it delivered. */
export function listingView(listing: Listing, given: { documents: readonly StoredFile[]; today: string; to: string | undefined; locale: Locale }) {
  const { today, locale } = given;
  const to = RegionCode.safeParse(given.to).data;
  const from = RegionCode.safeParse(listing.originRegion ?? listing.enterprise.region).data;
  const category = subFamilyOf(listing.subFamily);
  const family = familyOf(listing.subFamily);
  // What is wanted travels the other way: from the reader to the one who asks.
  const [source, goal] = listing.kind === 'demand' ? [to, from] : [from, to];
  const searchFor = (parts: Record<string, string>) => `/search?${new URLSearchParams({ kind: listing.kind, ...parts })}`;
  return {
    id: listing.id,
    kind: listing.kind,
    title: localText(listing.title, locale),
    description: localText(listing.description, locale),
    category: { name: category.label[locale], href: searchFor({ family, sub: category.code }) },
    family: { name: families.find(({ code }) => code === family)?.label[locale] ?? family, href: searchFor({ family }) },
    enterprise: { id: listing.enterprise.id, name: localText(listing.enterprise.names, locale), region: placeName(listing.enterprise.region, locale) },
    images: listing.imageIds.map((id) => ({ large: filePath(id, 'large'), small: filePath(id, 'thumbnail') })),
    documents: given.documents.map(({ id, name, bytes }) => ({ href: filePath(id), name, size: fileSize(bytes, locale) })),
    price: priceOf(listing, locale),
    specifications: specifications(listing, locale),
    terms: termsOf(listing, locale),
    unsaid: unsaid(listing.subFamily, completeness(listing).next, locale, 8),
    months: listing.supplyMonths === null ? null : monthsOf(listing.supplyMonths),
    certificates: listing.certificates.map((certificate) => showCertificate(certificate, today, locale)),
    published: { at: listing.publishedAt, version: listing.version },
    validUntil: listing.validUntil && calendarDay(listing.validUntil, locale),
    cities: regions.map(({ code, label }) => ({ value: code, label: label[locale] })),
    delivery: source && goal ? deliveryWays(source, goal, family, locale) : null,
    to: from === to ? '' : (to ?? ''),
  };
}
export type ListingView = ReturnType<typeof listingView>;
