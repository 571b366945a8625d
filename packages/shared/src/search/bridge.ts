import { canonical, chunksOf } from './chunks.ts';
import { fold } from './fold.ts';
import { terms } from './terms.ts';

const longestChinese = 10;
const longestEnglish = 5;

/** A notion's spellings, folded: `chinese` as Han text, `english` as stemmed words in order. */
export interface Notion {
  chinese: string[];
  english: string[];
}

const notions: Notion[] = terms.map(([chinese, traditional, english]) => ({
  chinese: [...new Set([...chinese.split('/'), ...traditional.split('/')].map(fold))],
  english: english.split('/').map((phrase) => plain(fold(phrase))),
}));
const byChinese = Map.groupBy(notions.flatMap((n) => n.chinese.map((word) => ({ word, n }))), (e) => e.word);
const byEnglish = Map.groupBy(notions.flatMap((n) => n.english.map((word) => ({ word, n }))), (e) => e.word);

/** Folded text as it is compared: runs of Han, stemmed words and part numbers in their one form, a space between. `electronic materials, fr-4` → `electronic material fr4`. */
export function plain(folded: string): string {
  return chunksOf(folded).map((chunk) => (chunk.kind === 'han' ? chunk.text : canonical(chunk.text))).join(' ');
}

/** The notions a text names, in either language. */
export function notionsIn(folded: string): Notion[] {
  const found = new Set<Notion>();
  const chunks = chunksOf(folded);
  for (const { kind, text } of chunks) {
    if (kind !== 'han') continue;
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= Math.min(text.length, from + longestChinese); to++)
        for (const { n } of byChinese.get(text.slice(from, to)) ?? []) found.add(n);
  }
  const latin = chunks.map((chunk) => (chunk.kind === 'latin' ? canonical(chunk.text) : ''));
  for (let from = 0; from < latin.length; from++)
    for (let to = from + 1; to <= Math.min(latin.length, from + longestEnglish); to++)
      for (const { n } of byEnglish.get(latin.slice(from, to).join(' ')) ?? []) found.add(n);
  // `LED芯片` is one notion written in both scripts.
  for (const mixed of folded.match(/[a-z]+\p{Script=Han}+/gu) ?? []) for (const { n } of byChinese.get(mixed) ?? []) found.add(n);
  return [...found];
}

const lent = new Map<Notion, string[]>();

/**
 * The Chinese names under which a text is found that names the notion in another way: the first, and each further one
 * in which no other thing stands. 覆铜板 is also called 覆铜箔板, and is no 铜箔.
 */
export function lentNames(notion: Notion): string[] {
  const [first = '', ...others] = notion.chinese;
  const own = new Set([notion, ...notionsIn(first)]);
  const names = lent.get(notion) ?? [first, ...others.filter((name) => notionsIn(name).every((inside) => own.has(inside)))];
  lent.set(notion, names);
  return names;
}

/** Every other name of the one notion that this text, as a whole, is a name of; of the Chinese ones those that `chinese` gives. */
export function namesOf(folded: string, chinese = (notion: Notion): string[] => notion.chinese): string[] {
  const text = plain(folded);
  const named = [...(byChinese.get(folded) ?? []), ...(byEnglish.get(text) ?? [])].map(({ n }) => n);
  return [...new Set(named.flatMap((n) => [...chinese(n), ...n.english]))].filter((name) => name !== folded && name !== text);
}
