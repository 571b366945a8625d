import { expect, test } from 'vitest';
import { spreadOf, valuesPerFacet } from './meili-spread.ts';

const counted = (lows: Record<string, number>, highs: Record<string, number>, min: number, max: number) =>
  ({ distribution: { 'numbers.tg.low': lows, 'numbers.tg.high': highs }, stats: { 'numbers.tg.low': { min, max }, 'numbers.tg.high': { min, max } } });

test('steps are counted from where ranges begin and end', () => {
  expect(spreadOf('tg', counted({ '1': 2, '3': 1 }, { '1': 1, '3': 1, '4': 1 }, 1, 4))).toEqual({
    min: 1, max: 4, steps: [{ from: 1, to: 2, count: 2 }, { from: 2, to: 3, count: 1 }, { from: 3, to: 4, count: 2 }, { from: 4, to: 5, count: 1 }],
  });
});

test('without steps when the server may have left values out, null when no hit says the number', () => {
  const many = Object.fromEntries(Array.from({ length: valuesPerFacet }, (_, i) => [String(i), 1]));
  expect(spreadOf('tg', counted(many, { '299': valuesPerFacet }, 0, 299))).toEqual({ min: 0, max: 299, steps: [] });
  expect(spreadOf('hours', counted({}, {}, 0, 0))).toBeNull();
});
