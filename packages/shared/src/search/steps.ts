import { stepsAtMost, type Spread } from './contract.ts';

/** From this ratio of the largest to the smallest on, even steps would put nearly everything into the first. */
const wide = 50;

/**
 * Round figures that cut what lies between `min` and `max` into at most twelve steps, ascending; the last lies above
 * `max`, because a step does not hold its end. Even steps of 1, 2 or 5 times a power of ten; over a wide reach steps
 * that grow: 1, 2, 5, 10, or 1, 3, 10, or powers of ten. Empty when there is nothing to cut.
 */
export function stepEdges(min: number, max: number): number[] {
  if (min >= max) return [];
  return min > 0 && max / min >= wide ? growing(min, max) : even(min, max);
}

type Counted = Iterable<readonly [value: number, count: number]>;

/** How many things touch each step, from how many begin and how many end at which values; a plain number does both at once. */
export function stepsBetween(edges: readonly number[], lows: Counted, highs: Counted): Spread['steps'] {
  const below = (counted: Counted, edge: number) => [...counted].reduce((sum, [value, count]) => (value < edge ? sum + count : sum), 0);
  return edges.slice(1).map((to, i) => ({ from: edges[i]!, to, count: below(lows, to) - below(highs, edges[i]!) }));
}

/** 0.1 * 3 is not 0.3 until it is rounded. */
const tidy = (figure: number): number => Number(figure.toPrecision(12));

function even(min: number, max: number): number[] {
  // Between whole numbers half steps would stand empty.
  const least = Number.isInteger(min) && Number.isInteger(max) ? 1 : 0;
  const rough = Math.max(least, 10 ** Math.floor(Math.log10((max - min) / stepsAtMost)));
  for (const digit of [1, 2, 5, 10, 20, 50]) {
    const step = tidy(rough * digit);
    const [first, last] = [Math.floor(tidy(min / step)), Math.floor(tidy(max / step)) + 1];
    if (last - first <= stepsAtMost) return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  }
  return [];
}

function growing(min: number, max: number): number[] {
  const decades = Array.from({ length: 60 }, (_, i) => i - 30).filter((power) => 10 ** (power + 1) > min && 10 ** power <= max);
  const every = Math.ceil(decades.length / stepsAtMost);
  for (const digits of [[1, 2, 5], [1, 3], [1]]) {
    const figures = [...decades, decades.at(-1)! + 1].flatMap((power) => digits.map((digit) => tidy(digit * 10 ** power)));
    const edges = figures.slice(figures.findLastIndex((figure) => figure <= min), figures.findIndex((figure) => figure > max) + 1);
    if (edges.length <= stepsAtMost + 1) return edges;
  }
  return [...decades.filter((_, i) => i % every === 0), decades.at(-1)! + 1].map((power) => tidy(10 ** power));
}
