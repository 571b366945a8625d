import { Meilisearch, type SearchParams } from 'meilisearch';
import type { EngineQuery } from '../src/features/search/engine.ts';
import { meiliEngine } from '../src/features/search/meili-engine.ts';
import { filterOf } from '../src/features/search/meili-filter.ts';
import { meiliHttp } from '../src/features/search/meili-http.ts';
import { filled } from './search-postgres.ts';
import type { BenchSet } from './search-sets.ts';
import type { SetFigures } from './search.ts';
import { interleaved, timed } from './timing.ts';

const rounds = 5;
const perRound = 300;

export interface MeiliAt { url: string; key: string | undefined }

/** The Meilisearch engine beside the same server asked bare: the text as typed, in an index of the text as written. */
export async function benchMeili({ url, key }: MeiliAt, set: BenchSet, say: (line: string) => void): Promise<SetFigures> {
  const name = `bench_${set.name}`;
  const engine = await meiliEngine({ url, key, deadlineMs: 30_000 }, name);
  const http = meiliHttp(url, 60_000);
  const client = new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }), httpClient: http.request });
  try {
    say(`${set.name}: indexing ${set.documents.length} documents in Meilisearch, twice`);
    await filled(engine, set.documents, say);
    const bareIndex = client.index(`${name}_bare`);
    await bareIndex.updateSettings({ searchableAttributes: ['titles', 'body'], filterableAttributes: ['facets', 'numbers', 'expiresAt'] });
    let last;
    for (let i = 0; i < set.documents.length; i += 5000) {
      last = bareIndex.addDocuments(set.documents.slice(i, i + 5000).map((d) => ({
        id: d.id, titles: d.titles, body: d.body, facets: d.facets, expiresAt: Number.MAX_SAFE_INTEGER,
        numbers: Object.fromEntries(Object.entries(d.numbers).map(([k, v]) => [k, typeof v === 'number' ? { low: v, high: v } : { low: v[0], high: v[1] }])),
      })), { primaryKey: 'id' });
      await last;
    }
    await last?.waitTask({ timeout: 30 * 60_000, interval: 200 });
    const bare = (query: EngineQuery) => {
      const given: SearchParams = { q: query.text, filter: filterOf(query), facets: query.facets.map((facet) => `facets.${facet}`), limit: query.limit, attributesToRetrieve: ['id'], matchingStrategy: 'all' };
      return bareIndex.search(undefined, given);
    };
    const asked = (query: EngineQuery) => engine.search(query);
    for (const call of [asked, bare]) await timed(set.queries(1000, 60), call);
    const figures = await interleaved(rounds, {
      engine: (round) => timed(set.queries(round, perRound), asked),
      bare: (round) => timed(set.queries(round, perRound), bare),
    });
    say(`${set.name}: ${JSON.stringify(figures)}`);
    return {
      name: set.name, documents: set.documents.length, engine: 'meilisearch', p50Ms: figures.engine.p50, p99Ms: figures.engine.p99,
      ilikeP50Ms: null, bigramP50Ms: null, bigramP99Ms: null, bareP50Ms: figures.bare.p50, bareP99Ms: figures.bare.p99,
    };
  } finally {
    for (const index of [name, `${name}_bare`]) await client.deleteIndexIfExists(index);
    await engine.close();
    await http.close();
  }
}
