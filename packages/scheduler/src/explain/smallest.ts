import type { Explanation, Relaxation } from '@ganwan/shared/schedule/schedule';
import type { Feasible } from './feasible.ts';

type Smallest = Pick<Explanation, 'relaxation' | 'minimal'>;

/** So many pairs are tried at most. */
const mostPairs = 1500;

/**
 * The smallest set of candidates that suffices: none, one, two; beyond two, all of them less each that can be spared.
 * Milder ones come first in the list and stay longer.
 */
export function smallest(feasible: Feasible, candidates: readonly Relaxation[]): Smallest {
  const suffices = (relaxations: readonly Relaxation[]) => typeof feasible.with(relaxations) === 'object';
  const found = [[], ...candidates.map((one) => [one]), ...pairsOf(candidates)].find(suffices) ?? spared(feasible, candidates);
  if (found === null) return { relaxation: null, minimal: nothingHelps(feasible, candidates) ? 'proven' : 'searched' };
  const proven = partsOf(found).every((part) => feasible.with(part) === 'impossible');
  return { relaxation: found, minimal: proven ? 'proven' : 'searched' };
}

const pairsOf = (candidates: readonly Relaxation[]) =>
  candidates.length * (candidates.length - 1) > 2 * mostPairs ? [] : candidates.flatMap((one, index) => candidates.slice(index + 1).map((other) => [one, other]));

/** Every set that leaves out something. */
function partsOf(relaxations: readonly Relaxation[]): Relaxation[][] {
  return relaxations.reduce<Relaxation[][]>((parts, one) => parts.flatMap((part) => [part, [...part, one]]), [[]]).filter((part) => part.length < relaxations.length);
}

const nothingHelps = (feasible: Feasible, candidates: readonly Relaxation[]) => feasible.with(candidates) === 'impossible';

/** All candidates, less those that turn out to be needless, the harshest left out first. */
function spared(feasible: Feasible, candidates: readonly Relaxation[]): Relaxation[] | null {
  const suffices = (relaxations: readonly Relaxation[]) => typeof feasible.with(relaxations) === 'object';
  if (!suffices(candidates)) return null;
  return candidates.toReversed().reduce<readonly Relaxation[]>((left, one) => {
    const without = left.filter((other) => other !== one);
    return suffices(without) ? without : left;
  }, candidates) as Relaxation[];
}
