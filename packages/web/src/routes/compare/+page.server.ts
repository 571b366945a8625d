import { compareListings, flatten, pathLabel } from '@ganwan/shared/listings/compare';
import { type Listing, listings } from '@ganwan/shared/listings/contract';
import { Id } from '@ganwan/shared/values';
import { cardOf } from '#lib/listings/card.ts';
import { specifications } from '#lib/listings/facts.ts';
import { termsOf } from '#lib/listings/terms.ts';
import { comparedAtMost } from '#lib/search/links.ts';
import { api } from '#lib/server/api.ts';
import { ownPath } from '#lib/server/visit.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  // What is no id, or no longer published, is no column.
  const ids = [...new Set(event.url.searchParams.getAll('id'))].filter((id) => Id.safeParse(id).success).slice(0, comparedAtMost);
  const { items: found } = ids.length === 0 ? { items: [] } : await call(listings.showMany, { query: { ids: ids.join(',') } });
  const lines = found.map((listing) => new Map([...termsOf(listing, locale), ...specifications(listing, locale).map((fact) => ({ ...fact, key: `attributes.${fact.key}` }))].map((fact) => [fact.key, fact])));
  const different = differing(found);
  const paths = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return {
    cards: found.map((listing) => cardOf(listing, locale)),
    rows: paths.map((path) => ({
      path,
      label: found.map((listing) => pathLabel(listing.subFamily, path)?.[locale]).find(Boolean) ?? path,
      // Null is not said; empty is not asked of that trade.
      cells: lines.map((line, i) => line.get(path)?.text ?? (pathLabel(found[i]!.subFamily, path) ? null : '')),
      different: different.has(path),
    })),
    onlyDifferent: event.url.searchParams.has('different'),
    back: ownPath(event.url.searchParams.get('back')),
  };
};

/** The fields in which the listings are not all the same. */
function differing(all: readonly Listing[]): Set<string> {
  const [first, ...rest] = all;
  if (!first) return new Set();
  const paths = rest.flatMap((other) => compareListings(first, other).filter(({ verdict }) => verdict !== 'same' && verdict !== 'neither').map(({ path }) => path));
  return new Set(rest.length === 0 ? flatten(first).keys() : paths);
}
