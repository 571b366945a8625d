import { type ActionFailure, fail } from '@sveltejs/kit';
import type { RefusedOne } from '#lib/refused-one.ts';
import { refuse } from './refuse.ts';


/** Turns what the API refused into what the form `of` shows; anything else is thrown on. */
export function refuseOne(of: string, failure: unknown, form: FormData): ActionFailure<RefusedOne> {
  const { status, data } = refuse(failure, form);
  return fail(status, { ...data, of });
}
