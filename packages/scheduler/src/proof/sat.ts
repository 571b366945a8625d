import { Cadical } from 'cadical-wasm';

/** A literal is the number of a variable, or its negative: not it. */
export type Literal = number;

/** What the proof asks of a SAT solver. Any incremental solver with assumptions could stand behind it. */
export interface Sat {
  /** A literal that is true. */
  readonly yes: Literal;
  readonly no: Literal;
  fresh(): Literal;
  /** One of these holds, in every answer from now on. */
  add(...literals: Literal[]): void;
  /** Whether everything added can hold together with what is assumed this once; `unknown` when it was stopped. */
  solve(assumed?: readonly Literal[], conflicts?: number): 'possible' | 'impossible' | 'unknown';
  /** After `possible`. */
  holds(literal: Literal): boolean;
  /** After `impossible`: those of the assumed that cannot hold together. */
  core(): Literal[];
  close(): void;
}

/**
 * CaDiCaL, compiled to WASM, in its stable mode alone: the schedules that meet a bound are what takes long to find, and that
 * mode finds them (docs/measurements/schedule.md). `stop` is asked while it works. A thread's solvers share one memory,
 * which never shrinks.
 */
export async function cadical({ seed = 0, stop }: { seed?: number; stop?: () => boolean }): Promise<Sat> {
  const solver = await Cadical.create({ quiet: true, stabilizeonly: 1, seed: seed % 2_000_000_000 });
  if (stop) solver.setTerminate(stop);
  let variables = 0;
  const fresh = () => (variables += 1);
  const yes = fresh();
  solver.addClause([yes]);
  return {
    yes,
    no: -yes,
    fresh,
    add(...literals) {
      if (!literals.includes(yes)) solver.addClause(literals.filter((literal) => literal !== -yes));
    },
    solve(assumed = [], conflicts) {
      const answer = solver.solve({ assumptions: assumed, ...(conflicts !== undefined && { conflicts }) });
      return ({ satisfiable: 'possible', unsatisfiable: 'impossible', unknown: 'unknown' } as const)[answer];
    },
    holds: (literal) => solver.value(literal),
    core: () => solver.failedAssumptions(),
    close: () => solver.dispose(),
  };
}
