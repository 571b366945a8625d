import { type Locale, locales } from '@ganwan/shared/values';

/** The language of a request: the reader's own choice, else what their browser asks for. */
export function readersLanguage(headers: Headers): Locale | undefined {
  const chosen = /(?:^|;\s*)language=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return locales.find((locale) => locale === chosen) ?? acceptedLanguage(headers.get('accept-language'));
}

/**
 * The language a browser asks for, by the weight it gives each. Taiwan, Hong Kong and Macao read
 * traditional Chinese; undefined when nothing we speak is asked for.
 */
export function acceptedLanguage(header: string | null): Locale | undefined {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const weight = settings.map((setting) => /^\s*q=([\d.]+)/.exec(setting)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return asked.map(({ tag }) => spoken(tag)).find((locale) => locale !== undefined);
}

function spoken(tag: string): Locale | undefined {
  if (tag === 'en' || tag.startsWith('en-')) return 'en';
  if (/^(zh-(hant|tw|hk|mo)|yue)(-|$)/.test(tag)) return 'zh-Hant';
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-Hans';
  return undefined;
}
