import { failures, type FailureCode } from '@ganwan/shared/failures';
import { locales } from '@ganwan/shared/values';
import { expect, test } from 'vitest';
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
  const missing = { path: 'title', code: 'invalid_type', params: { expected: 'string', received: 'undefined' } };
  expect(fieldWords(missing, '標題', 'zh-Hant')).toBe('請填寫標題。');
});

test('a code nobody wrote a sentence for still names the field', () => {
  expect(fieldWords({ path: 'x', code: 'never_heard_of', params: {} }, 'X', 'en')).toBe('X: please check this.');
});
