import { RegionCode, regions } from '@ganwan/shared/places/regions';
import { furthest, search } from '@ganwan/shared/search/contract';
import { redirect } from '@sveltejs/kit';
import { chipsOf } from '#lib/search/chips.ts';
import { readAddress } from '#lib/search/address.ts';
import { countedIn, facetViews, familyBranches, subFamilyBranches } from '#lib/search/facets.ts';
import { hitCard } from '#lib/search/hits.ts';
import { queryOf } from '#lib/search/query.ts';
import { scopeOf } from '#lib/search/scope.ts';
import { api } from '#lib/server/api.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

/** Two hundred Chinese characters and some two hundred choices, as an address writes them. */
const longestAddress = 8_000;

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const params = event.url.searchParams;
  const state = readAddress(params);
  // Clicked together by nobody, and every link on the page would repeat it: only the words are taken.
  if (event.url.search.length > longestAddress) redirect(303, `/search?${new URLSearchParams({ q: state.q })}`);
  const { call } = api(event);
  const [{ me }, answer] = await Promise.all([event.parent(), call(search.search, { query: { ...queryOf(state), locale } })]);
  // Delivered to where the reader asks, else to where their enterprise is.
  const city = RegionCode.safeParse(state.near || me?.acting?.region).data;
  const facets = facetViews(state, answer, locale);
  const scope = scopeOf(state);
  return {
    state,
    total: answer.total,
    nextCursor: answer.nextCursor,
    /** The last page of a list that is cut off. */
    ended: answer.nextCursor === null && answer.total > furthest,
    notice: answer.notice,
    mended: answer.mended,
    cards: answer.hits.map((hit) => hitCard(hit, city, locale)),
    facets,
    /** Whether prices and smallest orders compare. */
    oneUnit: countedIn(state, answer) !== null,
    families: familyBranches(answer, locale),
    subFamilies: subFamilyBranches(scope, answer, locale),
    chips: chipsOf(state, facets, params, locale),
    cities: regions.map(({ code, label }) => ({ value: code, label: label[locale] })),
  };
};
