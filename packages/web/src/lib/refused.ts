import type { FailureCode, FieldFailure } from '@ganwan/shared/failures';
import { failureWords, fieldWords } from '#lib/words/failure.ts';
import { locale } from '#lib/words/locale.ts';
import type { Theirs } from './merge.ts';

/** What an action gives back when it could not do what was asked: why, and everything that was typed. */
export interface Refused {
  code: FailureCode;
  requestId: string | null;
  fields: FieldFailure[];
  typed: Record<string, string[]>;
  /** What was typed is saved all the same; only what should have followed was refused. */
  saved?: boolean;
  /** With `conflict`: what somebody else has saved since. */
  theirs?: Theirs | undefined;
}

/** The sentence under one field, or undefined. `path` may stand for a whole branch (`names` for `names.en`). */
export function fieldError(refused: Refused | null | undefined, path: string, label: string): string | undefined {
  const failure = refused?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`));
  return failure && fieldWords(failure, label, locale());
}

/** What was typed into a field before, else `otherwise`. */
export const typed = (refused: Refused | null | undefined, name: string, otherwise = ''): string => refused?.typed[name]?.[0] ?? otherwise;

export const refusedWords = (refused: Refused): string => failureWords(refused.code, locale());
