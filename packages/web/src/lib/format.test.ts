import { expect, test } from 'vitest';
import { calendarDay, day, moment } from './format.ts';

const friday = new Date('2026-11-20T08:08:00Z');

test.each([
  ['zh-Hans', '周五', '星期'],
  ['zh-Hant', '星期五', '週'],
  ['en', 'Fri', 'Friday'],
] as const)('in %s the day is %s wherever a date stands, never %s', (locale, name, other) => {
  for (const text of [day(friday, locale), moment(friday, locale), moment(friday, locale, true)]) {
    expect(text).toContain(name);
    expect(text).not.toContain(other);
  }
});

test.each([
  ['zh-Hans', '2026年3月3日'],
  ['zh-Hant', '2026年3月3日'],
  ['en', '3 Mar 2026'],
] as const)('in %s a day on a paper has no weekday', (locale, text) => {
  expect(calendarDay('2026-03-03', locale)).toBe(text);
});
