import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import { analyze } from '@ganwan/shared/search/analyze';
import type { SearchDocument } from '@ganwan/shared/search/document';
import type { OpenDatabase } from '#platform/database';
import type { NextIndex } from './engine.ts';

/** Facets, numbers and months are tokens too, so that one index narrows by all of them at once. */
export const facetToken = (key: string, value: string): string => `=${key}=${value}`;
export const numberToken = (key: string): string => `#${key}`;
export const monthToken = (month: number): string => `@${month}`;

const months = (mask: number): number[] => Array.from({ length: 12 }, (_, i) => i).filter((i) => mask & (1 << i));
const bothEnds = (value: number | readonly [number, number]): readonly [number, number] => (typeof value === 'number' ? [value, value] : value);

interface Row {
  id: string; tokens: string[]; title: string; sound: string; initials: string; brevity: number;
  facets: string[]; facet_set: string; numbers: Record<string, readonly [number, number]>; months: number; at: string; expires_at: string | null; lon: number | null; lat: number | null;
}

function rowOf(document: SearchDocument): Row & { words: string[] } {
  const { tokens, title, sound, initials, brevity, vocabulary } = analyze(document);
  const facets = Object.entries(document.facets).flatMap(([key, values]) => values.map((value) => `${key}=${value}`));
  const numbers = Object.fromEntries(Object.entries(document.numbers).map(([key, value]) => [key, bothEnds(value)]));
  return {
    id: document.id, title, sound, initials, brevity, facets, facet_set: setOf(facets), numbers, months: document.months,
    at: document.at.toISOString(), expires_at: document.expiresAt?.toISOString() ?? null,
    lon: document.place?.lon ?? null, lat: document.place?.lat ?? null, words: vocabulary,
    tokens: [...tokens, ...facets.map((f) => `=${f}`), ...Object.keys(numbers).map(numberToken), ...months(document.months).map(monthToken)],
  };
}

/** One number for one combination of facets, so that hits are counted by combination first: far fewer rows to take apart. */
const setOf = (facets: readonly string[]): string => createHash('md5').update(facets.toSorted().join('\n')).digest().readBigInt64BE().toString();

const schema = 'search_index';

/** One index: a narrow table whose `tokens` are under GIN, and the words it has seen. The engine owns both; migrations do not know them. */
export function postgresIndex({ sql, patient }: Pick<OpenDatabase, 'sql' | 'patient'>, name: string) {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) throw new Error(`not an index name: ${name}`);
  const live = sql(`${schema}.${name}`);
  const liveWords = sql(`${schema}.${name}_words`);
  const next = sql(`${schema}.${name}_next`);
  const nextWords = sql(`${schema}.${name}_next_words`);
  type Table = typeof live;

  const createTable = (on: postgres.ISql, table: Table, words: Table) => on`
    create table ${table} (
      id text collate "C" primary key, tokens text[] collate "C" not null, title text collate "C" not null, sound text collate "C" not null,
      initials text collate "C" not null, brevity smallint not null, facets text[] collate "C" not null, facet_set bigint not null, numbers jsonb not null, months smallint not null,
      at timestamptz not null, expires_at timestamptz, lon real, lat real)`.then(() => on`create table ${words} (word text collate "C" primary key)`);

  // Without a pending list a search never has to read what a write left behind.
  const createIndex = (on: postgres.ISql, table: Table) => on`create index on ${table} using gin (tokens) with (fastupdate = off)`;

  /** True when the table was missing. */
  async function prepare(): Promise<boolean> {
    return sql.begin(async (tx) => {
      // Two processes may start at once, and "if not exists" does not settle that race.
      await tx`select pg_advisory_xact_lock(hashtext(${schema}))`;
      await tx`create schema if not exists ${sql(schema)}`;
      const [{ exists } = { exists: false }] = await tx<{ exists: boolean }[]>`select to_regclass(${`${schema}.${name}`}) is not null as exists`;
      if (exists) return false;
      await createTable(tx, live, liveWords);
      await createIndex(tx, live);
      return true;
    });
  }

  async function write(on: postgres.Sql, table: Table, words: Table, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const rows = documents.map(rowOf);
    const seen = [...new Set(rows.flatMap((row) => row.words))].sort();
    const values = JSON.stringify(rows.map(({ words: _, ...row }) => row));
    await on`
      insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${values}::text::jsonb)
      on conflict (id) do update set (tokens, title, sound, initials, brevity, facets, facet_set, numbers, months, at, expires_at, lon, lat) =
        (excluded.tokens, excluded.title, excluded.sound, excluded.initials, excluded.brevity, excluded.facets, excluded.facet_set, excluded.numbers, excluded.months, excluded.at, excluded.expires_at, excluded.lon, excluded.lat)`;
    if (seen.length > 0) await on`insert into ${words} select unnest(${seen}::text[]) on conflict do nothing`;
  }

  const removeFrom = (on: postgres.Sql, table: Table, ids: readonly string[]) => on`delete from ${table} where id = any(${[...ids]}::text[])`.then(() => undefined);

  async function rebuild(): Promise<NextIndex> {
    const { sql: long, close } = patient();
    const drop = () => long`drop table if exists ${next}, ${nextWords}`;
    await drop();
    await createTable(long, next, nextWords);
    return {
      upsert: (documents) => write(long, next, nextWords, documents),
      remove: (ids) => removeFrom(long, next, ids),
      async abandon() {
        await drop();
        await close();
      },
      async swap() {
        await long`set maintenance_work_mem = '256MB'`;
        await createIndex(long, next);
        await long`analyze ${next}`;
        // Searches that wait for this lock go on with the table that has the name when they get it.
        await long.begin(async (tx) => {
          await tx`drop table ${live}, ${liveWords}`;
          await tx`alter table ${next} rename to ${long(name)}`;
          await tx`alter table ${nextWords} rename to ${long(`${name}_words`)}`;
        });
        await close();
      },
    };
  }

  return {
    table: live, words: liveWords, prepare, rebuild,
    upsert: (documents: readonly SearchDocument[]) => write(sql, live, liveWords, documents),
    remove: (ids: readonly string[]) => removeFrom(sql, live, ids),
  };
}
export type PostgresIndex = ReturnType<typeof postgresIndex>;
