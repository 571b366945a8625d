import { expect, test } from 'vitest';
import { localText, plainText } from './values.ts';

test('a reader gets their own language, else the other Chinese script, else any', () => {
  expect(localText({ 'zh-Hans': '铜箔', en: 'Copper foil' }, 'zh-Hant')).toBe('铜箔');
  expect(localText({ en: 'Copper foil' }, 'zh-Hans')).toBe('Copper foil');
  expect(localText({}, 'en')).toBe('');
});

test('a plain text keeps what is seen, and whole characters only', () => {
  expect(plainText('铜\u0000箔\u200b \u202e18 µm\u2069\ud800')).toBe('铜箔 18 µm\ufffd');
  expect(plainText('👨‍👩‍👧 ㎡\n\t')).toBe('👨‍👩‍👧 ㎡\n\t');
});
