import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Relaxation } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { type Model, modelOf } from '#model/model';
import { meetingsOf, type Placement, placementOf } from '#model/placement';
import { prove } from '#proof/prove';
import { Board } from './board.ts';
import { placeAll } from './exact.ts';
import { isHopeless } from './hopeless.ts';
import { type Budget, insert } from './insert.ts';
import { relaxed } from './relaxed.ts';

/** A whole schedule of the relaxed problem, a proof that there is none, or neither in the steps there were. */
export type Answer = { meetings: PlacedMeeting[] } | 'impossible' | 'unknown';

/** How far each of the ways goes. A step is a seat that is looked at; clauses and calls are those of the SAT solver. */
export interface Effort {
  moves: number;
  insertSteps: number;
  exactSteps: number;
  /** Of both, for all questions together. */
  allSteps: number;
  clauses: number;
  calls: number;
}

/** Answers what relaxations do, each set of them once. Nothing that it places has not been held against every rule. */
export class Feasible {
  /** Small enough that everything can be tried. */
  readonly isSmall: boolean;
  private readonly known = new Map<string, Answer>();
  private spent = 0;
  private readonly problem: Problem;
  private readonly placed: readonly PlacedMeeting[];
  private readonly wish: string;
  private readonly effort: Effort;

  constructor(problem: Problem, placed: readonly PlacedMeeting[], wish: string, effort: Effort) {
    this.problem = problem;
    this.placed = placed;
    this.wish = wish;
    this.effort = effort;
    this.isSmall = problem.wishes.length * problem.slots.length * problem.tables.length <= effort.exactSteps / 100;
  }

  get isSpent(): boolean {
    return this.spent >= this.effort.allSteps;
  }

  /** By counting, by moving a few meetings and, where it is small, by trying everything. */
  with(relaxations: readonly Relaxation[]): Answer {
    return this.once(relaxations) ?? this.learn(relaxations, this.find(relaxations));
  }

  /** The same, and what is still unknown is asked of a SAT solver, unless it would be too much for it. */
  async settled(relaxations: readonly Relaxation[]): Promise<Answer> {
    const answer = this.with(relaxations);
    return answer === 'unknown' ? this.learn(relaxations, await this.bySolver(relaxations)) : answer;
  }

  private once = (relaxations: readonly Relaxation[]) => this.known.get(keyOf(relaxations));

  private learn(relaxations: readonly Relaxation[], answer: Answer): Answer {
    this.known.set(keyOf(relaxations), answer);
    return answer;
  }

  private find(relaxations: readonly Relaxation[]): Answer {
    const easier = relaxed(this.problem, this.placed, this.wish, relaxations);
    if (easier === null || this.isHopeless(easier)) return 'impossible';
    const model = modelOf(easier);
    const kept = this.placed.filter((meeting) => model.wishNumber.has(meeting.wish));
    return this.byInsertion(easier, model, kept) ?? this.byTryingAll(easier, model) ?? 'unknown';
  }

  private byInsertion(problem: Problem, model: Model, kept: readonly PlacedMeeting[]): Answer | null {
    const board = new Board(model, placementOf(model, kept));
    const missing = Array.from({ length: model.wishes }, (_, wish) => wish).filter((wish) => !board.isPlaced(wish));
    const done = this.within(this.effort.insertSteps, (budget) => insert(board, missing, this.effort.moves, budget));
    return done ? this.accepted(problem, model, board.placement) : null;
  }

  private byTryingAll(problem: Problem, model: Model): Answer | null {
    if (!this.isSmall) return null;
    const placement = this.within(this.effort.exactSteps, (budget) => placeAll(model, budget));
    return placement === false ? 'impossible' : placement && this.accepted(problem, model, placement);
  }

  private async bySolver(relaxations: readonly Relaxation[]): Promise<Answer> {
    const problem = relaxed(this.problem, this.placed, this.wish, relaxations)!;
    const model = modelOf(problem);
    let [first, calls]: [Placement | null, number] = [null, 0];
    const stop = () => first !== null || ++calls > this.effort.calls;
    const { status } = await prove(model, { stop, clauses: this.effort.clauses, onSchedule: (placement) => void (first ??= placement) });
    if (status === 'infeasible') return 'impossible';
    return first === null ? 'unknown' : (this.accepted(problem, model, first) ?? 'unknown');
  }

  /** What the people of the wish cannot do among themselves, nobody can do for them. */
  private isHopeless(problem: Problem): boolean {
    const { buyer, supplier } = problem.wishes.find(({ id }) => id === this.wish)!;
    return isHopeless(problem, [buyer, supplier]);
  }

  private accepted(problem: Problem, model: Model, placement: Placement): Answer | null {
    const meetings = meetingsOf(model, placement);
    return check(problem, { meetings }).breaches.length === 0 ? { meetings } : null;
  }

  private within<Outcome>(steps: number, work: (budget: Budget) => Outcome): Outcome {
    const given = Math.max(1, Math.min(steps, this.effort.allSteps - this.spent));
    const budget = { steps: given };
    const outcome = work(budget);
    this.spent += given - budget.steps;
    return outcome;
  }
}

const keyOf = (relaxations: readonly Relaxation[]) => relaxations.map((one) => JSON.stringify(one)).sort().join();
