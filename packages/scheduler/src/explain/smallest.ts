import type { Explanation, Relaxation } from '@ganwan/shared/schedule/schedule';
import type { Feasible } from './feasible.ts';

type Smallest = Pick<Explanation, 'relaxation' | 'minimal'>;

/** How many sets are tried at most where not everything can be. */
const mostSets = { single: 40, direct: 30 };

/**
 * The smallest set of candidates that suffices. Where everything can be tried: none, one, two; beyond two, all of them
 * less each that can be spared. In a large week the sets that open one place at once are tried before others of their
 * size, and beyond one only they. Milder candidates come first in the list and stay longer.
 */
export async function smallest(feasible: Feasible, candidates: readonly Relaxation[], direct: readonly Relaxation[][]): Promise<Smallest> {
  const suffices = (relaxations: readonly Relaxation[]) => typeof feasible.with(relaxations) === 'object';
  const found = setsToTry(feasible, candidates, direct).find(suffices) ?? (feasible.isSmall ? all(candidates, suffices) : null);
  if (found === null) return { relaxation: null, minimal: (await feasible.settled(candidates)) === 'impossible' ? 'proven' : 'searched' };
  return withNothingLess(feasible, spared(found, suffices));
}

/** Asks of every part whether it would do, the smallest first; a part that would takes the place of the whole. */
async function withNothingLess(feasible: Feasible, relaxation: Relaxation[]): Promise<Smallest> {
  let proven = true;
  for (const part of partsOf(relaxation)) {
    const answer = await feasible.settled(part);
    if (typeof answer === 'object') return withNothingLess(feasible, part);
    if (answer === 'unknown') proven = false;
  }
  return { relaxation, minimal: proven ? 'proven' : 'searched' };
}

function* setsToTry(feasible: Feasible, candidates: readonly Relaxation[], direct: readonly Relaxation[][]): Generator<readonly Relaxation[]> {
  yield [];
  if (feasible.isSmall) {
    yield* candidates.map((one) => [one]);
    for (const [index, one] of candidates.entries()) for (const other of candidates.slice(index + 1)) if (!feasible.isSpent) yield [one, other];
    yield* direct;
  } else {
    yield* direct.filter((set) => set.length === 1);
    yield* [...new Set([...direct.flat(), ...candidates])].slice(0, mostSets.single).map((one) => [one]);
    yield* direct.filter((set) => set.length > 1).slice(0, mostSets.direct);
  }
}

const all = (candidates: readonly Relaxation[], suffices: (relaxations: readonly Relaxation[]) => boolean) => (suffices(candidates) ? candidates : null);

/** Without those that turn out to be needless, the harshest left out first. */
function spared(relaxations: readonly Relaxation[], suffices: (relaxations: readonly Relaxation[]) => boolean): Relaxation[] {
  let left = [...relaxations];
  for (const one of relaxations.toReversed()) {
    const without = left.filter((other) => other !== one);
    if (left.length > 1 && suffices(without)) left = without;
  }
  return left;
}

/** Every set that leaves out something. */
const partsOf = (relaxations: readonly Relaxation[]): Relaxation[][] =>
  relaxations.reduce<Relaxation[][]>((parts, one) => parts.flatMap((part) => [part, [...part, one]]), [[]]).filter((part) => part.length < relaxations.length).sort((a, b) => a.length - b.length);
