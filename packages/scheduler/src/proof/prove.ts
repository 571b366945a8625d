import { type Bounds, type Figures, type Level, levels, type Reason, risesIn } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { figuresOf } from '#model/figures';
import type { Model } from '#model/model';
import { meetingsOf, type Placement } from '#model/placement';
import { countedBests, countedReason, noBounds } from './counting.ts';
import { encode, sizeOf } from './encode.ts';
import { minimise } from './minimise.ts';
import { cadical, type Sat } from './sat.ts';

/** Conflicts. */
const warmUp = 20_000;

export interface Asked {
  seed?: number;
  /** Asked often while it works. */
  stop?: () => boolean;
  /** The figures of the best schedule known elsewhere. */
  known?: () => Figures | null;
  onSchedule?: (placement: Placement, figures: Figures) => void;
  /** What is proven of a level has changed. */
  onBound?: (level: Level, bound: number) => void;
  /** Problems that take more clauses than this are not begun: only what counting tells is said of them. */
  clauses?: number;
  solver?: (asked: { seed: number; stop: () => boolean }) => Promise<Sat>;
}

export interface Proof {
  /** `optimal`: nothing beats the best that was known or found. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** The best that was found here; null when the best was known, or nothing was found. */
  placement: Placement | null;
  bounds: Bounds;
  reason: Reason | null;
}

/**
 * Proves level after level what no schedule can beat, or that there is none. Every schedule goes through `check` before it
 * is believed; throws when the solver's answer breaks a rule.
 */
export async function prove(model: Model, asked: Asked = {}): Promise<Proof> {
  const { seed = 0, stop = () => false, known = () => null, onSchedule, onBound, clauses = 4_000_000, solver = cadical } = asked;
  const none = (reason: Reason): Proof => ({ status: 'infeasible', placement: null, bounds: noBounds(), reason });
  const reason = countedReason(model);
  if (reason) return none(reason);
  const bests = countedBests(model);
  const bounds: Bounds = { ...bests };
  let found: { placement: Placement; figures: Figures } | null = null;
  const best = () => better(found?.figures ?? null, known());
  const answer = (proven: boolean): Proof => {
    const top = best();
    return { status: proven ? 'optimal' : top ? 'feasible' : 'unknown', placement: found && found.figures === top ? found.placement : null, bounds, reason: null };
  };
  const atBest = (figures: Figures | null) => figures !== null && levels.every((level) => figures[level] === bests[level]);
  if (atBest(best()) || sizeOf(model) > clauses) return answer(atBest(best()));

  // The best known may reach the bound of the level at work while the solver is busy with it.
  let reached = () => false;
  const sat = await solver({ seed, stop: () => stop() || reached() });
  try {
    const encoding = encode(sat, model);
    const read = () => {
      const placement = encoding.read();
      const { breaches } = check(model.problem, { meetings: meetingsOf(model, placement) });
      if (breaches.length) throw new Error(`the solver's answer breaks a rule: ${JSON.stringify(breaches[0])}`);
      const figures = figuresOf(model, placement);
      if (better(best(), figures) === figures) onSchedule?.(placement, figures);
      if (better(found?.figures ?? null, figures) === figures) found = { placement, figures };
      return figures;
    };
    // Where a schedule is known, one of its own still gives the solver values to go on from.
    const first = sat.solve([], best() ? warmUp : undefined);
    if (first === 'impossible') return none({ code: 'proven' });
    if (first === 'possible') read();
    else if (!best()) return answer(false);
    for (const level of levels) {
      const cost = (figures: Figures | null) => (figures ? Math.abs(bests[level] - figures[level]) : Infinity);
      const least = minimise(sat, encoding.costs(level, bests), {
        atLeast(bound) {
          bounds[level] = bests[level] + (risesIn[level] ? -bound : bound);
          onBound?.(level, bounds[level]);
          reached = () => cost(best()) <= bound;
        },
        found: () => cost(read()),
        best: () => cost(best()),
      });
      reached = () => false;
      if (least === null) return answer(false);
    }
    return answer(true);
  } finally {
    sat.close();
  }
}

/** The better of two by the levels; the first when they are equal. */
export function better(one: Figures | null, other: Figures | null): Figures | null {
  if (!one || !other) return one ?? other;
  const level = levels.find((at) => one[at] !== other[at]);
  return !level || one[level] > other[level] === risesIn[level] ? one : other;
}
