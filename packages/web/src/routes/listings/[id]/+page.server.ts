import { listings } from '@ganwan/shared/listings/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import { cardOf } from '#lib/listings/card.ts';
import { listingView } from '#lib/listings/view/view.ts';
import { api } from '#lib/server/api.ts';
import { documentsOf } from '#lib/server/documents.ts';
import { now } from '#lib/server/now.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  const listing = await call(listings.show, { params: { id: event.params.id } });
  const [{ me }, documents, others, versions] = await Promise.all([
    event.parent(),
    documentsOf({ call }, listing),
    call(listings.ofEnterprise, { params: { id: listing.enterprise.id }, query: { limit: 5 } }),
    call(listings.versions, { params: { id: listing.id }, query: { limit: 5 } }),
  ]);
  return {
    view: listingView(listing, { documents, today: dayInChina(now()), to: event.url.searchParams.get('to') ?? me?.acting?.region, locale }),
    own: me?.acting?.id === listing.enterprise.id,
    others: others.items.filter(({ id }) => id !== listing.id).slice(0, 4).map((other) => cardOf(other, locale)),
    versions: versions.items,
  };
};
