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
  /** Of an assumption "no more than so many of a core fail": the core and the number. */
  const tallies = new Map<Literal, { core: readonly Literal[]; failing: readonly Literal[]; most: number }>();
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
      const tally = tallies.get(literal);
      if (tally) allow(tally.core, tally.failing, tally.most + 1, least);
    }
    sat.add(...core.map((literal) => -literal));
    allow(core, [], 1, least);
    atLeast((bound += least));
  }
  return close();

  /** From now on assumes that no more than so many of a core fail. Large cores are counted no further than needed. */
  function allow(core: readonly Literal[], counted: readonly Literal[], most: number, weight: number): void {
    if (most >= core.length) return;
    const failing = most < counted.length ? counted : count(sat, core.map((literal) => -literal), Math.min(core.length, 2 * most + 2));
    const assumed = -failing[most]!;
    tallies.set(assumed, { core, failing, most });
    raise(assumed, weight);
  }

  function close(): number {
    for (const literal of soft.keys()) sat.add(literal);
    return bound;
  }
}
