import type { search } from '@ganwan/shared/search/contract';
import { Choices, Codes, Ranges } from '@ganwan/shared/search/flat';
import type { Sent } from '@ganwan/shared/route';
import type { SearchState } from './address.ts';

type Query = Sent<typeof search.search>['query'];

/** The contract's query for a state. */
export function queryOf(state: SearchState): Query {
  const number = (text: string) => (text === '' ? null : Number(text));
  const query: Record<string, unknown> = {
    q: state.q,
    kind: state.kind === 'all' ? '' : state.kind,
    family: state.family,
    subFamily: state.subFamily,
    choices: Choices.encode(state.choices),
    ranges: Ranges.encode(Object.fromEntries(Object.entries(state.ranges).map(([key, { min, max }]) => [key, { min: number(min), max: number(max) }]))),
    months: state.months.join(','),
    regions: Codes.encode(state.regions),
    certs: Codes.encode(state.certs),
    near: state.near,
    withinKm: state.near && state.within,
    sort: state.sort === 'distance' && !state.near ? '' : state.sort,
    cursor: state.cursor,
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== undefined)) as Query;
}
