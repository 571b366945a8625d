import { lentNames, notionsIn, plain, type Notion } from './bridge.ts';
import { beginnings, canonical, chunksOf, isCode, isWord, pieces } from './chunks.ts';
import type { SearchDocument } from './document.ts';
import { fold } from './fold.ts';
import { headsOf } from './heads.ts';
import { initialsOf, syllablesOf } from './sounds.ts';

/** Sounds and initials share one list with words: `~dianzi` is a sound, `^dzcl` are initials. */
export const sound = (letters: string): string => `~${letters}`;
export const initials = (letters: string): string => `^${letters}`;

export const pairs = (items: readonly string[]): string[] => items.slice(1).map((item, i) => items[i]! + item);
const longestInitials = 5;

/** Single characters and pairs of a run, of which every question about a part of it is made; of a notion that a text only names in the other language the pairs are enough. */
const parts = (items: readonly string[], named: boolean): string[] => [...(named && items.length > 1 ? [] : items), ...pairs(items)];

function soundTokens(run: string, named: boolean): string[] {
  const heard = syllablesOf(run);
  const letters = initialsOf(heard);
  const tokens = parts(heard, named).map(sound);
  for (let length = 2; length <= longestInitials; length++)
    for (let from = 0; from + length <= letters.length; from++) tokens.push(initials(letters.slice(from, from + length)));
  return tokens;
}

type Depth = 'grows' | 'whole';
const quantity = /^[\d.]+[a-z°%]+$/;

/** `grows`: also found while it is being typed. Elsewhere codes do, but neither numbers nor quantities (`33.2ohm`). */
function latinTokens(chunk: string, depth: Depth): string[] {
  const whole = canonical(chunk);
  const coded = /\d/.test(whole) && (!/^[\d.]+$/.test(whole) || whole.length > 5) && !quantity.test(whole);
  const grown = depth === 'grows' || (coded && whole.length > 3) ? beginnings(whole) : [];
  return [whole, ...pieces(chunk), ...grown];
}

function notionTokens(notion: Notion): string[] {
  return [
    ...lentNames(notion).flatMap((word) => chunksOf(word).flatMap(({ kind, text }) => (kind === 'han' ? [...parts([...text], true), ...soundTokens(text, true)] : [text]))),
    ...notion.english.flatMap((phrase) => phrase.split(' ')),
  ];
}
const notionCache = new Map<Notion, string[]>();
function tokensOfNotion(notion: Notion): string[] {
  const cached = notionCache.get(notion) ?? notionTokens(notion);
  notionCache.set(notion, cached);
  return cached;
}

function tokensOf(folded: string, prominent: boolean): string[] {
  const own = chunksOf(folded).flatMap(({ kind, text }) =>
    kind === 'latin' ? latinTokens(text, prominent ? 'grows' : 'whole') : [...parts([...text], false), ...(prominent ? soundTokens(text, false) : [])],
  );
  return [...own, ...notionsIn(folded).flatMap(tokensOfNotion)];
}

export interface Analysis {
  /** Titles as `plain` writes them, each between line breaks, so that "whole", "begins with" and "contains" are plain text questions. */
  title: string;
  /** The titles' sounds and initials in the same shape. */
  sound: string;
  initials: string;
  /** What the thing is, each between line breaks: Chinese and its sound, to be asked by their end, and English after a space. */
  head: string;
  /** The shortest title's length: of two that match alike, the plainer one comes first. */
  brevity: number;
  tokens: string[];
  /** Written English words and part numbers, for mending a misspelt one. */
  vocabulary: string[];
}

/** No name of a thing is longer, in characters. */
const longestHead = 8;
/** What is asked by its end need not stand there again as the end of another. */
const ends = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text, _, all) => !all.some((other) => other !== text && other.endsWith(text)));
const lines = (texts: readonly string[]): string => `\n${[...new Set(texts)].join('\n')}\n`;
const hanOf = (folded: string): string => chunksOf(folded).filter((c) => c.kind === 'han').map((c) => c.text).join('');

/** Everything an index needs of a document's words. */
export function analyze(document: Pick<SearchDocument, 'titles' | 'kinds' | 'keywords' | 'body'>): Analysis {
  const titles = document.titles.map(fold);
  const heard = titles.map((title) => syllablesOf(hanOf(title))).filter((list) => list.length > 0);
  const prominent = [...titles, ...document.keywords.map(fold)];
  const body = [...document.kinds, ...document.body].map(fold);
  const heads = headsOf(document);
  const tails = heads.han.map((run) => [...run].slice(-longestHead).join(''));
  const tokens = new Set([...prominent.flatMap((text) => tokensOf(text, true)), ...body.flatMap((text) => tokensOf(text, false))]);
  const written = (texts: readonly string[]) => texts.flatMap((text) => chunksOf(text).map((c) => canonical(c.text)));
  const vocabulary = [...written([...prominent, ...body]).filter((w) => w.length > 3 && isWord(w)), ...written(prominent).filter(isCode)];
  return {
    title: lines(titles.map(plain)),
    sound: lines(heard.map((list) => list.join(''))),
    initials: lines(heard.map(initialsOf)),
    head: lines([...ends(tails), ...ends(tails.map((run) => syllablesOf(run).join(''))), ...ends(heads.latin.map((phrase) => ` ${phrase}`))]),
    brevity: Math.min(...titles.map((title) => title.length), 999),
    tokens: [...tokens],
    vocabulary: [...new Set(vocabulary)],
  };
}

