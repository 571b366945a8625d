import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '@ganwan/shared/values';
import { placeName } from '#lib/listings/card.ts';
import type { SearchState } from './address.ts';
import type { FacetView } from './facets.ts';
import { without } from './links.ts';

export interface ChipView {
  text: string;
  /** The address without it. */
  href: string;
}

/** Everything that narrows the results, each with the address that takes it away. */
export function chipsOf(state: SearchState, facets: readonly FacetView[], params: URLSearchParams, locale: Locale): ChipView[] {
  const chosen = facets.flatMap((facet): ChipView[] => {
    if (facet.type === 'choices') {
      return facet.options.filter((option) => option.chosen).map(({ value, label }) => ({ text: label, href: without(params, [facet.name, value]) }));
    }
    if ((!facet.min && !facet.max) || facet.fault) return [];
    const ends = facet.min && facet.max ? `${facet.min} – ${facet.max}` : facet.min ? `≥ ${facet.min}` : `≤ ${facet.max}`;
    return [{ text: `${facet.label} ${ends} ${facet.unit}`.trim(), href: without(params, `min.${facet.key}`, `max.${facet.key}`) }];
  });
  const months = state.months.map((month) => ({ text: m.month_short({ month }), href: without(params, ['month', String(month)]) }));
  const near = state.near
    ? [{ text: [m.search_near(), placeName(state.near, locale), state.within && m.search_within_km({ km: state.within })].filter(Boolean).join(' '), href: without(params, 'near', 'within') }]
    : [];
  return [...chosen, ...months, ...near];
}
