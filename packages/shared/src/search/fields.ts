import { lentNames, notionsIn } from './bridge.ts';
import { pairs } from './analyze.ts';
import { canonical, chunksOf, isCode, pieces as piecesOf } from './chunks.ts';
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
  /** Part numbers, grades and figures of titles, and those of keywords: one character more or less is another one. */
  titleCodes: string;
  codes: string;
  /** Part numbers once more, to be asked only for a mistyped one. */
  slips: string;
  /** The same notions in the other language. */
  bridge: string;
  body: string;
  /** The figures and codes of the body. */
  figures: string;
  /** Pairs and single characters, for parts of words. */
  parts: string;
  /** Joined syllables, begun at every character: `dianzicailiao zicailiao cailiao liao`. */
  sound: string;
  /** Joined syllables two by two, for characters of the same sound: `dianzi zicai cailiao`. */
  syllables: string;
  initials: string;
  brevity: number;
}

const latinOf = (text: string): string[] => [canonical(text), ...piecesOf(text)];
const figured = (word: string): boolean => /\d/.test(word);
const spaced = (folded: string): string =>
  chunksOf(folded).flatMap(({ kind, text }) => (kind === 'han' ? [...words(text), ...wordsAndInner(text)] : latinOf(text).filter((word) => !figured(word)))).filter(unique).join(' ');
const codesOf = (folded: readonly string[]): string[] => folded.flatMap(chunksOf).flatMap(({ kind, text }) => (kind === 'han' ? [] : latinOf(text).filter(figured))).filter(unique);
const unique = (word: string, at: number, all: readonly string[]): boolean => all.indexOf(word) === at;
const longestSound = 8;

/**
 * The words that a run ends in, the longest first: `单面电解铜箔` → `铜箔`, `覆铜板` → `覆铜板`, `铜板`. A word that begins with
 * another is left out, because an engine cuts it again: 锡膏印刷机 is no 锡膏.
 */
function lastWords(run: string): string[] {
  const ends = [...wordsAndInner(run).filter((word) => word.length > 1 && run.endsWith(word)), ...(words(run).at(-1)?.length === 1 ? [[...run].slice(-2).join('')] : [])].filter(unique).sort((a, b) => b.length - a.length);
  const plain = ends.filter((word) => wordsAndInner(word).every((inner) => inner.length === 1 || word.endsWith(inner)));
  return plain.length > 0 ? plain : ends.slice(-1);
}

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
  const chinese = notions.flatMap(lentNames);
  const runs = runsOf([...titles, ...keywords]);
  // What the thing is by sound comes first: of two that sound alike the one that is it stands higher.
  const heard = [...heads.han.map((run) => lastWords(run).at(-1) ?? run), ...runs, ...runsOf(chinese)].filter(unique);
  return {
    head: [...heads.han.flatMap(lastWords), ...heads.latin.map((phrase) => phrase.split(' ').slice(-2).join(' '))].filter(unique).join(' . '),
    title: titles.map(spaced).join(' . '),
    keywords: keywords.map(spaced).join(' . '),
    titleCodes: codesOf(titles).join(' '),
    codes: codesOf(keywords).join(' '),
    slips: codesOf([...titles, ...keywords]).filter(isCode).join(' '),
    bridge: [...notions.flatMap((notion) => notion.english), ...chinese.map(spaced)].join(' . '),
    body: body.map(spaced).join(' . '),
    figures: codesOf(body).join(' '),
    parts: [...runs, ...runsOf(body)].flatMap((run) => [...pairs([...run]), ...run]).filter(unique).join(' '),
    sound: heard.flatMap((run) => [...soundsOf(run), ...words(run).map((word) => syllablesOf(word).join(''))]).filter(unique).join(' '),
    syllables: heard.flatMap((run) => pairs(syllablesOf(run))).filter(unique).join(' '),
    initials: heard.flatMap(initialsFrom).filter(unique).join(' '),
    brevity: Math.min(...titles.map((title) => title.length), 999),
  };
}
