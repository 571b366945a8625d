import type { PlacedMeeting, Wish } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { plantedWeek } from '#planted/week';
import { random } from '#random';
import { repair } from './repair.ts';

const { problem, hidden } = plantedWeek({ people: 120, seed: 11 });
const dice = random(5);
const free = hidden.filter(({ wish }) => !problem.locked.some((lock) => lock.wish === wish));
const same = (one: PlacedMeeting, other: PlacedMeeting | undefined) => JSON.stringify(one) === JSON.stringify(other);
const stays = (meetings: readonly PlacedMeeting[], wish: string) => same(hidden.find((meeting) => meeting.wish === wish)!, meetings.find((meeting) => meeting.wish === wish));

/** Everything that is elsewhere is told, with its change; nothing else. */
function mended(changes: Change[], rest: { now?: string; checkedIn?: string[] } = {}) {
  const repaired = repair(problem, { meetings: hidden }, { changes, ...rest });
  expect(check(repaired.problem, { meetings: repaired.meetings }).breaches).toEqual([]);
  const is = new Map(repaired.meetings.map((meeting) => [meeting.wish, meeting]));
  const elsewhere = hidden.filter((meeting) => !same(meeting, is.get(meeting.wish))).map(({ wish }) => wish);
  const added = repaired.meetings.filter(({ wish }) => !hidden.some((meeting) => meeting.wish === wish)).map(({ wish }) => wish);
  expect(repaired.moved.map(({ wish }) => wish).sort()).toEqual([...elsewhere, ...added].sort());
  for (const { because } of repaired.moved) expect(changes).toContainEqual(because);
  for (const { wish } of problem.locked) if (!changes.some((change) => change.kind === 'cancel' && change.wish === wish)) expect(stays(repaired.meetings, wish)).toBe(true);
  return repaired;
}

test('a cancelled meeting goes, and nobody else moves', () => {
  const first = free.find(({ wish }) => !problem.precedences.some(({ before }) => before === wish))!;
  const { moved, meetings } = mended([{ kind: 'cancel', wish: first.wish }]);
  expect(moved).toMatchObject([{ wish: first.wish, to: null, people: [first.buyer, first.supplier] }]);
  expect(meetings).toHaveLength(hidden.length - 1);
});

test('what was to follow a cancelled meeting goes with it', () => {
  const { before, after } = problem.precedences[0]!;
  expect(mended([{ kind: 'cancel', wish: before }]).moved.map(({ wish }) => wish)).toEqual(expect.arrayContaining([before, after]));
});

test('a new meeting finds room', () => {
  const met = new Set(problem.wishes.map(({ buyer, supplier }) => `${buyer} ${supplier}`));
  for (let tries = 0; tries < 5; ) {
    const [buyer, supplier] = [dice.pick(problem.people), dice.pick(problem.people)];
    if (buyer.side !== 'buyer' || supplier.side !== 'supplier' || met.has(`${buyer.enterprise} ${supplier.enterprise}`)) continue;
    tries += 1;
    const wish: Wish = { id: 'walk-in', buyer: buyer.enterprise, supplier: supplier.enterprise, product: null, buyerSays: { says: 'want', rank: 1 }, supplierSays: null, half: null, slot: null };
    const { moved, unplaced } = mended([{ kind: 'add', wish }]);
    expect(moved.length).toBe(unplaced.length ? 0 : moved.length);
    expect(moved.filter(({ from }) => from !== null).length).toBeLessThanOrEqual(3);
  }
});

test('who does not come is in no meeting from then on; a colleague may take over', () => {
  const slot = problem.slots[6]!.id;
  const late = new Set(problem.slots.slice(6).map(({ id }) => id));
  const person = problem.people.find(({ id, side }) => side === 'buyer' && hidden.filter((meeting) => meeting.buyer === id && late.has(meeting.slot)).length > 2)!.id;
  const { meetings } = mended([{ kind: 'no_show', person, from: slot }]);
  expect(meetings.filter((meeting) => (meeting.buyer === person || meeting.supplier === person) && late.has(meeting.slot))).toEqual([]);
});

test('who comes late has no meeting before', () => {
  const early = new Set(problem.slots.slice(0, 5).map(({ id }) => id));
  const { supplier: person } = free.find(({ slot }) => early.has(slot))!;
  const { meetings } = mended([{ kind: 'late', person, until: problem.slots[5]!.id }]);
  expect(meetings.filter((meeting) => meeting.supplier === person && early.has(meeting.slot))).toEqual([]);
});

test('from a table that is gone everybody goes to another, at the same time', () => {
  const { table } = free[0]!;
  const { meetings, moved, unplaced } = mended([{ kind: 'table_gone', table, from: problem.slots[0]!.id }]);
  expect(meetings.filter((meeting) => meeting.table === table)).toEqual([]);
  expect(unplaced).toEqual([]);
  expect(moved.length).toBe(hidden.filter((meeting) => meeting.table === table).length);
  for (const { from, to } of moved) expect(to).toMatchObject({ slot: from!.slot, buyer: from!.buyer, supplier: from!.supplier });
});

test('what is over and who has checked in stays', () => {
  const now = problem.slots[8]!.id;
  const here = free.filter(({ slot }) => slot === now).map(({ wish }) => wish);
  const over = new Set(problem.slots.slice(0, 8).map(({ id }) => id));
  const [buyers, suppliers] = (['buyer', 'supplier'] as const).map((side) => problem.people.filter((person) => person.side === side));
  for (let tries = 0; tries < 12; tries += 1) {
    const wish: Wish = { id: 'walk-in', buyer: dice.pick(buyers!).enterprise, supplier: dice.pick(suppliers!).enterprise, product: null, buyerSays: { says: 'must', rank: 1 }, supplierSays: null, half: null, slot: null };
    const { meetings } = mended([{ kind: 'add', wish }], { now, checkedIn: here });
    for (const meeting of hidden) if (over.has(meeting.slot) || here.includes(meeting.wish)) expect(stays(meetings, meeting.wish)).toBe(true);
    expect(meetings.filter((meeting) => meeting.wish === 'walk-in' && over.has(meeting.slot))).toEqual([]);
  }
});

test('a change of something unknown is a sentence', () => {
  expect(() => mended([{ kind: 'cancel', wish: 'nothing' }])).toThrow('there is no wish called nothing');
});
