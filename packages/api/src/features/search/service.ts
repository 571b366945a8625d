import { z } from 'zod';
import { familyOf } from '@ganwan/shared/catalogue/families';
import { completeness } from '@ganwan/shared/listings/compare';
import type { Listing } from '@ganwan/shared/listings/contract';
import { regions } from '@ganwan/shared/places/regions';
import { furthest, type SearchAnswer, type SearchHit, type SearchQuery, type Suggestion } from '@ganwan/shared/search/contract';
import { ask } from '@ganwan/shared/search/ask';
import { asTyped, explain } from '@ganwan/shared/search/explain';
import { fold } from '@ganwan/shared/search/fold';
import { locales, type Locale } from '@ganwan/shared/values';
import type { Clock } from '#platform/clock';
import { cursorOf, readCursor } from '#platform/cursor';
import type { EngineAnswer, EngineQuery, SearchEngine } from './engine.ts';
import { engineQuery, questionsOf } from './filters.ts';
import { listingDocument } from './listing-document.ts';
import type { PublishedListings } from './outbox.ts';
import { termsFrom } from './suggestions.ts';

interface Needs {
  clock: Clock;
  listings: PublishedListings;
  /** PostgreSQL's engine, always there. */
  house: SearchEngine;
  /** Whether Meilisearch is meant to answer: readers are told when it does not. */
  guestExpected: boolean;
  /** Meilisearch when it is ready and has not just failed. */
  guest(): SearchEngine | undefined;
  /** It did not answer; the house engine does. */
  guestFailed(error: unknown): void;
}

const offsetKey = z.tuple([z.int().min(0).max(furthest)]);
const kilometres = (a: { lon: number; lat: number }, b: { lon: number; lat: number }): number => {
  const rad = Math.PI / 180;
  const half = Math.sin(((a.lat - b.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((a.lon - b.lon) * rad) / 2) ** 2;
  return Math.round(12742 * Math.asin(Math.sqrt(half)));
};

export function searchService({ clock, listings, house, guestExpected, guest, guestFailed }: Needs) {
  /** One engine answers the whole question, its facets included; when the guest fails on any of it the house does all. */
  async function asked<T>(work: (engine: SearchEngine) => Promise<T>): Promise<{ answer: T; engine: SearchEngine; away: boolean }> {
    const first = guest();
    if (first) {
      try {
        return { answer: await work(first), engine: first, away: false };
      } catch (error) {
        guestFailed(error);
      }
    }
    return { answer: await work(house), engine: house, away: guestExpected };
  }

  async function withFacets(engine: SearchEngine, query: EngineQuery): Promise<EngineAnswer> {
    const [whole, ...parts] = questionsOf(query);
    const [found, ...own] = await Promise.all([engine.search(whole), ...parts.map((part) => engine.search(part))]);
    const together = <T>(of: (one: EngineAnswer) => Record<string, T>): Record<string, T> => Object.assign({}, ...[found, ...own].map(of)) as Record<string, T>;
    return { ...found, facets: together((one) => one.facets), numbers: together((one) => one.numbers) };
  }

  return {
    async search(query: SearchQuery): Promise<SearchAnswer> {
      const offset = readCursor(query.cursor, offsetKey)?.[0] ?? 0;
      const limit = query.limit ?? 20;
      const { answer, engine, away } = await asked((one) => withFacets(one, engineQuery(query, offset, limit, clock.now())));
      // Shown from the listings themselves: what was unpublished a moment ago is not shown, whatever an index holds.
      const cards = new Map((await listings.among(answer.ids)).map((listing) => [listing.id, listing]));
      const near = regions.find((region) => region.code === query.near);
      const mended = answer.mended === null ? null : asTyped(query.q ?? '', answer.mended);
      const end = offset + answer.ids.length;
      return {
        hits: answer.ids.flatMap((id) => {
          const listing = cards.get(id);
          return listing ? [hitOf(listing, query, mended, near)] : [];
        }),
        nextCursor: answer.ids.length === limit && end < answer.total && end < furthest ? cursorOf(end) : null,
        total: answer.total,
        facets: Object.fromEntries(Object.entries(answer.facets).filter(([, values]) => Object.keys(values).length > 0)),
        numbers: answer.numbers,
        engine: engine.name,
        notice: ask(query.q ?? '').unreadable ? 'unreadable' : away ? 'engine_away' : mended !== null ? 'mended' : null,
        mended,
      };
    },

    /** Notions of the trade that begin so, then listings whose title does, as the reader writes them. */
    async suggest(typed: string, reader: Locale = 'zh-Hans'): Promise<Suggestion[]> {
      const { answer } = await asked((engine) => engine.suggest(typed, 5, clock.now()));
      const titles = (await listings.among(answer)).map((listing) => ({ id: listing.id, title: titleFor(typed, listing, reader) }));
      const found = answer.flatMap((id) => titles.filter((one) => one.id === id)).map(({ id, title }): Suggestion => ({ text: title, kind: 'listing', id }));
      const notions = termsFrom(typed, 8 - found.length, reader).map((text): Suggestion => ({ text, kind: 'term', id: null }));
      return [...notions, ...found];
    },
  };
}

/** The title that answers as typed, the reader's before others; else the first. */
function titleFor(typed: string, { title }: Listing, reader: Locale): string {
  const titles = [...new Set([reader, ...locales])].flatMap((locale) => title[locale] ?? []);
  return titles.find((one) => fold(one).includes(fold(typed))) ?? titles[0] ?? '';
}

function hitOf(listing: Listing, { q = '', locale = 'zh-Hans' }: SearchQuery, mended: string | null, near: { lon: number; lat: number } | undefined): SearchHit {
  const { titles, kinds, keywords, body, place } = listingDocument(listing, locale);
  const { why, highlights } = explain(q, { title: titles, keywords, body: [...kinds, ...body] }, mended);
  const languages = locales.filter((locale) => listing.title[locale]);
  const marks = Object.fromEntries(languages.map((locale): [Locale, SearchHit['highlights'][Locale]] => [locale, highlights[titles.indexOf(listing.title[locale]!)] ?? []]));
  return { ...listing, family: familyOf(listing.subFamily), unsaid: completeness(listing).next, highlights: marks, why, distanceKm: near && place ? kilometres(near, place) : null };
}
