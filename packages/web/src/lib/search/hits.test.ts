import { blankListing } from '@ganwan/shared/listings/fields';
import type { SearchHit } from '@ganwan/shared/search/contract';
import { expect, test } from 'vitest';
import { hitCard } from './hits.ts';

const foil: SearchHit = {
  ...blankListing({ kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': '电解铜箔' } }),
  id: '01890000-0000-7000-8000-000000000001', enterprise: { id: '01890000-0000-7000-8000-000000000002', names: { 'zh-Hans': '信江铜箔（示例）' }, region: '360600' },
  version: 1, publishedAt: new Date('2026-11-01'), family: 'electronic', unsaid: [], highlights: {}, why: [], distanceKm: null,
};

test('two words that were found in the same place are one reason', () => {
  const written = (word: string) => ({ way: 'written', word, field: 'title', found: '铜箔' }) as const;
  const { why } = hitCard({ ...foil, why: [written('铜箔'), written('銅箔'), { way: 'sound', word: 'tongbo', field: 'title', found: '铜箔' }] }, undefined, 'zh-Hans');
  expect(why).toHaveLength(2);
  expect(new Set(why.map(({ text }) => text)).size).toBe(2);
});
