import { monthsOf } from '@ganwan/shared/catalogue/months';
import { subFamilyOf, families, familyOf } from '@ganwan/shared/catalogue/families';
import { filePath } from '@ganwan/shared/files/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import { RegionCode, regions } from '@ganwan/shared/places/regions';
import { localText } from '@ganwan/shared/values';
import { calendarDay } from '#lib/format.ts';
import { cardOf, placeName } from '#lib/listings/card.ts';
import { showCertificate } from '#lib/listings/certificates.ts';
import { deliveryEstimate } from '#lib/listings/delivery.ts';
import { specifications, unsaid } from '#lib/listings/facts.ts';
import { priceOf } from '#lib/listings/price.ts';
import { termsOf } from '#lib/listings/terms.ts';
import { api } from '#lib/server/api.ts';
import { now } from '#lib/server/now.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  const listing = await call(listings.show, { params: { id: event.params.id } });
  const [{ me }, others] = await Promise.all([
    event.parent(),
    call(listings.ofEnterprise, { params: { id: listing.enterprise.id }, query: { limit: 5 } }),
  ]);
  const today = dayInChina(now());
  const to = RegionCode.safeParse(event.url.searchParams.get('to') ?? me?.acting?.region).data;
  const from = RegionCode.safeParse(listing.originRegion ?? listing.enterprise.region).data;
  const category = subFamilyOf(listing.subFamily);
  const family = familyOf(listing.subFamily);
  return {
    id: listing.id,
    kind: listing.kind,
    title: localText(listing.title, locale),
    description: localText(listing.description, locale),
    category: { name: category.label[locale], href: `/search?${new URLSearchParams({ kind: listing.kind, family, sub: category.code })}` },
    family: { name: families.find(({ code }) => code === family)?.label[locale] ?? family, href: `/search?${new URLSearchParams({ kind: listing.kind, family })}` },
    enterprise: { id: listing.enterprise.id, name: localText(listing.enterprise.names, locale), region: placeName(listing.enterprise.region, locale) },
    images: listing.imageIds.map((id) => ({ large: filePath(id, 'large'), small: filePath(id, 'thumbnail') })),
    documents: listing.documentIds.map((id, index) => ({ href: filePath(id), number: index + 1 })),
    price: priceOf(listing, locale),
    specifications: specifications(listing, locale),
    terms: termsOf(listing, locale),
    unsaid: unsaid(listing, locale, 8),
    months: listing.supplyMonths === null ? null : monthsOf(listing.supplyMonths),
    certificates: listing.certificates.map((certificate) => showCertificate(certificate, today, locale)),
    published: { at: listing.publishedAt, version: listing.version },
    validUntil: listing.validUntil && calendarDay(listing.validUntil, locale),
    cities: regions.map(({ code, label }) => ({ value: code, label: label[locale] })),
    delivery: from && to && from !== to ? deliveryEstimate(from, to) : null,
    to: to ?? '',
    own: me?.acting?.id === listing.enterprise.id,
    others: others.items.filter(({ id }) => id !== listing.id).slice(0, 4).map((other) => cardOf(other, locale)),
  };
};
