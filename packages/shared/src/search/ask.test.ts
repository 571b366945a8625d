import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { ask } from './ask.ts';
import { fold } from './fold.ts';
import { readPinyin, syllables, syllablesOf } from './sounds.ts';

const tokens = (title: string, keywords: string[] = []) => new Set(analyze({ titles: [title], kinds: [], keywords, body: [] }).tokens);
const answersTo = (typed: string, title: string, keywords: string[] = []): 'written' | 'heard' | 'no' => {
  const has = tokens(title, keywords);
  const meets = ({ all, any }: { all: string[]; any: string[] }) => all.every((t) => has.has(t)) && (any.length === 0 || any.some((t) => has.has(t)));
  const { words } = ask(typed);
  if (words.every((word) => meets(word.written))) return 'written';
  return words.every((word) => meets(word.written) || word.heard.some(meets)) ? 'heard' : 'no';
};

test.each([['12 μm', '12um'], ['12µm', '12um'], ['12微米', '12um'], ['１２ｕｍ', '12um'], ['FR－4', 'fr-4'], ['銅箔', '铜箔'], ['NF₃', 'nf3'], ['黏度', '粘度'], ["Ji'an", 'jian'], ['-40 ℃', '-40°c'], ['4.7 kΩ', '4.7kohm']])('%s reads as %s', (written, read) => {
  expect(fold(written)).toBe(read);
});

test.each([
  ['電子材料', '电子材料', 'written'], ['材料', '电子材料', 'written'], ['dianzicailiao', '电子材料', 'heard'], ['dianzicail', '电子材料', 'heard'], ['dzcl', '电子材料', 'heard'],
  ['电子才料', '电子材料', 'heard'], ['electronic materials', '电子材料', 'written'], ['电子材料', 'Electronic Materials', 'written'], ['ladianchi', '锂电池', 'no'],
  ['lvbo', '铝箔', 'heard'], ['qicheng', '赣南脐橙', 'heard'], ['石墨', '电子材料', 'no'], ['12µm 铜箔', '电解铜箔 12 μm', 'written'],
])('%s finds %s: %s', (typed, title, how) => {
  expect(answersTo(typed, title)).toBe(how);
});

test.each([['FR4', 'FR-4'], ['fr-4', 'FR4'], ['N52', 'N52SH'], ['AD2S1210', 'AD2S1210WDSTZRL7'], ['SAC305', 'SAC305'], ['grm188', 'GRM188R71H104KA93D'], ['1N41', '1N4148']])('the code %s finds %s', (typed, code) => {
  expect(answersTo(typed, '零件', [code])).toBe('written');
});

test('a code is found by its beginning, never by its end', () => {
  expect(answersTo('52SH', '磁钢', ['N52SH'])).toBe('no');
});

test('every common character has a syllable that can be typed', () => {
  const odd = new Set([...'铜箔电子材料赣州脐橙绿色女略日儿疟嫩丢您怎僧参差'].flatMap((c) => syllablesOf(c)).filter((s) => !syllables.includes(s)));
  expect([...odd]).toEqual([]);
});

test('typed letters are cut into syllables, or are no pinyin', () => {
  expect(readPinyin('zhongqing')).toEqual([['zhong', 'qing']]);
  expect(readPinyin('gonggangao')).toContainEqual(['gong', 'gang', 'ao']);
  expect(readPinyin('copper')).toEqual([]);
});

test.each([' 。，!? ', `'"%_;--`, '%', '°', '_', '×', '·', 'φ', '🍊', '***'])('%s holds nothing to look for', (typed) => {
  expect(ask(typed)).toMatchObject({ words: [], unreadable: true });
});

test.each([['C++', 'c'], ['12%', '12%'], ['12 %', '12%'], ['１２％', '12%'], ['-40 ℃', '40°c'], ['φ50', '50'], ['🍊橙', '橙'], ["'铜箔'", '铜箔'], ['a_b', 'ab']])('%s asks for %s', (typed, word) => {
  expect(ask(typed)).toMatchObject({ words: [{ text: word }], unreadable: false });
});

test('no text is not an unreadable one', () => {
  for (const typed of ['', '  ', '\u3000']) expect(ask(typed)).toMatchObject({ words: [], unreadable: false });
});
