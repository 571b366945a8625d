import type { Refused } from './refused.ts';

/** A refusal on a page with several forms: `of` says which form it answers. */
export type RefusedOne = Refused & { of: string };

const isRefused = (answer: unknown): answer is RefusedOne => typeof answer === 'object' && answer !== null && 'code' in answer && 'of' in answer;

/** The refusal that belongs to the form `of`; where many forms do the same, to the one that posted `name=value`. */
export function refusedOf(answer: unknown, of: string, name?: string, value?: string): Refused | null {
  if (!isRefused(answer) || answer.of !== of) return null;
  return name === undefined || answer.typed[name]?.[0] === value ? answer : null;
}

/** Whether the form `of` has just been done. */
export const doneOf = (answer: unknown, of: string): boolean => typeof answer === 'object' && answer !== null && 'done' in answer && answer.done === of;
