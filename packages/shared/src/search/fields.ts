import { notionsIn } from './bridge.ts';
import { pairs } from './analyze.ts';
import { canonical, chunksOf, pieces as piecesOf } from './chunks.ts';
import type { SearchDocument } from './document.ts';
import { fold } from './fold.ts';
import { headsOf } from './heads.ts';
import { words, wordsAndInner } from './segment.ts';
import { initialsOf, syllablesOf } from './sounds.ts';

/** A document's words as texts, for an engine that does its own matching of words, beginnings and slips. */
export interface SearchFields {
  /** What the thing is: the last words of what its sub-family is called and of its titles. */
  head: string;
  title: string;
  keywords: string;
  /** The same notions in the other language. */
  bridge: string;
  body: string;
  /** Pairs and single characters, for parts of words. */
  parts: string;
  /** Joined syllables, begun at every character: `dianzicailiao zicailiao cailiao liao`. */
  sound: string;
  /** Joined syllables two by two, for characters of the same sound: `dianzi zicai cailiao`. */
  syllables: string;
  initials: string;
  brevity: number;
}

const spaced = (folded: string): string =>
  chunksOf(folded).flatMap(({ kind, text }) => (kind === 'han' ? [...words(text), ...wordsAndInner(text)] : [canonical(text), ...piecesOf(text)])).filter(unique).join(' ');
const unique = (word: string, at: number, all: readonly string[]): boolean => all.indexOf(word) === at;
const longestSound = 8;

/** The words that a run ends in, the longest first: `单面电解铜箔` → `电解铜箔`, `铜箔`. */
const lastWords = (run: string): string[] => [...wordsAndInner(run).filter((word) => word.length > 1 && run.endsWith(word)), ...(words(run).at(-1)?.length === 1 ? [run.slice(-2)] : [])].sort((a, b) => b.length - a.length).filter(unique);

const runsOf = (folded: readonly string[]): string[] => folded.flatMap((text) => chunksOf(text).filter((c) => c.kind === 'han').map((c) => c.text)).filter(unique);

function soundsOf(run: string): string[] {
  const heard = syllablesOf(run);
  return heard.map((_, from) => heard.slice(from, from + longestSound).join(''));
}

function initialsFrom(run: string): string[] {
  const letters = initialsOf(syllablesOf(run));
  return [...letters].map((_, from) => letters.slice(from, from + 12)).filter((part) => part.length > 1);
}

export function searchFields(document: Pick<SearchDocument, 'titles' | 'kinds' | 'keywords' | 'body'>): SearchFields {
  const titles = document.titles.map(fold);
  const keywords = document.keywords.map(fold);
  const body = [...document.kinds, ...document.body].map(fold);
  const heads = headsOf(document);
  const notions = notionsIn([...titles, ...keywords, ...body].join(' . '));
  const chinese = notions.flatMap((notion) => notion.chinese);
  const runs = runsOf([...titles, ...keywords]);
  // What the thing is by sound comes first: of two that sound alike the one that is it stands higher.
  const heard = [...heads.han.map((run) => lastWords(run).at(-1) ?? run), ...runs, ...runsOf(chinese)].filter(unique);
  return {
    head: [...heads.han.flatMap(lastWords), ...heads.latin.map((phrase) => phrase.split(' ').slice(-2).join(' '))].filter(unique).join(' . '),
    title: titles.map(spaced).join(' . '),
    keywords: keywords.map(spaced).join(' . '),
    bridge: [...notions.flatMap((notion) => notion.english), ...chinese.map(spaced)].join(' . '),
    body: body.map(spaced).join(' . '),
    parts: [...runs, ...runsOf(body)].flatMap((run) => [...pairs([...run]), ...run]).filter(unique).join(' '),
    sound: heard.flatMap((run) => [...soundsOf(run), ...words(run).map((word) => syllablesOf(word).join(''))]).filter(unique).join(' '),
    syllables: heard.flatMap((run) => pairs(syllablesOf(run))).filter(unique).join(' '),
    initials: heard.flatMap(initialsFrom).filter(unique).join(' '),
    brevity: Math.min(...titles.map((title) => title.length), 999),
  };
}
