import { isDeepStrictEqual } from 'node:util';
import type { Breach } from '@ganwan/shared/schedule/schedule';
import { levels } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { figuresOf } from '#model/figures';
import { maySit } from '#model/may-sit';
import { modelOf } from '#model/model';
import { placementOf } from '#model/placement';
import { exhaustive, judge, optionsOf } from './exhaustive.ts';
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

/** The compiled model counts as `check` does, and lets a wish be held exactly where the words do. */
export function modelAgrees(seed: number): void {
  const problem = { ...randomProblem(seed, 5000), locked: [] };
  const [model, isSchedule, dice] = [modelOf(problem), judge(problem), new Dice(seed + 2)];
  let meetings = exhaustive(problem)?.meetings ?? [];
  for (let step = 0; step < 40; step++) {
    const changed = mutant(problem, meetings, dice);
    if (isSchedule(changed)) meetings = changed;
    const [counted, checked] = [figuresOf(model, placementOf(model, meetings)), check(problem, { meetings }).figures];
    if (!isDeepStrictEqual(counted, checked)) throw new Broken('the model counts otherwise', seed, { problem, meetings, counted, checked });
  }
  const numbers = (count: number, from = 0) => Array.from({ length: count - from }, (_, index) => index + from);
  problem.wishes.forEach(({ id }, wish) => {
    const here = numbers(model.slots).flatMap((slot) => numbers(model.tables).flatMap((table) => numbers(model.people).flatMap((buyer) => numbers(model.people).flatMap((supplier) =>
      numbers(model.interpreters, -1).flatMap((interpreter) => (maySit(model, model.wishNumber.get(id)!, { slot, table, buyer, supplier, interpreter }) ? 1 : 0)))))).reduce((sum: number, one) => sum + one, 0);
    if (here !== optionsOf(problem, wish).length) throw new Broken('the model seats otherwise', seed, { problem, wish: id, here });
  });
}
