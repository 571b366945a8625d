import { isDeepStrictEqual } from 'node:util';
import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { type Breach, levels, type Reason, type Relaxation, risesIn } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { Board } from '#explain/board';
import { candidatesFor } from '#explain/candidates';
import { explain } from '#explain/explain';
import { relaxed, withEarlier } from '#explain/relaxed';
import { figuresOf } from '#model/figures';
import { maySit } from '#model/may-sit';
import { modelOf } from '#model/model';
import { meetingsOf, placementOf } from '#model/placement';
import { countedReason } from '#proof/counting';
import { Loosening } from '#proof/loosen';
import { prove } from '#proof/prove';
import { Annealing } from '#search/anneal';
import { solve } from '#solve';
import { exhaustive, isPossible, judge, optionsOf, tryAll } from './exhaustive.ts';
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

/** The proof comes to the verdict and the figures of exhaustive search, states them as its bounds, and does so in whatever order a problem is written. */
export async function proofAgrees(seed: number): Promise<void> {
  const problem = randomProblem(seed, 5000);
  const best = exhaustive(problem);
  const [model, other] = [modelOf(problem), modelOf(inAnotherOrder(problem, new Dice(seed + 4)))];
  const [said, again] = [await prove(model, { seed }), await prove(other, { seed })];
  const fail = (what: string, detail: object = {}) => { throw new Broken(what, seed, { problem, best, said, ...detail }); };
  if (said.status !== (best ? 'optimal' : 'infeasible')) fail('the proof errs');
  const meetings = said.placement && meetingsOf(model, said.placement);
  if (!isDeepStrictEqual(meetings, again.placement && meetingsOf(other, again.placement))) fail('the order matters', { again });
  if (said.reason) reasonHolds(problem, said.reason, fail);
  if (!best) return;
  const { breaches, figures } = check(problem, { meetings: meetings! });
  if (breaches.length > 0) fail('the proof breaks a rule', { meetings, breaches });
  for (const level of levels) if (figures[level] !== best.best[level] || said.bounds[level] !== best.best[level]) fail(`the proof errs on ${level}`, { figures });
}

/** The search alone never breaks a rule nor beats exhaustive search, and its schedule follows from problem and seed. Answers whether it came to the best. */
export function searchAgrees(seed: number): boolean {
  const problem = randomProblem(seed, 5000);
  const best = exhaustive(problem)?.best ?? null;
  const searched = (written: Problem) => {
    const model = modelOf(written);
    if (countedReason(model)) return null;
    const annealing = new Annealing(model, seed);
    for (let round = 0; round < 10; round++) annealing.run(500);
    return annealing.found ? { meetings: meetingsOf(model, annealing.best), figures: figuresOf(model, annealing.best) } : null;
  };
  const [said, again] = [searched(problem), searched(inAnotherOrder(problem, new Dice(seed + 5)))];
  const fail = (what: string) => { throw new Broken(what, seed, { problem, best, said, again }); };
  if (!isDeepStrictEqual(said, again)) fail('the order matters to the search');
  if (said && !best) fail('the search finds what cannot be');
  if (!said || !best) return said === best;
  const { breaches, figures } = check(problem, said);
  if (breaches.length > 0) fail('the search breaks a rule');
  const decides = levels.find((level) => figures[level] !== best[level]);
  if (decides && figures[decides] > best[decides] === risesIn[decides]) fail('the search beats all there is');
  return decides === undefined;
}

/**
 * From the worst schedule of most meetings, loosening comes to the fewest breaks that any schedule with these meetings and
 * people has, keeps the rules on the way, and says that it is over. Answers whether there was anything to do.
 */
export async function looseningAgrees(seed: number): Promise<boolean> {
  const problem = randomProblem(seed, 5000);
  const all: { meetings: PlacedMeeting[]; breaks: number }[] = [];
  tryAll(problem, (options) => {
    const meetings = options.map(({ meeting }) => meeting);
    all.push({ meetings, breaks: check(problem, { meetings }).figures.breaks });
    return false;
  });
  const most = Math.max(...all.map(({ meetings }) => meetings.length));
  const [worst] = all.filter(({ meetings }) => meetings.length === most).sort((a, b) => b.breaks - a.breaks);
  if (!worst?.breaks) return false;
  const people = (meetings: readonly PlacedMeeting[]) => new Set(meetings.map(({ wish, buyer, supplier }) => `${wish} ${buyer} ${supplier}`));
  const least = Math.min(...all.filter(({ meetings }) => people(worst.meetings).isSubsetOf(people(meetings))).map(({ breaks }) => breaks));
  const model = modelOf(problem);
  let { meetings, breaks } = worst;
  const loosening = await Loosening.of(model, placementOf(model, meetings), breaks, { seed, stop: () => false });
  const fail = (what: string) => { throw new Broken(what, seed, { problem, worst, least, meetings }); };
  for (let attempt = 0; breaks > 0 && !loosening.isOver; attempt++) {
    if (attempt === 1000) fail('loosening does not end');
    const found = loosening.attempt(placementOf(model, meetings), breaks);
    if (!found) continue;
    meetings = meetingsOf(model, found);
    const said = check(problem, { meetings });
    if (said.breaches.length > 0 || said.figures.breaks >= breaks || !people(worst.meetings).isSubsetOf(people(meetings))) fail('loosening errs');
    ({ breaks } = said.figures);
  }
  loosening.close();
  if (breaks !== least) fail('loosening ends too early');
  return true;
}

/** The whole engine, threads and all: verdict, figures, bounds, and a schedule that check accepts. */
export async function solveAgrees(seed: number): Promise<void> {
  const problem = randomProblem(seed, 5000);
  const best = exhaustive(problem)?.best ?? null;
  // Time enough on a machine that does much else.
  const said = await solve(problem, { seed, seconds: 3600 });
  const fail = (what: string) => { throw new Broken(what, seed, { problem, best, said }); };
  if (said.status !== (best ? 'optimal' : 'infeasible')) fail('solve errs');
  if (!best) return;
  if (check(problem, said).breaches.length > 0) fail('solve breaks a rule');
  for (const level of levels) if (said.figures[level] !== best[level] || said.bounds[level] !== best[level]) fail(`solve errs on ${level}`);
}

/** Every list but the slots, which follow the clock. */
function inAnotherOrder(problem: Problem, dice: Dice): Problem {
  const { slots, rules, ...lists } = problem;
  return { slots, rules, ...(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, dice.shuffled<unknown>(list)])) as typeof lists) };
}

/** What a reason names cannot be placed, even with all but what comes before it left aside. */
function reasonHolds(problem: Problem, reason: Reason, fail: (what: string) => void): void {
  const named = 'wishes' in reason ? reason.wishes : 'wish' in reason ? [reason.wish] : [];
  if (named.length === 0) return;
  const names = withEarlier(named, problem.precedences);
  const alone: Problem = {
    ...problem, wishes: problem.wishes.filter(({ id }) => names.has(id)), locked: problem.locked.filter(({ wish }) => names.has(wish)),
    precedences: problem.precedences.filter(({ before, after }) => names.has(before) && names.has(after)), rules: { ...problem.rules, placeEverything: true, breakSpread: null },
  };
  if (isPossible(alone)) fail(`the reason ${reason.code} does not hold`);
}

/**
 * For every wish that the best schedule leaves out, and one that is taken out of it: `explain` finds obstacles exactly
 * where there is no open place, its relaxation works, no part of it can be left out, and nothing smaller would do.
 */
export async function explainAgrees(seed: number): Promise<void> {
  const problem = randomProblem(seed, 1500);
  const best = exhaustive(problem)?.meetings;
  if (!best) return;
  const [isSchedule, dice] = [judge(problem), new Dice(seed + 3)];
  const lessOne = best.filter((_, index) => index !== dice.between(0, best.length - 1));
  const cases = [best, ...(isSchedule(lessOne) ? [lessOne] : [])].flatMap((meetings) => problem.wishes.filter(({ id }) => !meetings.some(({ wish }) => wish === id)).map(({ id }) => ({ id, meetings })));
  for (const { id, meetings } of cases) await explainsOne(problem, meetings, id, seed, isSchedule);
}

async function explainsOne(problem: Problem, meetings: PlacedMeeting[], id: string, seed: number, isSchedule: (meetings: readonly PlacedMeeting[]) => boolean): Promise<void> {
  const said = await explain(problem, { meetings }, id);
  const fail = (what: string) => { throw new Broken(what, seed, { problem, meetings, wish: id, said }); };
  const works = (relaxations: readonly Relaxation[]) => {
    const easier = relaxed(problem, meetings, id, relaxations);
    return easier !== null && isPossible(easier);
  };
  const open = optionsOf(problem, problem.wishes.findIndex((wish) => wish.id === id)).some((option) => isSchedule([...meetings, option.meeting]));
  if (open !== said.obstacles.every(({ kind }) => kind === 'worse')) fail('explain sees other places');

  const model = modelOf(problem);
  const candidates = candidatesFor(new Board(model, placementOf(model, meetings)), model.wishNumber.get(id)!);
  if (said.minimal !== 'proven') fail('explain does not prove so small a thing');
  if (said.relaxation === null) {
    if (works(candidates)) fail('explain finds nothing where something helps');
    return;
  }
  const { relaxation } = said;
  if (!works(relaxation)) fail('the relaxation does not work');
  if (said.meetings === null || check(relaxed(problem, meetings, id, relaxation)!, { meetings: said.meetings }).breaches.length > 0) fail('the schedule of the relaxation is wrong');
  const parts = relaxation.reduce<Relaxation[][]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);
  if (parts.some((part) => part.length < relaxation.length && works(part))) fail('a part of the relaxation can be left out');
  if (relaxation.length === 2 && candidates.some((one) => works([one]))) fail('one relaxation would do');
}
