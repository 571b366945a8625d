import { fold } from '@ganwan/shared/search/fold';
import { initialsOf, syllablesOf } from '@ganwan/shared/search/sounds';
import { terms } from '@ganwan/shared/search/terms';
import type { Locale } from '@ganwan/shared/values';

interface Spoken {
  /** In either script, or English in both. */
  hans: string;
  hant: string;
  ways: string[];
}

let ready: Spoken[] | undefined;
const waysOf = (text: string): string[] => (/\p{Script=Han}/u.test(text) ? [fold(text), syllablesOf(fold(text)).join(''), initialsOf(syllablesOf(fold(text)))] : [fold(text)]);

/** Every notion's names with the ways of typing them, worked out at the first use. */
const spoken = (): Spoken[] => (ready ??= terms.flatMap(([chinese, traditional, english]) => [
  ...chinese.split('/').map((hans, i) => {
    const hant = traditional.split('/')[i] ?? hans;
    return { hans, hant, ways: [...new Set([...waysOf(hans), ...waysOf(hant)])] };
  }),
  ...english.split('/').map((text) => ({ hans: text, hant: text, ways: waysOf(text) })),
]));

/** What only traditional Chinese writes: folding changes a character. */
const isTraditional = (typed: string): boolean => [...typed].some((character) => /\p{Script=Han}/u.test(character) && fold(character) !== character);

/**
 * Names of the trade's notions that begin as typed, in characters, letters or initials; the shortest first. They come in
 * traditional characters when those are typed or the reader reads them.
 */
export function termsFrom(typed: string, limit: number, reader: Locale): string[] {
  const begun = fold(typed).replace(/\s+/g, ' ');
  if (begun.length === 0) return [];
  const script = isTraditional(typed) || reader === 'zh-Hant' ? 'hant' : 'hans';
  const found = spoken().filter(({ ways }) => ways.some((way) => way.startsWith(begun) || way.startsWith(begun.replaceAll(' ', ''))));
  return [...new Set(found.map((one) => one[script]))].sort((a, b) => a.length - b.length).slice(0, limit);
}
