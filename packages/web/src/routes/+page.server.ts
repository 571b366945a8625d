import { families, subFamilyOf } from '@ganwan/shared/catalogue/families';
import { overview } from '@ganwan/shared/overview/contract';
import { regions } from '@ganwan/shared/places/regions';
import { search, type SearchHit } from '@ganwan/shared/search/contract';
import type { Api } from '#lib/api.ts';
import { cardOf, placeName } from '#lib/listings/card.ts';
import { api } from '#lib/server/api.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

const newest = 4;

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  const [seen, supplies, demands] = await Promise.all([call(overview.show, {}), newestOf(call, 'supply'), newestOf(call, 'demand')]);
  return {
    at: seen.at,
    figures: { enterprises: seen.enterprises, supplies: seen.supplies, demands: seen.demands, talks: seen.talks },
    families: seen.families.map(({ family, subFamilies, ...counts }) => ({
      code: family,
      name: families.find(({ code }) => code === family)!.label[locale],
      ...counts,
      subFamilies: subFamilies.slice(0, 6).map(({ subFamily, listings: number }) => ({ code: subFamily, name: subFamilyOf(subFamily).label[locale], number })),
    })),
    corridors: seen.corridors.map(({ from, to, supplies: number }) => ({ from, to, number, fromName: placeName(from, locale), toName: placeName(to, locale) })),
    places: regions.map(({ code, lon, lat }) => ({ code, lon, lat })),
    supplies: supplies.map((hit) => cardOf(hit, locale)),
    demands: demands.map((hit) => cardOf(hit, locale)),
  };
};

async function newestOf(call: Api['call'], kind: 'supply' | 'demand'): Promise<SearchHit[]> {
  return (await call(search.search, { query: { kind, sort: 'newest', limit: newest } })).hits;
}
