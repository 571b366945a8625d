import { enterprises } from '@ganwan/shared/enterprises/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { chains } from '@ganwan/shared/places/chains';
import { ListingKind } from '@ganwan/shared/trade/terms';
import { localText } from '@ganwan/shared/values';
import { cardOf, placeName } from '#lib/listings/card.ts';
import { api } from '#lib/server/api.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  const params = { id: event.params.id };
  const kind = ListingKind.safeParse(event.url.searchParams.get('kind')).data;
  const cursor = event.url.searchParams.get('cursor');
  const enterprise = await call(enterprises.show, { params });
  const [{ me }, published] = await Promise.all([
    event.parent(),
    call(listings.ofEnterprise, { params, query: { ...(kind && { kind }), ...(cursor && { cursor }) } }),
  ]);
  return {
    id: enterprise.id,
    name: localText(enterprise.names, locale),
    otherNames: Object.values(enterprise.names).filter((name) => name !== localText(enterprise.names, locale)),
    region: placeName(enterprise.region, locale),
    chains: enterprise.chains.map((code) => chains.find((chain) => chain.code === code)?.label[locale] ?? code),
    about: localText(enterprise.about, locale),
    identityKind: enterprise.identityKind,
    facts: enterprise.facts,
    kind: kind ?? 'all',
    cards: published.items.map((listing) => cardOf(listing, locale)),
    nextCursor: published.nextCursor,
    own: me?.acting?.id === enterprise.id,
  };
};
