import type postgres from 'postgres';
import { heardAsRun, type AskedWord, type Question, type Want } from '@ganwan/shared/search/ask';
import type { EngineQuery, Sort } from './engine.ts';
import { facetToken, halves, monthToken, numberToken, type Half, type PostgresIndex } from './postgres-index.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

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
  const first = sql`(select json_agg(json_build_object('id', id, 'rank', rank, 'at', date_part('epoch', at) * 1000)) from (select id, rank, at from hits order by ${order(sql, query.sort)} limit ${query.offset + query.limit}) first)`;
  // Hits are counted by combination of facets, and their number is the sum.
  return sql`${hitsOf(sql, index, question, query, among)}, counted as materialized (select facet_set, count(*) as n from hits group by facet_set)
    select (select coalesce(sum(n), 0)::int from counted) as total,
      ${first} as first,
      ${query.facets.length === 0 ? sql`null` : sql`(select json_agg(json_build_array(f, n)) from (select f, sum(n)::int as n from (select unnest(facets) as f, n from counted join ${index.tables.sets} using (facet_set)) one group by f order by n desc limit 1000) counts)`} as facets,
      ${query.numbers.length === 0 ? sql`null` : endsOf(sql, index, query.numbers)} as numbers`;
}

/** Hits whose number begins in the step `first` and ends in the step `last`, counted from 1. */
export interface StepCount {
  key: string;
  first: number;
  last: number;
  n: number;
}

/** How many of the same hits lie between the edges of each number. */
export function spreadStatement(sql: postgres.Sql, index: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, edges: readonly [key: string, edges: readonly number[]][]): Fragment {
  const asked = JSON.stringify(edges.map(([key, list]) => ({ key, edges: list })));
  const step = (end: 'low' | 'high') => sql`width_bucket(bounds[${place(sql, end)}], edges)`;
  return sql`${hitsOf(sql, index, question, { ...query, sort: { by: 'newest' } }, halves)}
    select key, ${step('low')} as first, ${step('high')} as last, count(*)::int as n
    from jsonb_to_recordset(${asked}::text::jsonb) as asked(key text, edges float8[]) join ${index.tables.numbers} using (key) join hits on bounds[2 * slot] is not null group by 1, 2, 3`;
}

/** `with … hits`: everything that answers. */
function hitsOf(sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, question: Question, query: EngineQuery, among: readonly Half[]): Fragment {
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
    .map((part) => sql`select id, facet_set, at, ${rank(sql, tables, query.sort, question, tier)} as rank ${withNumbers} from ${tables.documents} where ${part} ${condition} ${rows}`)
    .reduce((a, b) => sql`${a} union all ${b}`);
  const asWritten = base('written', meets(sql, { all: [...written.all, ...narrowed.all], any: [] }, narrowed.anyOf));
  const heard = heardCondition(sql, question);

  if (heard === null) return sql`with hits as (${asWritten})`;
  return sql`with written as materialized (${asWritten}),
    heard as materialized (
      ${base('heard', sql`(select count(*) from (select 1 from written limit ${enough}) few) < ${enough} and ${heard} and ${meets(sql, { all: narrowed.all, any: [] }, narrowed.anyOf)} and id not in (select id from written)`)}),
    hits as not materialized (select * from written union all select * from heard)`;
}

type Tier = 'written' | 'heard';

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

type Tables = PostgresIndex['tables'];
const place = (sql: postgres.Sql, which: 'low' | 'high'): Fragment => (which === 'low' ? sql`2 * slot - 1` : sql`2 * slot`);

/** The low or high end of a document's number; null when it says none, or nobody does. */
const end = (sql: postgres.Sql, { numbers }: Tables, key: string, which: 'low' | 'high'): Fragment =>
  sql`bounds[(select ${place(sql, which)} from ${numbers} where key = ${key})]`;

/** Great circle, kilometres; not a number, which sorts last and is within nothing, for what has no place. */
const distance = (sql: postgres.Sql, { lon, lat }: { lon: number; lat: number }): Fragment =>
  sql`(12742 * asin(sqrt(power(sin(radians(lat - ${lat}::float8) / 2), 2) + cos(radians(${lat}::float8)) * cos(radians(lat)) * power(sin(radians(lon - ${lon}::float8) / 2), 2))))`;

/** What hits are ordered by, smallest first; what lacks it comes last. */
function rank(sql: postgres.Sql, tables: Tables, sort: Sort, question: Question, tier: Tier): Fragment {
  if (sort.by === 'distance') return distance(sql, sort);
  if (sort.by === 'number') return sort.descending ? sql`-${end(sql, tables, sort.key, 'high')}` : end(sql, tables, sort.key, 'low');
  if (sort.by === 'newest' || question.words.length === 0) return sql`0`;
  // One number, since thousands of hits are compared by it; of two that match alike the plainer comes first.
  return sql`(${tier === 'written' ? closeness(sql, question) : closenessByEar(sql, question)}) * 1000 + brevity`;
}

const order = (sql: postgres.Sql, sort: Sort): Fragment => (sort.by === 'newest' ? sql`at desc, id` : sql`rank nulls last, at desc, id`);

/**
 * How well a document answers: its title whole, it is the thing and its title says so, it is the thing, its title
 * begins, contains, in the other language, every word, only elsewhere.
 */
function closeness(sql: postgres.Sql, { folded, words, otherWords, head }: Question): Fragment {
  const everyWord = words.map((word) => sql`strpos(title, ${word.text}) > 0`).reduce((a, b) => sql`${a} and ${b}`);
  const several = words.length > 1;
  const is = (level: number, also = sql``) => (head === '' ? sql`` : sql`when strpos(head, ${head}) > 0 ${also} then ${sql.unsafe(String(level))}`);
  const translated = otherWords.reduce((sofar, text) => sql`${sofar} when strpos(title, ${text}) > 0 then 5`, sql``);
  const otherwise = sql`${is(2)} ${translated} ${several ? sql`when ${everyWord} then 6` : sql``} else 7 end`;
  const full = sql`case when strpos(title, ${folded}) > 0 then case when strpos(title, ${`\n${folded}\n`}) > 0 then 0 ${is(1)} when strpos(title, ${`\n${folded}`}) > 0 then 3 else 4 end ${several ? is(1, sql`and ${everyWord}`) : sql``} ${otherwise}`;
  if (!several) return full;
  // Of tens of thousands that mention the words most titles hold not even the first: one look instead of four.
  const starts = [...new Set([folded.split(' ')[0]!, words[0]!.text])].map((text) => sql`strpos(title, ${text}) > 0`).reduce((a, b) => sql`${a} or ${b}`);
  return sql`case when ${starts} then ${full} ${is(2)} ${translated} else 7 end`;
}

/** The same by sound and by initials; all of it after what is written. */
function closenessByEar(sql: postgres.Sql, { sound, initials }: Question): Fragment {
  const cases = [
    ...(sound === '' ? [] : [sql`when strpos(sound, ${`\n${sound}\n`}) > 0 then 10`]),
    ...(initials === '' ? [] : [sql`when strpos(initials, ${`\n${initials}\n`}) > 0 then 11`]),
    ...(sound === '' ? [] : [sql`when strpos(head, ${`${sound}\n`}) > 0 then 12`, sql`when strpos(sound, ${`\n${sound}`}) > 0 then 13`, sql`when strpos(sound, ${sound}) > 0 then 14`]),
    ...(initials === '' ? [] : [sql`when strpos(initials, ${`\n${initials}`}) > 0 then 15`]),
  ];
  return cases.length === 0 ? sql`16` : sql`case ${cases.reduce((a, b) => sql`${a} ${b}`)} else 16 end`;
}

/** The smallest and largest of each number over all hits. */
function endsOf(sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, keys: readonly string[]): Fragment {
  const each = keys.map((key) => sql`${key}::text, json_build_object('min', min(${end(sql, tables, key, 'low')}), 'max', max(${end(sql, tables, key, 'high')}))`);
  return sql`(select json_build_object(${each.reduce((a, b) => sql`${a}, ${b}`)}) from hits)`;
}
