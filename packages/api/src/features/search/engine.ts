import type { Spread } from '@ganwan/shared/search/contract';
import type { Bounds } from '@ganwan/shared/search/flat';
import type { SearchDocument } from '@ganwan/shared/search/document';

export type EngineName = 'postgresql' | 'meilisearch';

export interface Filters {
  /** Any of the values of a key, all of the keys. */
  facets: Readonly<Record<string, readonly string[]>>;
  /** A document's number or range must touch the bounds; one without the number does not answer. */
  ranges: Readonly<Record<string, Bounds>>;
  /** Any of these supply months (bit 0 for January); 0 asks for none. */
  months: number;
  within: { lon: number; lat: number; km: number } | null;
}

export type Sort =
  | { by: 'relevance' }
  | { by: 'newest' }
  | { by: 'distance'; lon: number; lat: number }
  | { by: 'number'; key: string; descending: boolean };

export interface EngineQuery {
  /** As typed. */
  text: string;
  filters: Filters;
  /** Keys whose values are counted over all hits. */
  facets: readonly string[];
  /** Keys whose spread over all hits is wanted: smallest, largest and what lies between. */
  numbers: readonly string[];
  sort: Sort;
  offset: number;
  limit: number;
  /** What expired before is not found. */
  now: Date;
}

export interface EngineAnswer {
  ids: string[];
  total: number;
  facets: Record<string, Record<string, number>>;
  /** A key that no hit has is left out. Steps are also empty where an engine cannot count them all. */
  numbers: Record<string, Spread>;
  /** What was searched for instead when nothing was found as typed; null when as typed. */
  mended: string | null;
}

/** Where writes go while a whole index is built beside the one that answers. */
export interface NextIndex {
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** From one search to the next it is the index that answers. */
  swap(): Promise<void>;
  abandon(): Promise<void>;
}

/** What search needs of an engine. When `upsert` or `remove` resolves, the next search sees it. */
export interface SearchEngine {
  readonly name: EngineName;
  /** Its index was missing, was made, and holds nothing until it is built. */
  fresh(): boolean;
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(query: EngineQuery): Promise<EngineAnswer>;
  /** Ids whose title begins as typed, or sounds so; best first. */
  suggest(typed: string, limit: number, now: Date): Promise<string[]>;
  rebuild(): Promise<NextIndex>;
}

/** Neither filter nor order: the start of most queries. */
export const everything: EngineQuery = {
  text: '', filters: { facets: {}, ranges: {}, months: 0, within: null }, facets: [], numbers: [],
  sort: { by: 'relevance' }, offset: 0, limit: 20, now: new Date(0),
};
