import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { type Explanation, levels, type Obstacle, risesIn, type Schedule } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { modelOf } from '#model/model';
import { placementOf } from '#model/placement';
import { Board } from './board.ts';
import { candidatesFor } from './candidates.ts';
import { directSets } from './direct.ts';
import { type Effort, Feasible } from './feasible.ts';
import { obstaclesOf } from './obstacles.ts';
import { smallest } from './smallest.ts';

export interface Explained extends Explanation {
  /** A whole schedule with the wish in it that keeps every rule of the relaxed problem: the relaxation's proof. */
  meetings: PlacedMeeting[] | null;
}

const effort: Effort = { moves: 3, insertSteps: 20_000, exactSteps: 200_000, allSteps: 4_000_000, clauses: 600_000, calls: 3000 };

/**
 * Why a wish has no place in a schedule, and the smallest relaxation that would give it one beside everything that is
 * placed, which is tried before it is said. The schedule has to keep the rules.
 * Rejects with a `RangeError` when the problem has no such wish.
 */
export async function explain(problem: Problem, schedule: Pick<Schedule, 'meetings'>, wish: string): Promise<Explained> {
  const model = modelOf(problem);
  const number = model.wishNumber.get(wish);
  if (number === undefined) throw new RangeError(`${wish} is not among the wishes`);
  const { meetings } = schedule;
  if (meetings.some((meeting) => meeting.wish === wish)) return { wish, placed: true, obstacles: [], relaxation: [], minimal: 'proven', meetings: [...meetings] };

  const board = new Board(model, placementOf(model, meetings));
  const obstacles = obstaclesOf(board, number);
  const feasible = new Feasible(problem, meetings, wish, effort);
  const candidates = candidatesFor(board, number);
  const { relaxation, minimal } = await smallest(feasible, candidates, directSets(board, number, candidates));
  const found = relaxation === null ? null : feasible.with(relaxation);
  const placedAnew = found !== null && typeof found === 'object' ? found.meetings : null;
  return {
    wish, placed: false, relaxation, minimal, meetings: placedAnew,
    obstacles: obstacles.length === 0 && placedAnew !== null ? worse(problem, meetings, placedAnew) : obstacles,
  };
}

/** The first level on which the schedule with the wish in it is worse; none when it is better. */
function worse(problem: Problem, before: readonly PlacedMeeting[], after: readonly PlacedMeeting[]): Obstacle[] {
  const [was, is] = [before, after].map((meetings) => check(problem, { meetings: [...meetings] }).figures);
  const level = levels.find((one) => was![one] !== is![one]);
  if (level === undefined || is![level] > was![level] === risesIn[level]) return [];
  return [{ kind: 'worse', level, by: Math.abs(is![level] - was![level]) }];
}

