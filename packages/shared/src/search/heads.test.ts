import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { ask } from './ask.ts';
import { searchFields } from './fields.ts';
import { headsOf } from './heads.ts';

const doc = (titles: string[], kinds: string[] = []) => ({ titles, kinds, keywords: [], body: [] });
const isOne = (typed: string, titles: string[], kinds?: string[]) => analyze(doc(titles, kinds)).head.includes(ask(typed).head);

test.each([
  ['铜箔', '12 μm 电解铜箔 单面毛', true], ['銅箔', '电解铜箔', true], ['12um 铜箔', '电解铜箔', true], ['copper foils', 'Rolled copper foil 12 µm for FPC', true], ['求购铜箔', '供应电解铜箔', true],
  ['铜箔', '铜箔粗糙度仪', false], ['铜箔', '分切机（铜箔）', false], ['铜箔', '粗糙度仪 适用铜箔', false], ['copper foil', 'Roughness meter for copper foil', false], ['foil', 'Foil slitter', false],
])('a search for %s names what %s is: %j', (typed, title, so) => {
  expect(isOne(typed, [title])).toBe(so);
});

test('a sub-family says what a thing is, in each of its names and in what else the trade calls it', () => {
  for (const typed of ['覆铜板', '半固化片', 'CCL', 'prepreg']) expect(isOne(typed, ['FR-4 1.6 mm'], ['覆铜板/半固化片']), typed).toBe(true);
  expect(headsOf(doc(['HTE-12'], ['铜箔'])).latin).toContain('copper foil');
});

test('a rare character is never cut in two', () => {
  const rare = doc(['高纯𬭛一二三四五六七𬭛', '𬭛靶']);
  for (const text of [...Object.values(searchFields(rare)), ...Object.values(analyze(rare)).flat()]) expect(String(text).isWellFormed()).toBe(true);
});
