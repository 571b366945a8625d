import type { Spread } from '@ganwan/shared/search/contract';
import { stepEdges, stepsBetween } from '@ganwan/shared/search/steps';

/** More different values than this of one facet or number, and only the most frequent are counted. */
export const valuesPerFacet = 300;

interface Counted {
  distribution: Record<string, Record<string, number>>;
  stats: Record<string, { min: number; max: number }>;
}

/**
 * How a number spreads, from where its ranges begin and end; null when no hit says it. Without steps when there are
 * more different values than are counted: bars that leave hits out would mislead.
 */
export function spreadOf(number: string, { distribution, stats }: Counted): Spread | null {
  const [low, high] = [`numbers.${number}.low`, `numbers.${number}.high`];
  const [min, max] = [stats[low]?.min, stats[high]?.max];
  if (min === undefined || max === undefined) return null;
  const [lows, highs] = [low, high].map((name) => Object.entries(distribution[name] ?? {}).map(([value, count]): [number, number] => [Number(value), count]));
  const whole = lows!.length < valuesPerFacet && highs!.length < valuesPerFacet;
  return { min, max, steps: whole ? stepsBetween(stepEdges(min, max), lows!, highs!) : [] };
}
