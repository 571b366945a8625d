import type { Locale } from '@ganwan/shared/values';
import { m } from '#lib/paraglide/messages.js';

/** What each language calls itself. */
export const languageNames: Record<Locale, () => string> = { 'zh-Hans': m.language_zh_hans, 'zh-Hant': m.language_zh_hant, en: m.language_en };
