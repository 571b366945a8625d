import { lentNames, namesOf } from './bridge.ts';
import { canonical, chunksOf } from './chunks.ts';
import type { SearchDocument } from './document.ts';
import { fold } from './fold.ts';

/** What stands in brackets only qualifies, and what follows these says what the thing is for. */
const bracketed = /[([{【《「][^)\]}】》」]*[)\]}】》」]/gu;
const purpose = /(?:适用|用于|供应给|专供|配套).*$/u;
/** What only says that something is offered or wanted. */
const dealing = /^(?:供应|采购|求购)|(?:供应|采购|求购|批发|厂家|报价|价格)$/gu;
const prepositions = new Set(['for', 'with', 'of', 'in', 'on', 'to', 'from', 'by', 'at', 'as', 'per', 'and', 'or']);

/** Letters up to where a purpose begins, in phrases that numbers and codes end: `rolled copper foil 12um for FPC` → `rolled copper foil`. */
function phrasesOf(part: string): string[] {
  const words = (part.match(/[a-z0-9][^\s]*/g) ?? []).flatMap((text) => chunksOf(text).map((chunk) => canonical(chunk.text)));
  const end = words.findIndex((word) => prepositions.has(word));
  return (end < 0 ? words : words.slice(0, end)).map((word) => (/^[a-z]+$/.test(word) ? word : '\n')).join(' ').split('\n').map((phrase) => phrase.trim()).filter(Boolean);
}

export interface Heads {
  /** Runs of Han characters whose end says what the thing is: `电解铜箔` is a foil, `铜箔粗糙度仪` is none. */
  han: string[];
  /** The same in letters, stemmed words in order. */
  latin: string[];
}

/** What a document is, by its sub-family's names and by the ends of its titles, which is where Chinese and English say it. */
export function headsOf({ titles, kinds }: Pick<SearchDocument, 'titles' | 'kinds'>): Heads {
  const named = kinds.flatMap((kind) => [kind, ...kind.split(/[/()（）及]/)].map(fold)).filter(Boolean);
  const parts = [...named, ...named.flatMap((name) => namesOf(name, lentNames)), ...titles.map((title) => fold(title).replace(bracketed, ' . '))].flatMap((text) => text.split(/[,;:|。，；：、]|\s-\s/u));
  const han = parts.flatMap((part) => chunksOf(part).filter((chunk) => chunk.kind === 'han').map((chunk) => chunk.text.replace(purpose, '').replace(dealing, '')));
  const latin = parts.flatMap((part) => part.split(/\p{Script=Han}+/u).flatMap(phrasesOf));
  return { han: [...new Set(han)].filter((run) => run.length > 1), latin: [...new Set(latin)] };
}

/** The thing a query names: its last Chinese word, measures and codes left out, or all its English ones. Empty when it is only codes. */
export function headAsked(folded: string): { han: string } | { latin: string } | null {
  const chunks = chunksOf(folded);
  const han = chunks.filter((chunk) => chunk.kind === 'han').map((chunk) => chunk.text.replace(dealing, '')).findLast((run) => run.length > 1);
  if (han) return { han };
  const words = chunks.map((chunk) => canonical(chunk.text)).filter((word) => /^[a-z]+$/.test(word));
  return words.length === 0 ? null : { latin: words.join(' ') };
}
