import type postgres from 'postgres';
import type { OpenDatabase } from '#platform/database';
import { pairs } from '@ganwan/shared/search/analyze';
import type { SearchDocument } from '@ganwan/shared/search/document';
import type { EngineQuery, SearchEngine } from '../src/features/search/engine.ts';
import { postgresEngine } from '../src/features/search/postgres-engine.ts';
import type { SetFigures } from './search.ts';
import type { BenchSet } from './search-sets.ts';
import { interleaved, timed } from './timing.ts';

const rounds = 5;
const perRound = { engine: 300, bigram: 300, ilike: 12 };

/** The PostgreSQL engine beside `ILIKE` and a bare bigram query over the same documents, on the same server. */
export async function benchPostgres(database: OpenDatabase, set: BenchSet, say: (line: string) => void): Promise<SetFigures> {
  const { sql } = database;
  const engine = await postgresEngine(database, `bench_${set.name}`);
  say(`${set.name}: indexing ${set.documents.length} documents in PostgreSQL`);
  await filled(engine, set.documents, say);
  await bareTable(sql, set);
  const ask = { engine: (query: EngineQuery) => engine.search(query), bigram: (query: EngineQuery) => bigram(sql, set.name, query), ilike: (query: EngineQuery) => ilike(sql, set.name, query) };
  for (const name of ['engine', 'bigram'] as const) await timed(set.queries(1000, 60), ask[name]);
  const figures = await interleaved(rounds, {
    engine: (round) => timed(set.queries(round, perRound.engine), ask.engine),
    bigram: (round) => timed(set.queries(round, perRound.bigram), ask.bigram),
    ilike: (round) => timed(set.queries(round, perRound.ilike), ask.ilike),
  });
  say(`${set.name}: ${JSON.stringify(figures)}`);
  return {
    name: set.name, documents: set.documents.length, engine: 'postgresql', p50Ms: figures.engine.p50, p99Ms: figures.engine.p99,
    ilikeP50Ms: figures.ilike.p50, bigramP50Ms: figures.bigram.p50, bigramP99Ms: figures.bigram.p99, bareP50Ms: null, bareP99Ms: null,
  };
}

/** Through a rebuild, as a first start does it. */
export async function filled(engine: SearchEngine, documents: readonly SearchDocument[], say: (line: string) => void): Promise<void> {
  const from = performance.now();
  const next = await engine.rebuild();
  for (let i = 0; i < documents.length; i += 2000) {
    await next.upsert(documents.slice(i, i + 2000));
    if (i % 100_000 === 0 && i > 0) say(`  ${i}`);
  }
  await next.swap();
  say(`  ${engine.name} took ${Math.round((performance.now() - from) / 1000)} s`);
}

const bigramsOf = (text: string): string[] => {
  const letters = [...text.toLowerCase()];
  return letters.length === 1 ? letters : pairs(letters);
};
const written = (document: SearchDocument): string => [...document.titles, ...document.body].join(' ');

/** What one would write in an afternoon: the text beside its bigrams under GIN. */
async function bareTable(sql: postgres.Sql, set: BenchSet): Promise<void> {
  const table = sql(`bare_${set.name}`);
  await sql`create table ${table} (id text, body text, grams text[], facets text[], stock int)`;
  for (let i = 0; i < set.documents.length; i += 2000) {
    const rows = set.documents.slice(i, i + 2000).map((d) => ({ id: d.id, body: written(d), grams: [...new Set(bigramsOf(written(d)))], facets: Object.entries(d.facets).flatMap(([k, v]) => v.map((one) => `${k}=${one}`)), stock: d.numbers['stock'] ?? null }));
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::text::jsonb)`;
  }
  await sql`create index on ${table} using gin (grams)`;
  await sql`analyze ${table}`;
}

const facetsOf = ({ filters }: EngineQuery): string[] => Object.entries(filters.facets).flatMap(([key, values]) => values.map((value) => `${key}=${value}`));

function bigram(sql: postgres.Sql, name: string, query: EngineQuery): Promise<unknown> {
  const grams = [...new Set(query.text.split(' ').flatMap(bigramsOf))];
  const stock = query.filters.ranges['stock']?.min ?? null;
  return sql`
    with hits as materialized (select id, facets from ${sql(`bare_${name}`)} where grams @> ${grams}::text[] and facets @> ${facetsOf(query)}::text[] and (${stock}::int is null or stock >= ${stock}::int))
    select (select array_agg(id) from (select id from hits limit 20) page) as ids,
      (select json_agg(json_build_array(f, n)) from (select f, count(*)::int as n from hits, unnest(facets) as f group by f) counts) as facets`;
}

function ilike(sql: postgres.Sql, name: string, query: EngineQuery): Promise<unknown> {
  const stock = query.filters.ranges['stock']?.min ?? null;
  const patterns = query.text.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return sql`select id from ${sql(`bare_${name}`)} where body ilike all (${patterns}::text[]) and facets @> ${facetsOf(query)}::text[] and (${stock}::int is null or stock >= ${stock}::int) limit 20`;
}
