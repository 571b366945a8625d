import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { exhaustive, tryAll } from '#test/exhaustive';
import { Dice } from '#test/random';
import { randomProblem } from '#test/random-problems';
import { check } from '#check/check';
import { changed } from './changed.ts';
import { repair } from './repair.ts';

/** Of all schedules: how many of the lost meetings can be placed beside all others, and with how few of those elsewhere. */
function leastMoved(problem: Problem, kept: readonly PlacedMeeting[], lost: readonly string[]): { placed: number; moved: number } {
  let best = { placed: 0, moved: 0 };
  tryAll(problem, (options) => {
    const is = new Map(options.map(({ meeting }) => [meeting.wish, meeting]));
    if (options.some(({ meeting }) => !lost.includes(meeting.wish) && !kept.some(({ wish }) => wish === meeting.wish))) return false;
    const placed = lost.filter((wish) => is.has(wish)).length;
    let moved = 0;
    for (const was of kept) {
      const now = is.get(was.wish);
      if (!now) return false;
      moved += Number((['slot', 'table', 'buyer', 'supplier'] as const).some((key) => now[key] !== was[key]));
    }
    if (moved <= 3 && (placed > best.placed || (placed === best.placed && moved < best.moved))) best = { placed, moved };
    return false;
  });
  return best;
}

function change(problem: Problem, spare: Problem['wishes'][number], dice: Dice): Change {
  const slot = dice.pick(problem.slots).id;
  return dice.pick<Change>([
    { kind: 'add', wish: spare },
    { kind: 'add', wish: spare },
    { kind: 'no_show', person: dice.pick(problem.people).id, from: slot },
    { kind: 'late', person: dice.pick(problem.people).id, until: slot },
    { kind: 'table_gone', table: dice.pick(problem.tables).id, from: slot },
  ]);
}

test('as few meetings move as any schedule would need', () => {
  const seen = { one: 0, room: 0, several: 0 };
  for (let seed = 0; seed < 400; seed += 1) {
    const dice = new Dice(seed + 1000);
    const whole = randomProblem(seed, 5000);
    const spare = whole.wishes.find(({ id }) => !whole.locked.some(({ wish }) => wish === id) && !whole.precedences.some(({ before, after }) => before === id || after === id));
    if (!spare) continue;
    const problem = { ...whole, wishes: whole.wishes.filter((wish) => wish !== spare), rules: { ...whole.rules, placeEverything: false, breakSpread: null } };
    const meetings = exhaustive(problem)?.meetings;
    if (!meetings) continue;
    const asked = { changes: [change(problem, spare, dice)] };
    const { problem: next, kept, lost } = changed(problem, meetings, asked);
    // A meeting that was to follow a lost one is another story.
    if (lost.length === 0 || next.precedences.some(({ before }) => lost.some(({ wish }) => wish === before))) continue;
    const told = repair(problem, { meetings }, asked);
    expect(check(told.problem, { meetings: told.meetings }).breaches).toEqual([]);
    const least = leastMoved(next, kept, lost.map(({ wish }) => wish));
    const placed = lost.length - told.unplaced.length;
    const moved = told.moved.filter(({ wish, from, to }) => from && to && !lost.some((one) => one.wish === wish) && (['slot', 'table', 'buyer', 'supplier'] as const).some((key) => from[key] !== to[key])).length;
    if (lost.length === 1) {
      seen.one += 1;
      seen.room += Number(least.moved > 0);
      expect({ seed, placed, moved }).toEqual({ seed, ...least });
    } else {
      seen.several += 1;
      expect(placed).toBeLessThanOrEqual(least.placed);
    }
  }
  expect(seen.one).toBeGreaterThan(150);
  expect(seen.room).toBeGreaterThan(3);
});
