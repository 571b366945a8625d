import type { SearchAnswer } from '@ganwan/shared/search/contract';
import { expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { facetViews } from './facets.ts';

const answer = (units: Record<string, number>): SearchAnswer =>
  ({ hits: [], nextCursor: null, total: 3, engine: 'postgresql', notice: null, mended: null, facets: { unitOfMeasure: units }, numbers: { moq: { min: 1, max: 5000, steps: [] } } });
const moq = (address: string, units: Record<string, number>) => facetViews(readAddress(new URLSearchParams(address)), answer(units), 'zh-Hans').find((facet) => facet.type === 'range' && facet.key === 'moq');

test('the smallest order is a facet only where one unit is meant, and says which', () => {
  expect(moq('family=basket', { kg: 2, bird: 1 })).toBeUndefined();
  expect(moq('family=basket', { kg: 3 })).toMatchObject({ unit: '千克', low: 1, high: 5000 });
  expect(moq('family=basket&f.unitOfMeasure=bird', { kg: 2, bird: 1 })).toMatchObject({ unit: '羽' });
  expect(moq('family=basket&f.unitOfMeasure=bird&f.unitOfMeasure=kg', { kg: 2, bird: 1 })).toBeUndefined();
});

test('a bound that an old address sets can still be seen and taken away', () => {
  expect(moq('min.moq=10', { kg: 2, bird: 1 })).toMatchObject({ min: '10', unit: '' });
});
