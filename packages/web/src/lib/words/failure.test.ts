import { failures, type FailureCode } from '@ganwan/shared/failures';
import { fieldFailuresOf } from '@ganwan/shared/field-failures';
import { ListingFields } from '@ganwan/shared/listings/fields';
import { locales } from '@ganwan/shared/values';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import hans from '../../../messages/failure/zh-Hans.json' with { type: 'json' };
import hant from '../../../messages/failure/zh-Hant.json' with { type: 'json' };
import en from '../../../messages/failure/en.json' with { type: 'json' };
import { failureWords, fieldWords } from './failure.ts';

const files = { 'zh-Hans': hans, 'zh-Hant': hant, en };

test.each(Object.keys(failures))('%s has its own words in every language', (code) => {
  for (const locale of locales) {
    expect(files[locale], `messages/failure/${locale}.json`).toHaveProperty(`failure_${code}`);
    expect(failureWords(code as FailureCode, locale)).not.toBe('');
  }
});

test('the three languages hold the same sentences', () => {
  expect(Object.keys(hant).sort()).toEqual(Object.keys(hans).sort());
  expect(Object.keys(en).sort()).toEqual(Object.keys(hans).sort());
});

test('a field failure names the field and the fix', () => {
  const tooSmall = { path: 'moq', code: 'too_small', params: { origin: 'number', minimum: 1 } };
  expect(fieldWords(tooSmall, '最小起订量', 'zh-Hans')).toBe('最小起订量不能小于 1。');
  expect(fieldWords(tooSmall, 'MOQ', 'en')).toBe('MOQ: no less than 1.');
  const missing = { path: 'title', code: 'invalid_type', params: { expected: 'string' } };
  expect(fieldWords(missing, '標題', 'zh-Hant')).toBe('請填寫標題。');
});

test('what zod says of numbers is said as people mean it', () => {
  const said = (value: unknown, schema: z.ZodType) => fieldWords(fieldFailuresOf(schema.safeParse(value).error!)[0]!, '交货期（天）', 'zh-Hans');
  expect(said(3.5, ListingFields.shape.leadTimeDays)).toBe('交货期（天）要填整数，不带小数，例如 15。');
  expect(said(-1, ListingFields.shape.leadTimeDays)).toBe('交货期（天）不能小于 0。');
  expect(said(900, ListingFields.shape.leadTimeDays)).toBe('交货期（天）不能大于 730。');
  expect(said(0, ListingFields.shape.moq)).toBe('交货期（天）要大于 0。');
});

test('a code nobody wrote a sentence for still names the field', () => {
  expect(fieldWords({ path: 'x', code: 'never_heard_of', params: {} }, 'X', 'en')).toBe('X: please check this.');
});
