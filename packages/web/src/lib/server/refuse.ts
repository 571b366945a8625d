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

function typedInto(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password$|^code$/i.test(name)) (typed[name] ??= []).push(value);
  }
  return typed;
}

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
