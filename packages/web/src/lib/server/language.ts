import type { Cookies } from '@sveltejs/kit';
import type { Locale } from '@ganwan/shared/values';

const year = 60 * 60 * 24 * 365;

// The page reads no such cookie, so none needs to be readable there; a choice is no secret, so plain http may keep it.
export const choiceCookie = { path: '/', maxAge: year, httpOnly: true, secure: false, sameSite: 'lax' } as const;

/** Keeps the reader's choice of language on their device. */
export const keepLanguage = (cookies: Cookies, locale: Locale): void => cookies.set('language', locale, choiceCookie);
