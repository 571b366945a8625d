import type postgres from 'postgres';
import { heardAsRun, type AskedWord, type Question, type Want } from '@ganwan/shared/search/ask';
import type { EngineQuery } from './engine.ts';
import { facetToken, halves, monthToken, numberToken, type Half, type PostgresIndex } from './postgres-index.ts';
import { distance, end, order, place, rank, type Fragment, type Tables, type Tier } from './postgres-order.ts';

/** Fewer hits than this as written, and what sounds alike is shown after them. */
export const enough = 20;

/** What puts one hit before another: a smaller rank, missing ones last, then the later, in milliseconds. */
export interface Placed {
  id: string;
  rank: number | 'NaN' | null;
  at: number;
}

export interface Answered {
  total: number;
  /** The first hits in order, up to the end of the page. */
  first: Placed[] | null;
  facets: [string, number][] | null;
  numbers: Record<string, { min: number | null; max: number | null }> | null;
}

/** The statement a search is among some halves: hits, their order, their number and their facets. */
export function searchStatement(sql: postgres.Sql, index: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, among: readonly Half[]): Fragment {
  // Hits are counted by combination of facets, and their number is the sum.
  return sql`${hitsOf(sql, index, question, query, among)}, counted as materialized (select facet_set, count(*) as n from hits group by facet_set)
    ${summary(sql, index, query, { inOrder: sql`hits`, ends: endsOf(sql, query.numbers, sql`hits`, (key, which) => end(sql, index.tables, key, which)) })}`;
}

/**
 * The same by relevance for tens of thousands of hits, of which none is only heard. They are not kept to be counted
 * and ordered: they are grouped by facets and rank, with where they lie, and those of the first ranks are read again.
 */
export function broadStatement(sql: postgres.Sql, index: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, among: readonly Half[]): Fragment {
  const column = (key: string, which: 'low' | 'high') => sql(`${which}${query.numbers.indexOf(key)}`);
  const reaches = query.numbers.reduce((sofar, key) => sql`${sofar}, min(${end(sql, index.tables, key, 'low')}) as ${column(key, 'low')}, max(${end(sql, index.tables, key, 'high')}) as ${column(key, 'high')}`, sql``);
  // A type without an order leaves the planner hashing; for the hundred rows it expects it would sort.
  return sql`${hitsOf(sql, index, question, query, among, sql`, ctid as lies`)},
    groups as materialized (select facet_set, rank, count(*) as n, array_agg(lies) as places ${reaches} from hits group by facet_set, rank, '0'::xid),
    counted as (select facet_set, sum(n) as n from groups group by facet_set),
    ranks as (select rank, sum(sum(n)) over (order by rank) - sum(n) as before from groups group by rank),
    near as (
      select id, at, ${rank(sql, index.tables, query.sort, question, 'written')} as rank from ${index.tables.documents}
      where ctid = any(array(select unnest(places) from groups where rank <= (select max(rank) from ranks where before < ${query.offset + query.limit}))))
    ${summary(sql, index, query, { inOrder: sql`near`, ends: endsOf(sql, query.numbers, sql`groups`, column) })}`;
}

/** What is answered, from `counted` and from what holds the first hits. */
const summary = (sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, query: EngineQuery, { inOrder, ends }: { inOrder: Fragment; ends: Fragment }): Fragment => sql`
    select (select coalesce(sum(n), 0)::int from counted) as total,
      (select json_agg(json_build_object('id', id, 'rank', rank, 'at', date_part('epoch', at) * 1000)) from (select id, rank, at from ${inOrder} order by ${order(sql, query.sort)} limit ${query.offset + query.limit}) first) as first,
      ${query.facets.length === 0 ? sql`null` : sql`(select json_agg(json_build_array(f, n)) from (select f, sum(n)::int as n from (select unnest(facets) as f, n from counted join ${tables.sets} using (facet_set)) one where split_part(f, '=', 1) = any(${query.facets}::text[]) group by f) counts)`} as facets,
      ${ends} as numbers`;

/** Hits whose number begins in the step `first` and ends in the step `last`, counted from 1. */
export interface StepCount {
  key: string;
  first: number;
  last: number;
  n: number;
}

/** How many of the same hits lie between the edges of each number. */
export function spreadStatement(sql: postgres.Sql, index: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, edges: readonly [key: string, edges: readonly number[]][]): Fragment {
  // The documents come first here as in a swap, which locks both: two that lock in turn would wait for each other.
  const asked = JSON.stringify(edges.map(([key, list]) => ({ key, edges: list })));
  const step = (end: 'low' | 'high') => sql`width_bucket(bounds[${place(sql, end)}], edges)`;
  return sql`${hitsOf(sql, index, question, { ...query, sort: { by: 'newest' } }, halves)},
    asked as (select key, slot, edges from jsonb_to_recordset(${asked}::text::jsonb) as asked(key text, edges float8[]) join ${index.tables.numbers} using (key))
    select key, ${step('low')} as first, ${step('high')} as last, count(*)::int as n
    from asked join hits on bounds[2 * slot] is not null group by 1, 2, 3`;
}

/** `with … hits`: everything that answers. */
function hitsOf(sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, among: readonly Half[], also = sql``): Fragment {
  const { filters } = query;
  const narrowed = narrowing(filters, question.words.length > 0);
  const rows = rowConditions(sql, tables, query);
  const written = merge(question.words.map((word) => word.written));
  const withNumbers = query.numbers.length > 0 ? sql`, bounds` : sql``;
  // Each half is named, since only then its index is known to hold all of it; without anything to look for, the table is walked over once.
  const looks = written.all.length + narrowed.all.length + narrowed.anyOf.length > 0;
  const parts = looks ? among.map((half) => sql`half = ${sql.unsafe(String(half))} and`) : [sql``];
  // Narrow rows: whatever the order needs is worked out where the row is read, once.
  const base = (tier: Tier, condition: Fragment) => parts
    .map((part) => sql`select id, facet_set, at, ${rank(sql, tables, query.sort, question, tier)} as rank ${withNumbers} ${also} from ${tables.documents} where ${part} ${condition} ${rows}`)
    .reduce((a, b) => sql`${a} union all ${b}`);
  const asWritten = base('written', meets(sql, { all: [...written.all, ...narrowed.all], any: [] }, narrowed.anyOf));
  const heard = heardCondition(sql, question);

  if (heard === null) return sql`with hits as (${asWritten})`;
  return sql`with written as materialized (${asWritten}),
    heard as materialized (
      ${base('heard', sql`(select count(*) from (select 1 from written limit ${enough}) few) < ${enough} and ${heard} and ${meets(sql, { all: narrowed.all, any: [] }, narrowed.anyOf)} and id not in (select id from written)`)}),
    hits as not materialized (select * from written union all select * from heard)`;
}

const merge = (wants: readonly Want[]): Want => ({ all: [...new Set(wants.flatMap((want) => want.all))], any: [] });

/** What the filters ask, as tokens: all of `all`, and any of each list of `anyOf`. */
function narrowing({ facets, ranges, months }: EngineQuery['filters'], hasText: boolean): { all: string[]; anyOf: string[][] } {
  const chosen = Object.entries(facets).filter(([, values]) => values.length > 0).map(([key, values]) => values.map((value) => facetToken(key, value)));
  const asked = Array.from({ length: 12 }, (_, i) => i).filter((i) => months & (1 << i)).map(monthToken);
  return {
    all: [
      ...chosen.filter((list) => list.length === 1).flat(),
      // Beside text it would only make the index walk a list that half of everything is on.
      ...(hasText ? [] : Object.keys(ranges).map(numberToken)),
    ],
    anyOf: [...chosen.filter((list) => list.length > 1), ...(asked.length > 0 ? [asked] : [])],
  };
}

function meets(sql: postgres.Sql, { all, any }: Want, anyOf: readonly string[][] = []): Fragment {
  const lists = any.length > 0 ? [any, ...anyOf] : anyOf;
  const first = all.length > 0 ? sql`tokens @> ${all}::text[]` : sql`true`;
  return lists.reduce((sofar, list) => sql`${sofar} and tokens && ${list}::text[]`, first);
}

/** Short runs of characters as heard; otherwise every word as written or as heard. Null when nothing has a sound. */
function heardCondition(sql: postgres.Sql, question: Question): Fragment | null {
  const { words } = question;
  if (words.every((word) => word.heard.length === 0)) return null;
  const run = heardAsRun(question.folded);
  if (run !== null) return meets(sql, run);
  const either = (word: AskedWord) => [...(word.heard.length === 0 || words.length > 1 ? [word.written] : []), ...word.heard]
    .map((want) => sql`(${meets(sql, want)})`).reduce((a, b) => sql`${a} or ${b}`);
  return words.map((word) => sql`(${either(word)})`).reduce((a, b) => sql`${a} and ${b}`);
}

/** Conditions that need the row, on top of what the tokens decide. */
function rowConditions(sql: postgres.Sql, tables: Tables, { filters, now }: EngineQuery): Fragment {
  const alive = sql`and expires_at > ${now.toISOString()}::timestamptz`;
  const ranged = Object.entries(filters.ranges).reduce((sofar, [key, { min, max }]) => {
    const low = min === null ? sql`` : sql`and ${end(sql, tables, key, 'high')} >= ${min}::float8`;
    return max === null ? sql`${sofar} ${low}` : sql`${sofar} ${low} and ${end(sql, tables, key, 'low')} <= ${max}::float8`;
  }, alive);
  const { within } = filters;
  return within === null ? ranged : sql`${ranged} and ${distance(sql, within)} <= ${within.km}::float8`;
}

/** The smallest and largest of each number over all hits. */
function endsOf(sql: postgres.Sql, keys: readonly string[], over: Fragment, of: (key: string, which: 'low' | 'high') => Fragment | postgres.Helper<string>): Fragment {
  if (keys.length === 0) return sql`null`;
  const each = keys.map((key) => sql`${key}::text, json_build_object('min', min(${of(key, 'low')}), 'max', max(${of(key, 'high')}))`);
  return sql`(select json_build_object(${each.reduce((a, b) => sql`${a}, ${b}`)}) from ${over})`;
}
