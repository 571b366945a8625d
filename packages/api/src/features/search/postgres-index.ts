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

/** A row in the order of the table's columns: what every hit is asked first, so that long columns are not walked over. */
interface Row {
  half: Half; facet_set: string; at: string; expires_at: string; lon: number | 'NaN'; lat: number | 'NaN'; brevity: number; months: number; bounds: (number | null)[];
  id: string; title: string; head: string; sound: string; initials: string; tokens: string[];
}

/** Where each number stands in `bounds`: slot 1 at 1 and 2, its low and its high end, slot 2 at 3 and 4. */
type Slots = ReadonlyMap<string, number>;

/** What a document does not say takes a bit. Stored plain, a number is read where it lies; packed or in an object the whole is copied first. */
function boundsOf(numbers: SearchDocument['numbers'], slots: Slots): (number | null)[] {
  const given = Object.entries(numbers).map(([key, value]) => ({ at: 2 * (slots.get(key)! - 1), ends: bothEnds(value) }));
  const bounds = Array.from({ length: Math.max(0, ...given.map(({ at }) => at + 2)) }, (): number | null => null);
  for (const { at, ends } of given) bounds.splice(at, 2, ...ends);
  return bounds;
}

function rowOf(document: SearchDocument, slots: Slots): { row: Row; facets: string[]; words: string[] } {
  const { tokens, title, sound, initials, head, brevity, vocabulary } = analyze(document);
  const facets = Object.entries(document.facets).flatMap(([key, values]) => values.map((value) => `${key}=${value}`)).sort();
  const row: Row = {
    half: halfOf(document.id), facet_set: setOf(facets), at: document.at.toISOString(), expires_at: document.expiresAt?.toISOString() ?? 'infinity',
    lon: document.place?.lon ?? 'NaN', lat: document.place?.lat ?? 'NaN', brevity, months: document.months,
    id: document.id, title, sound, initials, head, bounds: boundsOf(document.numbers, slots),
    tokens: [...tokens, ...facets.map((f) => `=${f}`), ...Object.keys(document.numbers).map(numberToken), ...months(document.months).map(monthToken)],
  };
  return { row, facets, words: vocabulary };
}

/** One number for one combination of facets, so that hits are counted by combination first: far fewer rows to take apart. */
const setOf = (facets: readonly string[]): string => createHash('md5').update(facets.join('\n')).digest().readBigInt64BE().toString();

/** Documents are in two halves of one table, each under an index of its own, so that a broad question can be asked of both at once. */
export const halves = [0, 1] as const;
export type Half = (typeof halves)[number];
const halfOf = (id: string): Half => (createHash('md5').update(id).digest()[0]! % 2 === 0 ? 0 : 1);

const schema = 'search_index';

const columns = ['half', 'facet_set', 'at', 'expires_at', 'lon', 'lat', 'brevity', 'months', 'bounds', 'id', 'title', 'head', 'sound', 'initials', 'tokens'] as const satisfies (keyof Row)[];

/**
 * Tokens are read by the index alone, and they are most of a row: moved out, a broad search reads a quarter of the
 * pages. PostgreSQL moves values out of rows of 2 kB and more only, and a padding of spaces, which it stores as a few
 * bytes, makes every row one. What each hit is asked stays where it is.
 */
const padding = { column: 'padding', text: ' '.repeat(2000), options: 'toast_tuple_target = 256' };

/**
 * One index: a table whose `tokens` are under GIN, the combinations of facets in it, and the words it has seen.
 * The engine owns them; migrations do not know them.
 */
export function postgresIndex({ sql, patient }: Pick<OpenDatabase, 'sql' | 'patient'>, name: string) {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) throw new Error(`not an index name: ${name}`);
  const tablesOf = (base: string) => ({ documents: sql(`${schema}.${base}`), sets: sql(`${schema}.${base}_sets`), words: sql(`${schema}.${base}_words`), numbers: sql(`${schema}.${base}_numbers`) });
  type Tables = ReturnType<typeof tablesOf>;
  const live = tablesOf(name);
  const next = tablesOf(`${name}_next`);
  const sorted = sql(`${schema}.${name}_sorted`);

  async function createTables(on: postgres.ISql, { documents, sets, words, numbers }: Tables): Promise<void> {
    await on`
      create table ${documents} (
        half smallint not null, facet_set bigint not null, at timestamptz not null, expires_at timestamptz not null, lon real not null, lat real not null, brevity smallint not null, months smallint not null, bounds float8[] storage plain not null,
        id text storage plain collate "C" primary key, title text storage plain collate "C" not null, head text storage plain collate "C" not null,
        sound text storage plain collate "C" not null, initials text storage plain collate "C" not null,
        tokens text[] storage external collate "C" not null, padding text not null) with (${on.unsafe(padding.options)})`;
    await on`create table ${sets} (facet_set bigint primary key, facets text[] collate "C" not null)`;
    await on`create table ${words} (word text collate "C" primary key)`;
    await on`create index on ${words} (reverse(word))`;
    await on`create table ${numbers} (key text collate "C" primary key, slot int unique not null)`;
  }

  // Without a pending list a search never has to read what a write left behind.
  async function createIndexes(on: postgres.ISql, { documents }: Tables): Promise<void> {
    for (const half of halves) await on`create index on ${documents} using gin (tokens) with (fastupdate = off) where half = ${on.unsafe(String(half))}`;
  }

  /** True when the table was missing, or of another shape. */
  async function prepare(): Promise<boolean> {
    return sql.begin(async (tx) => {
      // Two processes may start at once, and "if not exists" does not settle that race.
      await tx`select pg_advisory_xact_lock(hashtext(${schema}))`;
      await tx`create schema if not exists ${sql(schema)}`;
      const found = await tx<{ column: string }[]>`select attname as column from pg_attribute where attrelid = to_regclass(${`${schema}.${name}`}) and attnum > 0 and not attisdropped order by attnum`;
      if (found.map(({ column }) => column).join() === [...columns, padding.column].join()) return false;
      // What another version of this program made is made again.
      await tx`drop table if exists ${live.documents}, ${live.sets}, ${live.words}, ${live.numbers}`;
      await createTables(tx, live);
      await createIndexes(tx, live);
      return true;
    });
  }

  /** The slots of these keys; new ones get the next. */
  async function slotsOf(on: postgres.Sql, { numbers }: Tables, given: readonly SearchDocument[]): Promise<Slots> {
    const keys = [...new Set(given.flatMap((document) => Object.keys(document.numbers)))].sort();
    const known = async (from: postgres.ISql) => new Map((await from<{ key: string; slot: number }[]>`select key, slot from ${numbers} where key = any(${keys}::text[])`).map(({ key, slot }) => [key, slot]));
    const slots = await known(on);
    if (keys.every((key) => slots.has(key))) return slots;
    return on.begin(async (tx) => {
      // Two writers must not give one slot to two keys.
      await tx`lock table ${numbers} in share row exclusive mode`;
      await tx`insert into ${numbers} select key, (select coalesce(max(slot), 0) from ${numbers}) + row_number() over (order by key) from unnest(${keys}::text[]) as key where key not in (select key from ${numbers})`;
      return known(tx);
    });
  }

  async function write(on: postgres.Sql, tables: Tables, given: readonly SearchDocument[]): Promise<void> {
    if (given.length === 0) return;
    const { documents, sets, words } = tables;
    const slots = await slotsOf(on, tables, given);
    const rows = given.map((document) => rowOf(document, slots));
    // In one order everywhere, so that two writers never wait for each other in a circle.
    const seen = [...new Set(rows.flatMap((one) => one.words))].sort();
    const combinations = [...new Map(rows.map((one) => [one.row.facet_set, one.facets]))].map(([facet_set, facets]) => ({ facet_set, facets })).sort((a, b) => (a.facet_set < b.facet_set ? -1 : 1));
    await on`insert into ${sets} select * from jsonb_populate_recordset(null::${sets}, ${JSON.stringify(combinations)}::text::jsonb) on conflict do nothing`;
    await on`
      insert into ${documents} select ${on(columns)}, ${padding.text} from jsonb_populate_recordset(null::${documents}, ${JSON.stringify(rows.map((one) => one.row))}::text::jsonb)
      on conflict (id) do update set (${on(columns)}, padding) = (${columns.map((column) => on`excluded.${on(column)}`).reduce((a, b) => on`${a}, ${b}`)}, excluded.padding)`;
    if (seen.length > 0) await on`insert into ${words} select unnest(${seen}::text[]) on conflict do nothing`;
  }

  const removeFrom = (on: postgres.Sql, { documents }: Tables, ids: readonly string[]) => on`delete from ${documents} where id = any(${[...ids]}::text[])`.then(() => undefined);

  async function rebuild(): Promise<NextIndex> {
    const { sql: long, close } = patient();
    /** Alike things side by side, by their facets and the ends of their titles, so that what answers together is read together. */
    async function sort(): Promise<void> {
      await long.begin(async (tx) => {
        await tx`drop table if exists ${sorted}`;
        await tx`create table ${sorted} (like ${next.documents} including storage) with (${tx.unsafe(padding.options)})`;
        await tx`insert into ${sorted} select * from ${next.documents} order by half, facet_set, reverse(title)`;
        await tx`drop table ${next.documents}`;
        await tx`alter table ${sorted} rename to ${long(`${name}_next`)}`;
        await tx`alter table ${next.documents} add primary key (id)`;
      });
    }
    const drop = () => long`drop table if exists ${next.documents}, ${next.sets}, ${next.words}, ${next.numbers}`;
    await drop();
    await createTables(long, next);
    return {
      upsert: (documents) => write(long, next, documents),
      remove: (ids) => removeFrom(long, next, ids),
      async abandon() {
        await drop();
        await close();
      },
      async swap() {
        await long`set maintenance_work_mem = '256MB'`;
        await long`set work_mem = '256MB'`;
        await sort();
        await createIndexes(long, next);
        await long`analyze ${next.documents}`;
        await long`analyze ${next.sets}`;
        // Searches that wait for this lock go on with the table that has the name when they get it.
        await long.begin(async (tx) => {
          await tx`drop table ${live.documents}, ${live.sets}, ${live.words}, ${live.numbers}`;
          await tx`alter table ${next.documents} rename to ${long(name)}`;
          await tx`alter table ${next.sets} rename to ${long(`${name}_sets`)}`;
          await tx`alter table ${next.words} rename to ${long(`${name}_words`)}`;
          await tx`alter table ${next.numbers} rename to ${long(`${name}_numbers`)}`;
        });
        await close();
      },
    };
  }

  return {
    schema, name, tables: live, prepare, rebuild,
    upsert: (documents: readonly SearchDocument[]) => write(sql, live, documents),
    remove: (ids: readonly string[]) => removeFrom(sql, live, ids),
  };
}
export type PostgresIndex = ReturnType<typeof postgresIndex>;
