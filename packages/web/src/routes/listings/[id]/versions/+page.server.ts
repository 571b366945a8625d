import { listings } from '@ganwan/shared/listings/contract';
import { localText } from '@ganwan/shared/values';
import { shownChanges, undone } from '#lib/listings/value-text.ts';
import { api } from '#lib/server/api.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const { call } = api(event);
  const { id } = event.params;
  const listing = await call(listings.show, { params: { id } });
  const cursor = event.url.searchParams.get('cursor') ?? undefined;
  const between = async (from: number, to: number) => (from < to ? (await call(listings.difference, { params: { id, from, to } })).changes : []);
  const of = chosen(event.url.searchParams.get('of'), listing.version);
  const [versions, changes, since] = await Promise.all([
    call(listings.versions, { params: { id }, query: { cursor } }),
    of > 1 ? between(of - 1, of) : [],
    between(of, listing.version),
  ]);
  return { id, title: localText(listing.title, locale), versions, of, changes: shownChanges(undone(listing, since), changes, locale) };
};

/** The version asked for; the latest when there is no such one. */
function chosen(asked: string | null, latest: number): number {
  const version = Number(asked);
  return Number.isInteger(version) && version >= 1 && version <= latest ? version : latest;
}
