import type { ProblemFile } from '@ganwan/shared/schedule/problem';
import type { Random } from '#random';

export type PersonFile = ProblemFile['people'][number];

export interface Attendee {
  id: string;
  enterprise: string;
  side: 'buyer' | 'supplier';
  /** Empty means all. */
  knows: string[];
  languages: string[];
}

export const products = ['copper-foil', 'laminate', 'connectors', 'led-modules', 'battery-cells', 'rare-earth-magnets', 'tungsten-tools', 'navel-oranges', 'tea', 'vegetables'];

/** Three people in ten buy. Of the enterprises, three in ten send two or three, each with products of their own. */
export function crowd(people: number, { below, unit, shuffle }: Random): Attendee[] {
  const buyers = Math.round(people * 0.3);
  const all: Attendee[] = [];
  let enterprise = 0;
  while (all.length < people) {
    const side = all.length < buyers ? 'buyer' : 'supplier';
    const room = (side === 'buyer' ? buyers : people) - all.length;
    const staff = Math.min(room, unit() < 0.7 ? 1 : 2 + below(2));
    enterprise += 1;
    // Two products of three are known to each colleague, so that some talks have a choice of people and some have none.
    const order = shuffle([...products]);
    for (let at = 0; at < staff; at += 1)
      all.push({
        id: `${side === 'buyer' ? 'b' : 's'}${String(all.length + 1).padStart(5, '0')}`,
        enterprise: `e${String(enterprise).padStart(5, '0')}`,
        side,
        knows: staff === 1 ? [] : order.filter((_, product) => product % 3 !== at),
        languages: spoken(unit()),
      });
  }
  return all;
}

function spoken(chance: number): string[] {
  if (chance < 0.8) return ['zh'];
  if (chance < 0.9) return ['zh', 'en'];
  return chance < 0.95 ? ['en'] : ['yue'];
}

export const shared = (one: readonly string[], other: readonly string[]): string[] => {
  if (!one.length) return other.length ? [...other] : products;
  return other.length ? one.filter((product) => other.includes(product)) : [...one];
};
