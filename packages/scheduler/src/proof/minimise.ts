import { count } from './logic.ts';
import type { Literal, Sat } from './sat.ts';

/** What it costs when a literal holds: a whole number above 0. */
export interface Cost {
  literal: Literal;
  weight: number;
}

export interface Progress {
  /** Every answer costs at least so much. Called whenever that rises, and first with 0. */
  atLeast(cost: number): void;
  /** An answer is there to be read from the solver; gives what it costs. */
  found(): number;
  /** What the best known answer costs, found here or elsewhere. */
  best(): number;
}

/**
 * The least cost, proven: assumes that nothing costs anything, and with each set of assumptions that cannot hold
 * together (a core) allows one of them to fail and counts how many more do (OLL: Andres, Kaufmann, Matheis, Schaub 2012;
 * heavy weights first). Afterwards only answers of the least cost are left. Null when it was stopped before.
 */
export function minimise(sat: Sat, costs: readonly Cost[], { atLeast, found, best }: Progress): number | null {
  /** Assumed to hold, with what it costs when it does not. */
  const soft = new Map<Literal, number>();
  /** Of an assumption "no more than so many of a core fail": the next ones. */
  const next = new Map<Literal, Literal>();
  const raise = (literal: Literal, weight: number) => soft.set(literal, (soft.get(literal) ?? 0) + weight);
  for (const { literal, weight } of costs) if (literal !== sat.no) raise(-literal, weight);
  let bound = 0;
  atLeast(bound);
  let stratum = Math.max(0, ...soft.values());
  while (bound < best()) {
    const assumed = [...soft].filter(([, weight]) => weight >= stratum).map(([literal]) => literal);
    const answer = sat.solve(assumed);
    if (answer === 'unknown') return bound < best() ? null : close();
    if (answer === 'possible') {
      if (found() <= bound) break;
      stratum = Math.max(0, ...[...soft.values()].filter((weight) => weight < stratum));
      if (stratum === 0) break;
      continue;
    }
    const core = sat.core();
    if (core.length === 0) return null;
    const least = Math.min(...core.map((literal) => soft.get(literal)!));
    for (const literal of core) {
      const rest = soft.get(literal)! - least;
      if (rest) soft.set(literal, rest);
      else soft.delete(literal);
      if (next.has(literal)) raise(next.get(literal)!, least);
    }
    sat.add(...core.map((literal) => -literal));
    const failing = count(sat, core.map((literal) => -literal), core.length);
    failing.slice(1).forEach((more, at) => failing[at + 2] !== undefined && next.set(-more, -failing[at + 2]!));
    if (failing[1] !== undefined) raise(-failing[1], least);
    atLeast((bound += least));
  }
  return close();

  function close(): number {
    for (const literal of soft.keys()) sat.add(literal);
    return bound;
  }
}
