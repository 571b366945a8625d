import { expect, test } from 'vitest';
import { localText } from './values.ts';

test('a reader gets their own language, else the other Chinese script, else any', () => {
  expect(localText({ 'zh-Hans': '铜箔', en: 'Copper foil' }, 'zh-Hant')).toBe('铜箔');
  expect(localText({ en: 'Copper foil' }, 'zh-Hans')).toBe('Copper foil');
  expect(localText({}, 'en')).toBe('');
});
