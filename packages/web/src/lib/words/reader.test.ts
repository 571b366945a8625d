import { expect, test } from 'vitest';
import { acceptedLanguage, readersLanguage } from './reader.ts';

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-HK,zh;q=0.9', 'zh-Hant'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['en-GB,en;q=0.9,zh-HK;q=0.8', 'en'],
  ['fr;q=0.9, zh-HK;q=0.95, en;q=0.1', 'zh-Hant'],
  ['en;q=0, zh', 'zh-Hans'],
])('%s is answered in %s', (header, locale) => expect(acceptedLanguage(header)).toBe(locale));

test('a browser that asks for nothing we speak decides nothing', () => {
  expect(acceptedLanguage('fr-FR,de;q=0.5')).toBeUndefined();
  expect(acceptedLanguage(null)).toBeUndefined();
});

test('what the reader chose counts more than what the browser asks for', () => {
  const asked = (cookie: string) => readersLanguage(new Headers({ cookie, 'accept-language': 'en-GB' }));
  expect(asked('theme=dark; language=zh-Hant')).toBe('zh-Hant');
  expect(asked('language=klingon')).toBe('en');
  expect(asked('other_language=zh-Hant')).toBe('en');
});
