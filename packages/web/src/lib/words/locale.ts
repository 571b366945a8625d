import type { Locale } from '@ganwan/shared/values';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The reader's language, on the server and in the browser. */
export const locale = (): Locale => getLocale();
