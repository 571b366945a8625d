import { type ActionFailure, fail } from '@sveltejs/kit';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Refused } from '#lib/refused.ts';

/**
 * Turns what the API refused into what the form shows. Whatever else was thrown (a redirect, a bug)
 * is thrown on. Secrets are never sent back to the page.
 */
export function refuse(failure: unknown, form: FormData): ActionFailure<Refused> {
  if (!(failure instanceof ApiFailure)) throw failure;
  const { code, fields, requestId } = failure;
  return fail(failure.status, { code, fields, requestId, typed: typedInto(form) });
}

const typedInto = (form: FormData): Record<string, string[]> => Object.fromEntries(Object.entries(textsByName(form)).filter(([name]) => !/password$|^code$/i.test(name)));

/** Every text of a posted form by its name, be it one that every object has. */
export const textsByName = (form: FormData): Record<string, string[]> =>
  Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(form, name)] as const).filter(([, list]) => list.length > 0));

/** One text of a posted form, trimmed; empty when absent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A secret of a posted form, exactly as typed. */
export function secret(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** All chosen values of one name. */
export const texts = (form: FormData, name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string');
