import { facetsOf, sortsOf, type Indexed } from '@ganwan/shared/catalogue/registry';
import { regions } from '@ganwan/shared/places/regions';
import type { SearchQuery } from '@ganwan/shared/search/contract';
import { Failure, refuse } from '#platform/failure';
import type { EngineQuery, Filters, Sort } from './engine.ts';

const figure = (a: Indexed): boolean => ['num', 'int', 'range'].includes(a.type);
const numeric = (a: Indexed): boolean => figure(a) || a.type === 'date';
const valued = (a: Indexed): boolean => ['enum', 'multi', 'bool', 'text', 'ref'].includes(a.type);

/** What a search of this scope may be narrowed by; everything else a caller names is refused. Of the numbers only facets are shown as they spread. */
function scopeOf(query: Pick<SearchQuery, 'family' | 'subFamily'>) {
  const rows = facetsOf({ family: query.family, subFamily: query.subFamily });
  const sorts = query.subFamily ? sortsOf(query.subFamily) : [];
  return {
    facets: ['family', 'subFamily', ...rows.filter(valued).map((row) => row.id)],
    numbers: [...new Set([...rows, ...sorts].filter(numeric).map((row) => row.id))],
    spreads: rows.filter(figure).map((row) => row.id),
  };
}

/** Filters from the address, from the registry's names only. Throws `invalid_input` naming what it does not know. */
export function engineQuery(query: SearchQuery, offset: number, limit: number, now: Date): EngineQuery {
  const scope = scopeOf(query);
  const strange = [
    ...Object.keys(query.choices ?? {}).filter((key) => !scope.facets.includes(key)).map((key) => `choices.${key}`),
    ...Object.keys(query.ranges ?? {}).filter((key) => !scope.numbers.includes(key)).map((key) => `ranges.${key}`),
  ];
  if (strange.length > 0) throw new Failure('invalid_input', { fields: strange.map((path) => ({ path, code: 'unknown_attribute', params: {} })) });
  const near = regions.find((region) => region.code === query.near);
  if (query.withinKm !== undefined && !near) throw refuse('near', 'required');
  if (query.sort === 'distance' && !near) throw refuse('near', 'required');

  const facets: Record<string, readonly string[]> = { ...query.choices };
  const chosen = { kind: query.kind, originRegion: query.regions, certs: query.certs, family: query.family && [query.family], subFamily: query.subFamily && [query.subFamily] };
  for (const [key, values] of Object.entries(chosen)) if (values && values.length > 0) facets[key] = values;
  const filters: Filters = { facets, ranges: query.ranges ?? {}, months: query.months ?? 0, within: near && query.withinKm !== undefined ? { lon: near.lon, lat: near.lat, km: query.withinKm } : null };
  return { text: query.q ?? '', filters, facets: scope.facets, numbers: scope.spreads, sort: sortOf(query, near), offset, limit, now };
}

function sortOf({ sort, choices }: SearchQuery, near: { lon: number; lat: number } | undefined): Sort {
  switch (sort) {
    case 'newest': return { by: 'newest' };
    case 'distance': return { by: 'distance', lon: near!.lon, lat: near!.lat };
    case 'leadTime': return { by: 'number', key: 'leadTimeDays', descending: false };
    case 'moq': return { by: 'number', key: 'moq', descending: false };
    // Prices compare only within a currency: the one chosen, else yuan; others come last.
    case 'price': return { by: 'number', key: `price_${choices?.['currency']?.length === 1 ? choices['currency'][0] : 'CNY'}`, descending: false };
    default: return { by: 'relevance' };
  }
}

/**
 * The question, and once more for each narrowed facet or number, without its own choices or bounds, so that its other
 * values keep their counts. Only the first is asked for hits. Another family or sub-family knows nothing of what the
 * chosen one is narrowed by, so those are counted without it.
 */
export function questionsOf(query: EngineQuery): [whole: EngineQuery, ...parts: EngineQuery[]] {
  const { facets, ranges } = query.filters;
  const part = { ...query, facets: [], numbers: [], offset: 0, limit: 0 };
  const chosen = Object.keys(facets).filter((key) => query.facets.includes(key));
  const bound = Object.keys(ranges).filter((key) => query.numbers.includes(key));
  return [
    { ...query, facets: query.facets.filter((key) => !chosen.includes(key)), numbers: query.numbers.filter((key) => !bound.includes(key)) },
    ...chosen.map((key) => {
      const stays = (name: string) => name !== key && !(branches.includes(key) && deeper(key, name));
      return { ...part, facets: [key], filters: { ...query.filters, facets: only(facets, stays), ranges: only(ranges, stays) } };
    }),
    ...bound.map((key) => ({ ...part, numbers: [key], filters: { ...query.filters, ranges: only(ranges, (name) => name !== key) } })),
  ];
}

const branches = ['family', 'subFamily'];
const ofEveryListing = new Set(facetsOf({}).map((row) => row.id));

/** Whether a filter means something only below the chosen family or sub-family. */
const deeper = (branch: string, name: string): boolean =>
  branches.includes(name) ? branch === 'family' && name === 'subFamily' : !ofEveryListing.has(name);

const only = <T>(record: Readonly<Record<string, T>>, stays: (name: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => stays(name)));
