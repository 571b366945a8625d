import { expect, test } from 'vitest';
import { SearchQuery } from './contract.ts';

test('a search survives the way through an address', () => {
  const address = { q: '铜箔', choices: 'foilType:hte,rtf;brand:A%2CB', ranges: 'thickness:9..35;moq:..100', months: '11,12,1', regions: '360700,JX-GJ' };
  const read = SearchQuery.decode(address);
  expect(read).toMatchObject({
    choices: { foilType: ['hte', 'rtf'], brand: ['A,B'] },
    ranges: { thickness: { min: 9, max: 35 }, moq: { min: null, max: 100 } },
    months: 0b1100_0000_0001,
    regions: ['360700', 'JX-GJ'],
  });
  expect(SearchQuery.encode(read)).toEqual({ ...address, months: '1,11,12' });
});

test.each([{ ranges: 'thickness:9' }, { ranges: 'a b:1..2' }, { ranges: 'thickness:x..2' }, { ranges: 'thickness:20..3' }, { choices: 'foilType' }, { months: '13' }, { near: 'Paris' }, { sort: 'name' }, { surprise: '1' }])('%j is refused', (query) => {
  expect(SearchQuery.safeDecode(query as never).success).toBe(false);
});
