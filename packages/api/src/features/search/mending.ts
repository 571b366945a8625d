import type postgres from 'postgres';
import { chunksOf, isCode, isWord } from '@ganwan/shared/search/chunks';
import type { Question } from '@ganwan/shared/search/ask';
import type { PostgresIndex } from './postgres-index.ts';

/** In characters. A word with one wrong character is no longer; each would be a search of its own, for as long as somebody pastes. */
const longestMended = 12;

/** The query without one of its words, then its longest word alone; a long Chinese word without the character that may be wrong by shape. */
export function* shorter({ words }: Question): Generator<string> {
  const texts = words.map((word) => word.text);
  const [only = ''] = texts;
  if (texts.length > 1) {
    for (let left = texts.length - 1; left >= 0; left--) yield texts.filter((_, i) => i !== left).join(' ');
    yield [...texts].sort((a, b) => b.length - a.length)[0]!;
  } else if (chunksOf(only)[0]?.kind === 'han' && only.length > 2 && only.length <= longestMended) {
    for (let wrong = only.length - 1; wrong >= 0; wrong--) yield [only.slice(0, wrong), only.slice(wrong + 1)].filter(Boolean).join(' ');
  }
}

/** What may have been meant when nothing was found, likeliest first: misspelt English words and part numbers as the nearest one the index has seen, then less. */
export async function* mendings(sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, question: Question): AsyncGenerator<string> {
  const texts = question.words.map((word) => word.text);
  const spelt = await Promise.all(texts.map((text) => nearest(sql, tables.words, text)));
  if (spelt.some((text, i) => text !== texts[i])) yield spelt.join(' ');
  yield* shorter(question);
}

/** One slip in part numbers and in words of five letters, two in words of nine. */
const slips = (word: string): number => (isCode(word) ? 1 : !isWord(word) ? 0 : word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0);

async function nearest(sql: postgres.Sql, seen: PostgresIndex['tables']['words'], word: string): Promise<string> {
  const allowed = slips(word);
  if (allowed === 0) return word;
  // One slip leaves one half of a part number as it is; of a word the ends are what people get right.
  const [start, end] = isCode(word) ? [Math.floor(word.length / 2), Math.ceil(word.length / 2)] : [2, 3];
  const [first, last] = [word.slice(0, start), [...word.slice(-end)].reverse().join('')];
  const rows = await sql<{ word: string }[]>`
    select word from ${seen} where ((word >= ${first} and word < ${`${first}~`}) or (reverse(word) >= ${last} and reverse(word) < ${`${last}~`}))
      and length(word) between ${word.length - allowed} and ${word.length + allowed} and (word ~ '[0-9]') = ${isCode(word)} limit 20000`;
  return nearestOf(word, rows.map((row) => row.word), allowed) ?? word;
}

/** What an eye takes for one another in a part number. */
const alike: Record<string, string> = { o: '0', q: '0', d: '0', i: '1', l: '1', z: '2', s: '5', g: '6', b: '8' };
const looks = (code: string): string => code.replace(/[oqdilzsgb]/g, (letter) => alike[letter]!);

/** The word with the fewest slips, at most `allowed`; of several one that looks alike, then the first by name. */
export function nearestOf(word: string, among: readonly string[], allowed = slips(word)): string | undefined {
  const rank = (other: string) => distanceBetween(word, other, allowed) * 2 + (looks(word) === looks(other) ? 0 : 1);
  const near = among.map((other) => ({ other, rank: rank(other) })).filter((one) => one.rank <= allowed * 2 + 1);
  return near.sort((a, b) => a.rank - b.rank || (a.other < b.other ? -1 : 1))[0]?.other;
}

/** Insertions, deletions, replacements and swapped neighbours between two words; `limit + 1` when there are more. */
export function distanceBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
