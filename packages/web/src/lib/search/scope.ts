import { Family, SubFamily } from '@ganwan/shared/catalogue/families';
import type { SearchState } from './address.ts';

/** What the results are of: a sub-family, a family or everything. */
export interface Scope {
  family: Family | undefined;
  subFamily: SubFamily | undefined;
}

export function scopeOf(state: Pick<SearchState, 'family' | 'subFamily'>): Scope {
  return { family: Family.safeParse(state.family).data, subFamily: SubFamily.safeParse(state.subFamily).data };
}
