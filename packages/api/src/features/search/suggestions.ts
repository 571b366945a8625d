import { allNotions } from '@ganwan/shared/search/bridge';
import { fold } from '@ganwan/shared/search/fold';
import { initialsOf, syllablesOf } from '@ganwan/shared/search/sounds';

interface Spoken { text: string; ways: string[] }

let ready: Spoken[] | undefined;
/** Every notion's names with the ways of typing them, worked out at the first use. */
const spoken = (): Spoken[] => (ready ??= allNotions.flatMap(({ chinese, english }) => [
  ...chinese.map((text) => ({ text, ways: [text, ...(/\p{Script=Han}/u.test(text) ? [syllablesOf(text).join(''), initialsOf(syllablesOf(text))] : [])] })),
  ...english.map((text) => ({ text, ways: [text] })),
]));

/** Names of the trade's notions that begin as typed, in characters, letters or initials; the shortest first. */
export function termsFrom(typed: string, limit: number): string[] {
  const begun = fold(typed).replace(/\s+/g, ' ');
  if (begun.length === 0) return [];
  const found = spoken().filter(({ ways }) => ways.some((way) => way.startsWith(begun) || way.startsWith(begun.replaceAll(' ', ''))));
  return [...new Set(found.map(({ text }) => text))].sort((a, b) => a.length - b.length).slice(0, limit);
}
