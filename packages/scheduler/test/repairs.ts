import { isDeepStrictEqual } from 'node:util';
import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { repair } from '#repair/repair';
import { exhaustive } from './exhaustive.ts';
import { Broken } from './properties.ts';
import { randomProblem } from './random-problems.ts';
import { Dice } from './random.ts';

/**
 * Whatever happens, several things at once, to a schedule that may lack a meeting: the repaired one keeps the rules,
 * nobody who has checked in goes elsewhere, nothing that is over changes, and everything that changes is told.
 */
export function repairKeeps(seed: number): void {
  const dice = new Dice(seed + 6);
  const whole = randomProblem(seed, 3000);
  const problem: Problem = { ...whole, rules: { ...whole.rules, placeEverything: false } };
  const best = exhaustive(problem)?.meetings;
  if (!best || problem.wishes.length === 0) return;
  const isFree = (wish: string) => !problem.locked.some((lock) => lock.wish === wish) && !problem.precedences.some(({ before }) => before === wish);
  const meetings = dice.chance(0.4) ? best.filter(({ wish }, at) => at > 0 || !isFree(wish)) : best;
  const slot = () => dice.pick(problem.slots).id;
  const changes = Array.from({ length: dice.between(1, 2) }, () => dice.pick<Change>([
    { kind: 'cancel', wish: dice.pick(problem.wishes).id }, { kind: 'no_show', person: dice.pick(problem.people).id, from: slot() },
    { kind: 'late', person: dice.pick(problem.people).id, until: slot() }, { kind: 'table_gone', table: dice.pick(problem.tables).id, from: slot() },
  ]));
  const checkedIn = dice.some(meetings, 0.3).map(({ wish }) => wish);
  const day = { changes, checkedIn, refill: dice.chance(0.5), ...(dice.chance(0.4) && { now: slot() }) };
  const said = repair(problem, { meetings }, day);
  const fail = (what: string, detail?: unknown) => { throw new Broken(what, seed, { problem, meetings, day, said, detail }); };

  const { breaches } = check(said.problem, { meetings: said.meetings });
  if (breaches.length > 0) fail('repair breaks a rule', breaches);
  const place = new Map(problem.slots.map(({ id }, at) => [id, at]));
  const isOver = ({ slot: then }: PlacedMeeting) => day.now !== undefined && place.get(then)! < place.get(day.now)!;
  const calledOff = new Set(changes.flatMap((change) => (change.kind === 'cancel' ? [change.wish] : [])));
  for (const wish of calledOff) for (const { before, after } of problem.precedences) if (before === wish) calledOff.add(after);
  const [was, is] = [meetings, said.meetings].map((list) => new Map(list.map((meeting) => [meeting.wish, meeting])));
  for (const wish of new Set([...was!.keys(), ...is!.keys()])) {
    const [from, to] = [was!.get(wish), is!.get(wish)];
    const isSame = isDeepStrictEqual(from, to);
    if (isSame === said.moved.some((one) => one.wish === wish)) fail('what changes is not what is told', { from, to });
    if (isSame) continue;
    if (to && isOver(to)) fail('somebody is sent into the past', { from, to });
    if (!from && !day.refill) fail('a meeting comes uncalled', { to });
    if (calledOff.has(wish) || !from) continue;
    if (isOver(from)) fail('what is over changes', { from, to });
    if (to && checkedIn.includes(wish) && (to.slot !== from.slot || to.table !== from.table)) fail('who has checked in is sent elsewhere', { from, to });
    if (!to && !said.unplaced.includes(wish)) fail('a meeting is lost and not told', { from });
  }
  for (const { because } of said.moved) if (!changes.includes(because)) fail('a change is told that nobody asked for', because);
}
