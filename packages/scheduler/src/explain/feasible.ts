import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Relaxation } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { type Model, modelOf } from '#model/model';
import { meetingsOf, type Placement, placementOf } from '#model/placement';
import { Board } from './board.ts';
import { placeAll } from './exact.ts';
import { isHopeless } from './hopeless.ts';
import { type Budget, insert } from './insert.ts';
import { relaxed } from './relaxed.ts';

/** A whole schedule of the relaxed problem, a proof that there is none, or neither in the steps there were. */
export type Answer = { meetings: PlacedMeeting[] } | 'impossible' | 'unknown';

/** How far each of the ways goes; in seats that are looked at. */
export interface Effort {
  moves: number;
  insertSteps: number;
  exactSteps: number;
}

/** Answers what relaxations do, each set of them once. Nothing that it places has not been held against every rule. */
export class Feasible {
  /** Small enough that everything can be tried. */
  readonly isSmall: boolean;
  private readonly known = new Map<string, Answer>();
  private readonly problem: Problem;
  private readonly placed: readonly PlacedMeeting[];
  private readonly wish: string;
  private readonly effort: Effort;

  constructor(problem: Problem, placed: readonly PlacedMeeting[], wish: string, effort: Effort) {
    this.problem = problem;
    this.placed = placed;
    this.wish = wish;
    this.effort = effort;
    this.isSmall = problem.wishes.length * problem.slots.length * problem.tables.length <= effort.exactSteps / 20;
  }

  with(relaxations: readonly Relaxation[]): Answer {
    const key = relaxations.map((one) => JSON.stringify(one)).sort().join();
    const answer = this.known.get(key) ?? this.find(relaxations);
    this.known.set(key, answer);
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
    return insert(board, missing, this.effort.moves, this.budget(this.effort.insertSteps)) ? this.accepted(problem, model, board.placement) : null;
  }

  private byTryingAll(problem: Problem, model: Model): Answer | null {
    if (!this.isSmall) return null;
    const placement = placeAll(model, this.budget(this.effort.exactSteps));
    return placement === false ? 'impossible' : placement && this.accepted(problem, model, placement);
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

  private budget = (steps: number): Budget => ({ steps });
}
