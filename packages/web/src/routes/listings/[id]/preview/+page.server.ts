import { type Listing, listings } from '@ganwan/shared/listings/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { listingView } from '#lib/listings/view/view.ts';
import { signedIn } from '#lib/server/api.ts';
import { documentsOf } from '#lib/server/documents.ts';
import { now } from '#lib/server/now.ts';
import { locale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

/** The working copy, shown as it would be published now. */
export const load: PageServerLoad = async (event) => {
  const { listing, documents } = await signedIn(event, async ({ call }) => {
    const own = await call(listings.showOwn, { params: { id: event.params.id } });
    const { id, names, region } = await call(enterprises.show, { params: { id: own.enterpriseId } });
    const listing: Listing = { ...own, enterprise: { id, names, region }, version: (own.version ?? 0) + 1, publishedAt: now() };
    return { listing, documents: await documentsOf({ call }, listing) };
  });
  return { view: listingView(listing, { documents, today: dayInChina(now()), to: undefined, locale: locale() }) };
};
