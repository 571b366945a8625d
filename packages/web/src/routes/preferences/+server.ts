import { redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/paraglide/runtime.js';
import { choiceCookie, keepLanguage } from '#lib/server/language.ts';
import { ownPath } from '#lib/server/visit.ts';
import type { RequestHandler } from './$types';

/** Keeps the reader's language and appearance in cookies; a plain form, so it works without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const language = form.get('language');
  const theme = form.get('theme');
  if (isLocale(language)) keepLanguage(cookies, language);
  if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, choiceCookie);
  if (theme === 'auto') cookies.delete('theme', { path: '/' });
  redirect(303, ownPath(form.get('back')));
};
