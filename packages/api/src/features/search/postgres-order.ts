import type postgres from 'postgres';
import type { Question } from '@ganwan/shared/search/ask';
import type { Sort } from './engine.ts';
import type { PostgresIndex } from './postgres-index.ts';

export type Fragment = postgres.PendingQuery<postgres.Row[]>;
/** What answers as it is written, or only by its sound. */
export type Tier = 'written' | 'heard';
export type Tables = PostgresIndex['tables'];
export const place = (sql: postgres.Sql, which: 'low' | 'high'): Fragment => (which === 'low' ? sql`2 * slot - 1` : sql`2 * slot`);

/** The low or high end of a document's number; null when it says none, or nobody does. */
export const end = (sql: postgres.Sql, { numbers }: Tables, key: string, which: 'low' | 'high'): Fragment =>
  sql`bounds[(select ${place(sql, which)} from ${numbers} where key = ${key})]`;

/** Great circle, kilometres; not a number, which sorts last and is within nothing, for what has no place. */
export const distance = (sql: postgres.Sql, { lon, lat }: { lon: number; lat: number }): Fragment =>
  sql`(12742 * asin(sqrt(power(sin(radians(lat - ${lat}::float8) / 2), 2) + cos(radians(${lat}::float8)) * cos(radians(lat)) * power(sin(radians(lon - ${lon}::float8) / 2), 2))))`;

/** What hits are ordered by, smallest first; what lacks it comes last. */
export function rank(sql: postgres.Sql, tables: Tables, sort: Sort, question: Question, tier: Tier): Fragment {
  if (sort.by === 'distance') return distance(sql, sort);
  if (sort.by === 'number') return sort.descending ? sql`-${end(sql, tables, sort.key, 'high')}` : end(sql, tables, sort.key, 'low');
  if (sort.by === 'newest' || question.words.length === 0) return sql`0`;
  // One number, since thousands of hits are compared by it; of two that match alike the plainer comes first.
  return sql`(${tier === 'written' ? closeness(sql, question) : closenessByEar(sql, question)}) * 1000 + brevity`;
}

export const order = (sql: postgres.Sql, sort: Sort): Fragment => (sort.by === 'newest' ? sql`at desc, id` : sql`rank nulls last, at desc, id`);

/**
 * How well a document answers: its title whole, it is the thing and its title says so, it is the thing, its title
 * begins, contains, in the other language, every word, only elsewhere.
 */
function closeness(sql: postgres.Sql, { plain, words, otherWords, head }: Question): Fragment {
  const everyWord = words.map((word) => sql`strpos(title, ${word.text}) > 0`).reduce((a, b) => sql`${a} and ${b}`);
  const several = words.length > 1;
  const is = (level: number, also = sql``) => (head === '' ? sql`` : sql`when strpos(head, ${head}) > 0 ${also} then ${sql.unsafe(String(level))}`);
  const translated = otherWords.reduce((sofar, text) => sql`${sofar} when strpos(title, ${text}) > 0 then 5`, sql``);
  const otherwise = sql`${is(2)} ${translated} ${several ? sql`when ${everyWord} then 6` : sql``} else 7 end`;
  const full = sql`case when strpos(title, ${plain}) > 0 then case when strpos(title, ${`\n${plain}\n`}) > 0 then 0 ${is(1)} when strpos(title, ${`\n${plain}`}) > 0 then 3 else 4 end ${several ? is(1, sql`and ${everyWord}`) : sql``} ${otherwise}`;
  if (!several) return full;
  // Of tens of thousands that mention the words most titles hold not even the first: one look instead of four.
  const starts = [...new Set([plain.split(' ')[0]!, words[0]!.text])].map((text) => sql`strpos(title, ${text}) > 0`).reduce((a, b) => sql`${a} or ${b}`);
  return sql`case when ${starts} then ${full} ${is(2)} ${translated} else 7 end`;
}

/** The same by sound and by initials; all of it after what is written. */
function closenessByEar(sql: postgres.Sql, { sound, initials }: Question): Fragment {
  const cases = [
    ...(sound === '' ? [] : [sql`when strpos(sound, ${`\n${sound}\n`}) > 0 then 10`]),
    ...(initials === '' ? [] : [sql`when strpos(initials, ${`\n${initials}\n`}) > 0 then 11`]),
    ...(sound === '' ? [] : [sql`when strpos(head, ${`${sound}\n`}) > 0 then 12`, sql`when strpos(sound, ${`\n${sound}`}) > 0 then 13`, sql`when strpos(sound, ${sound}) > 0 then 14`]),
    ...(initials === '' ? [] : [sql`when strpos(initials, ${`\n${initials}`}) > 0 then 15`]),
    // Longer ones are whole words in pinyin, which initials hold by chance alone.
    ...(initials === '' || initials.length > 4 ? [] : [sql`when strpos(initials, ${initials}) > 0 then 16`]),
  ];
  return cases.length === 0 ? sql`17` : sql`case ${cases.reduce((a, b) => sql`${a} ${b}`)} else 17 end`;
}
