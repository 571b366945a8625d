import type { Locale } from '@ganwan/shared/values';
import { clockTime, day, moment } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';

const dayKey = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The city's calendar day of a moment, `2026-11-20`: what separates messages. */
export const dayOf = (date: Date): string => dayKey.format(date);

const daysBetween = (earlier: Date, later: Date): number => (Date.parse(dayOf(later)) - Date.parse(dayOf(earlier))) / 86_400_000;

/** A heading between messages: today and yesterday by name, every day with its weekday and date. */
export function dayHeading(date: Date, now: Date, locale: Locale): string {
  const passed = daysBetween(date, now);
  const full = day(date, locale);
  if (passed === 0) return m.day_today({ day: full });
  return passed === 1 ? m.day_yesterday({ day: full }) : full;
}

/** The shortest that still says when, for a list: the time today, else the day. */
export function shortly(date: Date, now: Date, locale: Locale): string {
  const passed = daysBetween(date, now);
  if (passed === 0) return clockTime(date, locale);
  if (passed === 1) return m.yesterday();
  const sameYear = dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4);
  return sameYear ? moment(date, locale).replace(/[\s,，]*\d{2}:\d{2}$/, '') : dayOf(date);
}
