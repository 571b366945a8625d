import type postgres from 'postgres';
import type { Question } from '@ganwan/shared/search/ask';
import type { PostgresIndex } from './postgres-index.ts';

/** From about so many hits on, asking both halves at once is worth a second statement. */
const broad = 10_000;
const restMs = 60_000;

/** Guesses how many documents a question finds, from what the database already knows of its most frequent tokens. */
export function breadthOf(sql: postgres.Sql, { schema, name }: Pick<PostgresIndex, 'schema' | 'name'>) {
  let frequent = new Map<string, number>();
  let readAt = -Infinity;

  async function read(): Promise<void> {
    readAt = performance.now();
    const rows = await sql<{ token: string; documents: number }[]>`
      select token, share * reltuples as documents
      from pg_stats, pg_class, unnest(most_common_elems::text::text[], most_common_elem_freqs) as elem(token, share)
      where schemaname = ${schema} and tablename = ${name} and attname = 'tokens' and pg_class.oid = ${`${schema}.${name}`}::regclass and token is not null and share * reltuples >= ${broad}`;
    frequent = new Map(rows.map(({ token, documents }) => [token, documents]));
  }

  return {
    /** Whether every word alone is on very many documents. */
    async isBroad({ words }: Question): Promise<boolean> {
      if (performance.now() - readAt > restMs) await read();
      const tokens = words.flatMap((word) => word.written.all);
      return tokens.length > 0 && tokens.every((token) => frequent.has(token));
    },
  };
}
