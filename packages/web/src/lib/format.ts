import type { Locale } from '@ganwan/shared/values';

const regional: Record<Locale, string> = { 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-HK', en: 'en-GB' };

/** Every city of the product keeps this time, and none changes its clocks. */
const timeZone = 'Asia/Shanghai';

/** A plain number with the reader's separators and at most `digits` decimals. */
export const number = (value: number, locale: Locale, digits = 4): string =>
  new Intl.NumberFormat(regional[locale], { maximumFractionDigits: digits }).format(value);

/** An amount with its currency; `narrow` keeps `¥` where the page has named the currency already. */
export const money = (amount: number, currency: string, locale: Locale, narrow = false): string =>
  new Intl.NumberFormat(regional[locale], {
    style: 'currency',
    currency,
    currencyDisplay: narrow ? 'narrowSymbol' : 'symbol',
    maximumFractionDigits: 4,
  }).format(amount);

/** A weekday has one name in a language, in a heading as in a line: 周五 on the mainland, 星期五 in Hong Kong. */
const weekday = { 'zh-Hans': 'short', 'zh-Hant': 'long', en: 'short' } as const satisfies Record<Locale, string>;

/** `2026年11月20日周五`, in the city's day. */
export const day = (date: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(regional[locale], { year: 'numeric', month: 'long', day: 'numeric', weekday: weekday[locale], timeZone }).format(date);

/** `11月20日周五 16:08`, in the city's time; the year only when `withYear`. */
export const moment = (date: Date, locale: Locale, withYear = false): string =>
  new Intl.DateTimeFormat(regional[locale], {
    ...(withYear && { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    weekday: weekday[locale],
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(date);

/** `16:08`, in the city's time. */
export const clockTime = (date: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(regional[locale], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date);

/** A calendar day without a time zone (`2026-11-30`): `2026年11月30日`. Such days bound something for years; a weekday says nothing there. */
export const calendarDay = (text: string, locale: Locale): string =>
  new Intl.DateTimeFormat(regional[locale], { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));

/** `甲、乙和丙`. */
export const list = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(regional[locale], { type: 'conjunction' }).format(items);

/** `1.2 MB`, in steps of 1024 as file managers mostly show them. */
export function fileSize(bytes: number, locale: Locale): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3;
  return `${number(bytes / 1024 ** step, locale, step < 2 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB'][step]}`;
}
