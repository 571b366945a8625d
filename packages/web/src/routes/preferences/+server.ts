import { redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/paraglide/runtime.js';
import { ownPath } from '#lib/server/visit.ts';
import type { RequestHandler } from './$types';

const year = 60 * 60 * 24 * 365;

/** Keeps the reader's language and appearance in cookies; a plain form, so it works without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const language = form.get('language');
  const theme = form.get('theme');
  // The page reads neither cookie, so neither needs to be readable there; a choice is no secret, so plain http may keep it.
  const options = { path: '/', maxAge: year, httpOnly: true, secure: false, sameSite: 'lax' } as const;
  if (isLocale(language)) cookies.set('language', language, options);
  if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, options);
  if (theme === 'auto') cookies.delete('theme', { path: '/' });
  redirect(303, ownPath(form.get('back')));
};
