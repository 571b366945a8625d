import { expect, test } from 'vitest';
import { asTyped, explain } from './explain.ts';

const about = (typed: string, title: string, more: { keywords?: string[]; body?: string[] } = {}) => {
  const { why, highlights } = explain(typed, { title: [title], keywords: more.keywords ?? [], body: more.body ?? [] }, null);
  return { ways: why.map(({ way, field }) => `${way} in ${field}`), marked: (highlights[0] ?? []).map(([start, end]) => title.slice(start, end)) };
};

test.each([
  ['電子材料', '吉安电子材料园', ['written in title'], ['电子材料']],
  ['电子材料', '吉安電子材料園', ['written in title'], ['電子材料']],
  ['dianzicailiao', '吉安电子材料园', ['sound in title'], ['电子材料']],
  ['dzcl', '吉安电子材料园', ['initials in title'], ['电子材料']],
  ['电子才料', '吉安电子材料园', ['sound in title'], ['电子材料']],
  ['electronic materials', '吉安电子材料园', ['translation in title'], ['电子材料']],
  ['铜箔', 'Rolled Copper Foil 12 µm', ['translation in title'], ['Copper Foil']],
  ['12um', '电解铜箔 12 μm', ['written in title'], ['12 μm']],
  ['fr4', 'FR-4 覆铜板', ['written in title'], ['FR-4']],
  ['gaopin 铜箔', '高频用铜箔', ['sound in title', 'written in title'], ['高频', '铜箔']],
])('%s answers in %s', (typed, title, ways, marked) => {
  expect(about(typed, title)).toEqual({ ways, marked });
});

test('a code found by its beginning says so, and a description only mentions', () => {
  expect(about('N52', '磁钢', { keywords: ['N52SH'] }).ways).toEqual(['beginning in keywords']);
  expect(about('铜箔', '覆铜板', { body: ['配18μm铜箔'] })).toEqual({ ways: ['written in body'], marked: [] });
});

test('a sound is found through the name that the text gives the same notion', () => {
  expect(about('qicheng', '百香果', { body: ['Xinfeng Navel Orange Co-op'] }).ways).toEqual(['translation in body']);
  expect(about('qc', '百香果', { body: ['Xinfeng Navel Orange Co-op'] }).ways).toEqual(['translation in body']);
  expect(about('bocai', '百香果', { body: ['Xinfeng Navel Orange Co-op'] }).ways).toEqual([]);
});

test('a reason says the query as it was typed and the document as it is shown', () => {
  const shown = { title: ['電解銅箔', '电解铜箔', 'Copper foil'], keywords: [], body: [] };
  expect(explain('銅箔', shown, null).why).toEqual([{ way: 'written', word: '銅箔', field: 'title', found: '銅箔' }]);
  expect(explain('銅箔', { ...shown, title: ['Copper foil'] }, null).why).toMatchObject([{ way: 'translation', word: '銅箔', found: 'Copper foil' }]);
  expect(explain('銅泊', shown, null).why).toMatchObject([{ way: 'sound', word: '銅泊', found: '銅箔' }]);
});

test.each([['電解銅泊', '电解 铜', '電解 銅'], ['銅箔 conditoner', 'conditioner', 'conditioner'], ['１２ μm 銅箔', '铜箔 12um', '銅箔 １２ μm']])('of %s, %s was typed %s', (typed, folded, part) => {
  expect(asTyped(typed, folded)).toBe(part);
});

test('a Latin word is not marked inside another', () => {
  expect(about('il', 'Copper foil').marked).toEqual([]);
});

test('of what was asked instead only what was never typed answers nearly', () => {
  const shown = { title: ['多层 PCB 加工'], keywords: ['FR-4'], body: [] };
  expect(explain('PCB FR-5', shown, 'pcb').why).toEqual([{ way: 'written', word: 'pcb', field: 'title', found: 'PCB' }]);
  expect(explain('PBC', shown, 'pcb').why).toMatchObject([{ way: 'nearly', found: 'PCB' }]);
});
