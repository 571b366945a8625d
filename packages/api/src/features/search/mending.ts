import type postgres from 'postgres';
import { chunksOf, isWord } from '@ganwan/shared/search/chunks';
import type { Question } from '@ganwan/shared/search/ask';
import type { PostgresIndex } from './postgres-index.ts';

/** The query without one of its words, then its longest word alone; a long Chinese word without the character that may be wrong by shape. */
export function* shorter({ words }: Question): Generator<string> {
  const texts = words.map((word) => word.text);
  const [only = ''] = texts;
  if (texts.length > 1) {
    for (let left = texts.length - 1; left >= 0; left--) yield texts.filter((_, i) => i !== left).join(' ');
    yield [...texts].sort((a, b) => b.length - a.length)[0]!;
  } else if (chunksOf(only)[0]?.kind === 'han' && only.length > 2) {
    for (let wrong = only.length - 1; wrong >= 0; wrong--) yield [only.slice(0, wrong), only.slice(wrong + 1)].filter(Boolean).join(' ');
  }
}

/** What may have been meant when nothing was found, likeliest first: misspelt English words as the nearest word the index has seen, then less. */
export async function* mendings(sql: postgres.Sql, { tables }: Pick<PostgresIndex, 'tables'>, question: Question): AsyncGenerator<string> {
  const texts = question.words.map((word) => word.text);
  const spelt = await Promise.all(texts.map((text) => nearest(sql, tables.words, text)));
  if (spelt.some((text, i) => text !== texts[i])) yield spelt.join(' ');
  yield* shorter(question);
}

/** One slip in words of five letters, two in words of nine. */
const slips = (word: string): number => (word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0);

async function nearest(sql: postgres.Sql, seen: PostgresIndex['tables']['words'], word: string): Promise<string> {
  const allowed = slips(word);
  if (!isWord(word) || allowed === 0) return word;
  const rows = await sql<{ word: string }[]>`
    select word from ${seen} where length(word) between ${word.length - allowed} and ${word.length + allowed}
      and (left(word, 2) = ${word.slice(0, 2)} or right(word, 3) = ${word.slice(-3)}) order by (word = ${word}) desc limit 5000`;
  const best = rows.map((row) => ({ word: row.word, slips: distanceBetween(word, row.word, allowed) })).sort((a, b) => a.slips - b.slips)[0];
  return best && best.slips <= allowed ? best.word : word;
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
