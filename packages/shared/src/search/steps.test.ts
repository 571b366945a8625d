import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepEdges, stepsBetween } from './steps.ts';

test.each([
  [3, 105, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]],
  [1, 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]],
  [0.1, 0.8, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
  [-40, 85, [-40, -20, 0, 20, 40, 60, 80, 100]],
  [99.8, 99.99, [99.8, 99.82, 99.84, 99.86, 99.88, 99.9, 99.92, 99.94, 99.96, 99.98, 100]],
  [1, 500, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]],
  [20, 600_000, [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000]],
  [0.001, 5_000_000, [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]],
  [165, 169, [165, 166, 167, 168, 169, 170]],
  [1, 2, [1, 2, 3]],
  [7, 7, []],
])('%d to %d is cut at round figures', (min, max, edges) => {
  expect(stepEdges(min, max)).toEqual(edges);
});

const figure = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((n) => Number(n.toFixed(9)));

test('whatever there is lies in one of at most twelve steps that follow one another', () => {
  fc.assert(fc.property(figure, figure, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, part) => {
    const [min, max] = [Math.min(a, b), Math.max(a, b)];
    const edges = stepEdges(min, max);
    fc.pre(max > min + Math.abs(max) * 1e-9);
    expect(edges.length).toBeGreaterThan(1);
    expect(edges.length).toBeLessThanOrEqual(13);
    expect([...edges].sort((x, y) => x - y)).toEqual(edges);
    const value = min + (max - min) * part;
    expect(edges[0]).toBeLessThanOrEqual(value);
    expect(edges.at(-1)).toBeGreaterThan(value);
  }));
});

test('a range counts in every step it touches, an end on an edge in the step that begins there', () => {
  const ranges = [[1, 1], [4, 6], [5, 5], [9, 21]] as const;
  expect(stepsBetween([0, 5, 10, 20, 30], ranges.map(([low]) => [low, 1]), ranges.map(([, high]) => [high, 1]))).toEqual([
    { from: 0, to: 5, count: 2 }, { from: 5, to: 10, count: 3 }, { from: 10, to: 20, count: 1 }, { from: 20, to: 30, count: 1 },
  ]);
});
