import { facetsOf } from '@ganwan/shared/catalogue/registry';
import { RegionCode } from '@ganwan/shared/places/regions';
import { SearchQuery, type search } from '@ganwan/shared/search/contract';
import { Choices, Codes, Ranges } from '@ganwan/shared/search/flat';
import type { Sent } from '@ganwan/shared/route';
import { rangeFault } from '#lib/ui/range.ts';
import type { SearchState } from './address.ts';
import { scopeOf } from './scope.ts';

type Query = Sent<typeof search.search>['query'];

/** The contract's query for a state. What an old or mistyped link asks and no search of this scope knows is left out. */
export function queryOf(state: SearchState): Query {
  const scope = scopeOf(state);
  const ids = new Map(facetsOf(scope).map(({ key, id }) => [key, id]));
  const known = <T>(byKey: Record<string, T>) => Object.entries(byKey).flatMap(([key, value]): [string, T][] => (ids.has(key) ? [[ids.get(key)!, value]] : []));
  const number = (text: string) => (text === '' ? null : Number(text));
  const near = RegionCode.safeParse(state.near).data;
  const query: Record<string, unknown> = {
    q: state.q,
    kind: state.kind === 'all' ? '' : state.kind,
    family: scope.family,
    subFamily: scope.subFamily,
    choices: Choices.safeEncode(Object.fromEntries(known(state.choices))).data,
    ranges: Ranges.safeEncode(Object.fromEntries(known(state.ranges).filter(([, range]) => rangeFault(range) === null).map(([id, { min, max }]) => [id, { min: number(min), max: number(max) }]))).data,
    months: state.months.join(','),
    regions: Codes.safeEncode(state.regions).data,
    certs: Codes.safeEncode(state.certs).data,
    near,
    withinKm: near && state.within,
    sort: state.sort === 'distance' && !near ? '' : state.sort,
    cursor: state.cursor,
  };
  const asked = Object.entries(query).filter(([name, value]) => value !== '' && value !== undefined && SearchQuery.shape[name as keyof Query].safeParse(value).success);
  return Object.fromEntries(asked) as Query;
}
