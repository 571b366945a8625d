import { z } from 'zod';
import { Family, SubFamily } from '../catalogue/families.ts';
import { ListingSummary } from '../listings/contract.ts';
import { ListingFields } from '../listings/fields.ts';
import { RegionCode } from '../places/regions.ts';
import { contract } from '../route.ts';
import { Id, Locale } from '../values.ts';
import { Choices, Codes, Months, Ranges } from './flat.ts';

export const sorts = ['relevance', 'newest', 'distance', 'leadTime', 'moq', 'price'] as const;

/** A search as it stands in the address bar: flat, and each part may be missing. */
export const SearchQuery = z.strictObject({
  q: z.string().max(200).optional(),
  kind: Codes.optional(),
  family: Family.optional(),
  subFamily: SubFamily.optional(),
  /** Chosen values of the registry's facets, `foilType:hte,rtf;coating:zn`. */
  choices: Choices.optional(),
  /** Bounds of the registry's numbers and dates (milliseconds), `thickness:9..35`. */
  ranges: Ranges.optional(),
  /** Any of these supply months, `11,12,1`. */
  months: Months.optional(),
  /** Any of these places of origin. */
  regions: Codes.optional(),
  /** Any of these certificates. */
  certs: Codes.optional(),
  near: RegionCode.optional(),
  /** At most so far from `near`, great circle. */
  withinKm: z.coerce.number().int().min(1).max(3000).optional(),
  sort: z.enum(sorts).optional(),
  /** Reasons quote what a reader of this language is shown. */
  locale: Locale.optional(),
  /** Opaque: what follows the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** Characters from `start` up to `end` of the text as it is shown. */
export const Mark = z.tuple([z.number().int(), z.number().int()]);
export type Mark = z.output<typeof Mark>;

/** By what a hit answers: as written, by sound, by initials, in the other language, as the beginning of a code, nearly. */
export const ways = ['written', 'sound', 'initials', 'translation', 'beginning', 'nearly'] as const;
export const Reason = z.object({
  way: z.enum(ways),
  /** The part of the query this is about, as it was typed. */
  word: z.string(),
  /** Where it was found, and the words there, as they are shown; null when only the index knows. */
  field: z.enum(['title', 'keywords', 'body']).nullable(),
  found: z.string().nullable(),
});
export type Reason = z.output<typeof Reason>;

/** A published listing in a list of results, with all that a card of it shows; `title` is marked where it answers. */
export const SearchHit = z.object({
  ...ListingSummary.shape,
  ...ListingFields.pick({ attributes: true }).shape,
  family: Family,
  /** What buyers look for and the listing does not say, the most useful first: a field or `attributes.<key>`. */
  unsaid: z.array(z.string()),
  /** Marks in each language's title. */
  highlights: z.partialRecord(Locale, z.array(Mark)),
  why: z.array(Reason),
  distanceKm: z.number().nullable(),
});
export type SearchHit = z.output<typeof SearchHit>;

/** At most so many steps of a spread. */
export const stepsAtMost = 12;

/**
 * How hits spread over a number. Steps follow one another at round figures, lowest first; a step holds `from` and not
 * `to`. A hit that says a range counts in every step its range touches, so the counts may add up to more than the hits.
 */
export const Spread = z.object({
  min: z.number(),
  max: z.number(),
  /** Empty when all say the same number. */
  steps: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })).max(stepsAtMost),
});
export type Spread = z.output<typeof Spread>;

/** Hits after this many are counted but not shown: whoever is still looking narrows the search. */
export const furthest = 10_000;

export const SearchAnswer = z.object({
  hits: z.array(SearchHit),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  /** How many hits each value has; a facet's own choices do not narrow its own counts. Labels come from the registry. */
  facets: z.record(z.string(), z.record(z.string(), z.number().int())),
  /** Smallest and largest value and what lies between, for the scope's number facets; a number's own bounds do not narrow its own spread. */
  numbers: z.record(z.string(), Spread),
  engine: z.enum(['postgresql', 'meilisearch']),
  /**
   * `engine_away`: Meilisearch did not answer in time, PostgreSQL did. `mended`: nothing was found as typed, see `mended`.
   * `unreadable`: something was typed and nothing of it can be searched for, `?!`.
   */
  notice: z.enum(['engine_away', 'mended', 'unreadable']).nullable(),
  /** What was searched for instead, when words were mended or left out; what is left of the query as it was typed. */
  mended: z.string().nullable(),
});
export type SearchAnswer = z.output<typeof SearchAnswer>;

export const Suggestion = z.object({
  text: z.string(),
  /** `term`: a notion of the trade; `listing`: a title, with the listing's id. */
  kind: z.enum(['term', 'listing']),
  id: Id.nullable(),
});
export type Suggestion = z.output<typeof Suggestion>;

export const search = contract({
  search: { method: 'GET', path: '/api/search', summary: 'Search published listings, in Chinese of either script, pinyin or English.', access: 'anyone', query: SearchQuery, response: SearchAnswer, rate: 240 },
  suggest: {
    method: 'GET', path: '/api/search/suggestions', summary: 'Up to eight ways to finish what is being typed.', access: 'anyone',
    query: z.strictObject({ q: z.string().min(1).max(80), locale: Locale.optional() }), response: z.object({ suggestions: z.array(Suggestion).max(8) }), rate: 600,
  },
});
