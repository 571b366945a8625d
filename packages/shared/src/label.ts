import type { Label } from './values.ts';

/**
 * `'铜箔|銅箔|Copper foil'` (zh-Hans, zh-Hant as written in Hong Kong, en) as a label; a single part
 * is the same in all three. One string keeps a registry row on one line.
 */
export function label(words: string): Label {
  const [hans, hant, en, ...rest] = words.split('|');
  if (!hans || rest.length > 0 || (hant === undefined) !== (en === undefined)) throw new Error(`not a label: ${words}`);
  return { 'zh-Hans': hans, 'zh-Hant': hant ?? hans, en: en ?? hans };
}

/** A code that is stored and travels, and what readers see. */
export interface Option<Code extends string = string> {
  readonly code: Code;
  readonly label: Label;
}

/** `{ code: words }` as a list of options, in the order written (whole-number codes come first, ascending). */
export const options = <const W extends Record<string, string>>(words: W): readonly Option<keyof W & string>[] =>
  Object.entries(words).map(([code, text]) => ({ code, label: label(text) }));

/** The codes of a list, as the non-empty tuple that `z.enum` wants. */
export const codesOf = <Code extends string>(list: readonly Option<Code>[]): [Code, ...Code[]] =>
  list.map((o) => o.code) as [Code, ...Code[]];
