import { Meilisearch, type FederatedMultiSearchParams, type SearchParams, type SearchResponse } from 'meilisearch';
import { pairs } from '@ganwan/shared/search/analyze';
import { ask, type Question } from '@ganwan/shared/search/ask';
import { chunksOf, isCode } from '@ganwan/shared/search/chunks';
import { syllablesOf } from '@ganwan/shared/search/sounds';
import { everything, type EngineAnswer, type EngineQuery, type SearchEngine } from './engine.ts';
import { filterOf } from './meili-filter.ts';
import { meiliHttp } from './meili-http.ts';
import { meiliIndex } from './meili-index.ts';
import { spreadOf } from './meili-spread.ts';
import { nearestOf, shorter } from './mending.ts';

export interface MeiliOptions {
  url: string;
  key?: string | undefined;
  /** Milliseconds a search may take before it is a failure. */
  deadlineMs: number;
}

const written = ['head', 'title', 'titleCodes', 'codes', 'keywords', 'bridge', 'body', 'figures', 'parts'];
interface Hit { id: string }
/** Either kind of answer, as far as it is read. */
type Found = Pick<SearchResponse<Hit>, 'hits' | 'facetDistribution' | 'facetStats' | 'facetsByIndex'> & { estimatedTotalHits?: number; totalHits?: number };

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

  /** Text, and what sounds like it at a lower weight, as one list. What is typed in letters is asked once, as written and by ear. */
  function asked(question: Question, query: EngineQuery): FederatedMultiSearchParams | SearchParams {
    const filter = filterOf(query);
    const sort = sortOf(query, question);
    const narrow: SearchParams = { filter, ...(sort.length > 0 && { sort }), matchingStrategy: 'all', attributesToRetrieve: ['id'] };
    const facets = [...query.facets.map((facet) => `facets.${facet}`), ...query.numbers.flatMap((number) => [`numbers.${number}.low`, `numbers.${number}.high`])];
    const text = question.words.map((word) => exactly(word.text)).join(' ');
    const ear = byEar(question);
    if (ear === null || ear.q === text) return { ...narrow, q: text, facets, offset: query.offset, limit: query.limit, attributesToSearchOn: [...written, ...(ear?.within ?? [])] };
    return {
      federation: { offset: query.offset, limit: query.limit, ...(facets.length > 0 && { facetsByIndex: { [name]: facets } }) },
      queries: [
        { indexUid: name, ...narrow, q: text, attributesToSearchOn: written },
        { indexUid: name, ...narrow, q: ear.q, attributesToSearchOn: ear.within, federationOptions: { weight: heardWeight } },
      ],
    };
  }

  async function answer(question: Question, query: EngineQuery): Promise<EngineAnswer> {
    const given = asked(question, query);
    const found: Found = 'federation' in given ? await reader.multiSearch<FederatedMultiSearchParams, Hit>(given) : await reader.index<Hit>(name).search(undefined, given);
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
    if (question.unreadable) return { ids: [], total: 0, facets: {}, numbers: {}, mended: null };
    const found = await answer(question, query);
    if (found.total > 0 || question.words.length === 0) return found;
    for await (const instead of mendings(question, query)) {
      const nearly = await answer(ask(instead), query);
      if (nearly.total > 0) return { ...nearly, mended: instead };
    }
    return found;
  }

  /** What may have been meant when nothing was found: part numbers as the nearest one the index has, then less. Slips in words the server forgives itself. */
  async function* mendings(question: Question, query: EngineQuery): AsyncGenerator<string> {
    const texts = question.words.map((word) => word.text);
    if (texts.some(isCode)) {
      const near = await reader.index<{ slips: string }>(name).search(texts.join(' '), { filter: filterOf(query), matchingStrategy: 'all', attributesToRetrieve: ['slips'], attributesToSearchOn: [...written, 'slips'] });
      const seen = near.hits.flatMap((hit) => hit.slips.split(' '));
      const mended = texts.map((text) => (isCode(text) ? (nearestOf(text, seen) ?? text) : text)).join(' ');
      if (mended !== texts.join(' ')) yield mended;
    }
    yield* shorter(question);
  }

  return {
    name: 'meilisearch', search, upsert: index.upsert, remove: index.remove, fresh: () => fresh,
    rebuild: async () => {
      const next = await index.rebuild();
      return { ...next, swap: () => next.swap().then(() => void (fresh = false)) };
    },
    suggest: async (typed, limit, now) => {
      const question = ask(typed);
      return question.words.length === 0 ? [] : (await answer(question, { ...everything, text: typed, limit, now })).ids;
    },
    close: async () => {
      await Promise.all([reading.close(), writing.close()]);
    },
  };
}

/** The query by sound and where to look for it; null when it has none. */
function byEar({ folded, words }: Question): { q: string; within: string[] } | null {
  if (words.every((word) => word.heard.length === 0)) return null;
  const chunks = chunksOf(folded);
  // Short runs are asked across word borders: what is mistyped is cut into words that nobody means.
  const asRuns = chunks.every((chunk) => chunk.kind === 'han' && chunk.text.length <= 6);
  const asked = asRuns ? chunks.map((chunk) => chunk.text) : words.map((word) => word.text);
  const letters = words.some((word) => /^[a-z]+$/.test(word.text));
  const bare = words.some((word) => word.heard.length === 0);
  return { q: asked.map(spoken).join(' '), within: ['syllables', ...(letters ? ['sound', 'initials'] : []), ...(bare ? ['title', 'titleCodes', 'codes', 'keywords', 'parts'] : [])] };
}

/** Characters in quotes: their beginnings are words and pairs of their own, and a slip is met by ear; letters as they are. */
const exactly = (text: string): string => (/^\p{Script=Han}/u.test(text) ? `"${text}"` : text);

/** Characters as pairs of syllables, in quotes since one letter more is another sound; letters, codes and single characters as they are. */
function spoken(text: string): string {
  if (!/^\p{Script=Han}{2}/u.test(text)) return text;
  return pairs(syllablesOf(text)).map((pair) => `"${pair}"`).join(' ');
}

function sortOf({ sort }: EngineQuery, { words }: Question): string[] {
  if (sort.by === 'newest' || (sort.by === 'relevance' && words.length === 0)) return ['at:desc'];
  if (sort.by === 'distance') return [`_geoPoint(${sort.lat}, ${sort.lon}):asc`];
  if (sort.by === 'number') return [sort.descending ? `numbers.${sort.key}.high:desc` : `numbers.${sort.key}.low:asc`];
  return [];
}
