import { isDeepStrictEqual } from 'node:util';
import type { Breach } from '@ganwan/shared/schedule/schedule';
import { levels } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { exhaustive, judge } from './exhaustive.ts';
import { mutant } from './mutants.ts';
import { randomProblem } from './random-problems.ts';
import { Dice } from './random.ts';

/** Something that does not hold, with all that is needed to look at it. */
export class Broken extends Error {
  constructor(what: string, seed: number, detail: object) {
    super(`problem ${seed}: ${what}\n${JSON.stringify(detail)}`);
  }
}

/** `check` accepts the best schedule there is with its very figures, and refuses exactly those mutants that break a rule. */
export function checkAgrees(seed: number, combinations?: number): Breach['rule'][] {
  const problem = randomProblem(seed, combinations);
  const found = exhaustive(problem);
  if (found) {
    const { breaches, figures } = check(problem, found);
    if (breaches.length > 0) throw new Broken('check refuses a right schedule', seed, { problem, ...found, breaches });
    const counted = Object.fromEntries(levels.map((level) => [level, figures[level]]));
    if (!isDeepStrictEqual(counted, found.best)) throw new Broken('check counts otherwise', seed, { problem, ...found, figures });
  }
  const [isSchedule, dice] = [judge(problem), new Dice(seed + 1)];
  return Array.from({ length: 40 }).flatMap(() => {
    let meetings = mutant(problem, found?.meetings ?? [], dice);
    if (dice.chance(0.2)) meetings = mutant(problem, meetings, dice);
    const { breaches } = check(problem, { meetings });
    if ((breaches.length === 0) !== isSchedule(meetings)) throw new Broken(breaches.length === 0 ? 'check accepts a wrong schedule' : 'check refuses a right schedule', seed, { problem, meetings, breaches });
    return breaches.map(({ rule }) => rule);
  });
}
