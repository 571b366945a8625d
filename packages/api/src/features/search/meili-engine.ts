import { Meilisearch, type FederatedMultiSearchParams, type SearchParams, type SearchResponse } from 'meilisearch';
import { ask, type AskedWord, type Question } from '@ganwan/shared/search/ask';
import { chunksOf } from '@ganwan/shared/search/chunks';
import { syllablesOf } from '@ganwan/shared/search/sounds';
import type { EngineAnswer, EngineQuery, SearchEngine } from './engine.ts';
import { filterOf } from './meili-filter.ts';
import { meiliHttp } from './meili-http.ts';
import { meiliIndex } from './meili-index.ts';
import { spreadOf } from './meili-spread.ts';
import { shorter } from './mending.ts';

export interface MeiliOptions {
  url: string;
  key?: string | undefined;
  /** Milliseconds a search may take before it is a failure. */
  deadlineMs: number;
}

const written = ['title', 'keywords', 'bridge', 'body', 'parts'];
/** Either kind of answer, as far as it is read. */
type Found = Pick<SearchResponse<{ id: string }>, 'hits' | 'facetDistribution' | 'facetStats' | 'facetsByIndex'> & { estimatedTotalHits?: number; totalHits?: number };

const heardWeight = 0.6;

/** Search in Meilisearch. Makes its index when it is missing; throws when nothing answers at the address. */
export async function meiliEngine({ url, key, deadlineMs }: MeiliOptions, name: string): Promise<SearchEngine & { close: () => Promise<void> }> {
  const reading = meiliHttp(url, deadlineMs);
  const writing = meiliHttp(url, 60_000);
  const clientOf = (http: typeof reading) => new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }), httpClient: http.request });
  const [reader, writer] = [clientOf(reading), clientOf(writing)];
  const index = meiliIndex(writer, name);
  // Within the short deadline: what does not even say that it is well is not waited for.
  await reader.health().catch(async (error: unknown) => {
    await Promise.all([reading.close(), writing.close()]);
    throw error;
  });
  let fresh = await index.prepare();

  /** Text, and what sounds like it at a lower weight, as one list. */
  function asked(question: Question, query: EngineQuery): FederatedMultiSearchParams | SearchParams {
    const filter = filterOf(query);
    const sort = sortOf(query, question);
    const narrow: SearchParams = { filter, ...(sort.length > 0 && { sort }), matchingStrategy: 'all', attributesToRetrieve: ['id'] };
    const facets = [...query.facets.map((facet) => `facets.${facet}`), ...query.numbers.flatMap((number) => [`numbers.${number}.low`, `numbers.${number}.high`])];
    const text = question.words.map((word) => word.text).join(' ');
    const ear = byEar(question);
    if (ear === null) return { ...narrow, q: text, facets, offset: query.offset, limit: query.limit, attributesToSearchOn: written };
    return {
      federation: { offset: query.offset, limit: query.limit, ...(facets.length > 0 && { facetsByIndex: { [name]: facets } }) },
      queries: [
        { indexUid: name, ...narrow, q: text, attributesToSearchOn: written },
        { indexUid: name, ...narrow, q: ear, attributesToSearchOn: heardIn(question), federationOptions: { weight: heardWeight } },
      ],
    };
  }

  async function answer(question: Question, query: EngineQuery): Promise<EngineAnswer> {
    const given = asked(question, query);
    const found: Found = 'federation' in given ? await reader.multiSearch<FederatedMultiSearchParams, { id: string }>(given) : await reader.index<{ id: string }>(name).search(undefined, given);
    const counted = found.facetsByIndex?.[name] ?? { distribution: found.facetDistribution ?? {}, stats: found.facetStats ?? {} };
    return {
      ids: found.hits.map((hit) => hit.id), total: found.estimatedTotalHits ?? found.totalHits ?? 0, mended: null,
      facets: Object.fromEntries(query.facets.map((facet) => [facet, counted.distribution[`facets.${facet}`] ?? {}])),
      numbers: Object.fromEntries(query.numbers.flatMap((number) => {
        const spread = spreadOf(number, counted);
        return spread ? [[number, spread]] : [];
      })),
    };
  }

  async function search(query: EngineQuery): Promise<EngineAnswer> {
    const question = ask(query.text);
    if (question.words.length === 0 && query.text.trim() !== '') return { ids: [], total: 0, facets: {}, numbers: {}, mended: null };
    const found = await answer(question, query);
    if (found.total > 0 || question.words.length === 0) return found;
    for (const instead of shorter(question)) {
      const nearly = await answer(ask(instead), query);
      if (nearly.total > 0) return { ...nearly, mended: instead };
    }
    return found;
  }

  return {
    name: 'meilisearch', search, upsert: index.upsert, remove: index.remove, fresh: () => fresh,
    rebuild: async () => {
      const next = await index.rebuild();
      return { ...next, swap: () => next.swap().then(() => void (fresh = false)) };
    },
    suggest: async (typed, limit, now) =>
      (await answer(ask(typed), { text: typed, filters: { facets: {}, ranges: {}, months: 0, within: null }, facets: [], numbers: [], sort: { by: 'relevance' }, offset: 0, limit, now })).ids,
    close: async () => {
      await Promise.all([reading.close(), writing.close()]);
    },
  };
}

/** The query by sound, null when it has none: characters as joined syllables, letters as they are, codes untouched. */
function byEar({ folded, words }: Question): string | null {
  if (words.every((word) => word.heard.length === 0)) return null;
  const chunks = chunksOf(folded);
  if (chunks.every((chunk) => chunk.kind === 'han' && chunk.text.length <= 6)) return chunks.map((chunk) => syllablesOf(chunk.text).join('')).join(' ');
  return words.map((word: AskedWord) => (/^\p{Script=Han}/u.test(word.text) ? syllablesOf(word.text).join('') : word.text)).join(' ');
}

/** Initials are only ever typed as letters; codes beside heard words stand in titles and keywords. */
function heardIn({ words }: Question): string[] {
  const letters = words.some((word) => /^[a-z]+$/.test(word.text));
  const codes = words.some((word) => word.heard.length === 0);
  return ['sound', ...(letters ? ['initials'] : []), ...(codes ? ['title', 'keywords'] : [])];
}

function sortOf({ sort }: EngineQuery, { words }: Question): string[] {
  if (sort.by === 'newest' || (sort.by === 'relevance' && words.length === 0)) return ['at:desc'];
  if (sort.by === 'distance') return [`_geoPoint(${sort.lat}, ${sort.lon}):asc`];
  if (sort.by === 'number') return [sort.descending ? `numbers.${sort.key}.high:desc` : `numbers.${sort.key}.low:asc`];
  return [];
}
