import type { Answered, Placed } from './postgres-statement.ts';

/** The answers of parts that share no document, as one. */
export function merged(parts: readonly Answered[]): Answered {
  const keys = [...new Set(parts.flatMap(({ numbers }) => Object.keys(numbers ?? {})))];
  return {
    total: parts.reduce((sum, { total }) => sum + total, 0),
    first: parts.flatMap(({ first }) => first ?? []).sort(before),
    facets: parts.flatMap(({ facets }) => facets ?? []),
    numbers: Object.fromEntries(keys.map((key) => {
      const ends = parts.map(({ numbers }) => numbers?.[key]);
      const known = (end: 'min' | 'max') => ends.flatMap((one) => one?.[end] ?? []);
      return [key, { min: known('min').reduce(least, null), max: known('max').reduce(most, null) }];
    })),
  };
}

const least = (a: number | null, b: number): number => (a === null || b < a ? b : a);
const most = (a: number | null, b: number): number => (a === null || b > a ? b : a);

/** As the statement orders: what is no number comes after all numbers, and what has no rank last. */
const place = ({ rank }: Placed): number => (rank === null ? Infinity : rank === 'NaN' ? Number.MAX_VALUE : rank);
const before = (a: Placed, b: Placed): number => (place(a) === place(b) ? 0 : place(a) - place(b)) || b.at - a.at || (a.id < b.id ? -1 : 1);
