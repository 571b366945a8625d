import { example } from '@ganwan/shared/schedule/example';
import { type PlacedMeeting, Problem, type Wish } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { plantedWeek } from '#planted/week';
import { random } from '#random';
import type { Day } from './changed.ts';
import { repair } from './repair.ts';

const { problem, hidden } = plantedWeek({ people: 120, seed: 11 });
const dice = random(5);
const free = hidden.filter(({ wish }) => !problem.locked.some((lock) => lock.wish === wish));
const same = (one: PlacedMeeting, other: PlacedMeeting | undefined) => JSON.stringify(one) === JSON.stringify(other);
const stays = (meetings: readonly PlacedMeeting[], wish: string) => same(hidden.find((meeting) => meeting.wish === wish)!, meetings.find((meeting) => meeting.wish === wish));

/** Everything that is elsewhere is told, with its change; nothing else. */
function mended(changes: Change[], rest: Omit<Day, 'changes'> = {}) {
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

test('a table that goes in the middle of a half day is left for another one from then on, at the same times', () => {
  const place = new Map(problem.slots.map(({ id, half, day }, at) => [id, { at, half: `${day} ${half}` }]));
  const half = (one: PlacedMeeting, other: PlacedMeeting) => one.buyer === other.buyer && place.get(one.slot)!.half === place.get(other.slot)!.half;
  const later = free.filter((meeting) => free.some((other) => half(meeting, other) && place.get(other.slot)!.at < place.get(meeting.slot)!.at));
  for (const { table, slot } of later.slice(0, 8)) {
    const { meetings, moved, unplaced } = mended([{ kind: 'table_gone', table, from: slot }], { now: slot });
    const gone = hidden.filter((meeting) => meeting.table === table && place.get(meeting.slot)!.at >= place.get(slot)!.at);
    expect(unplaced).toEqual([]);
    expect(moved.map(({ wish }) => wish).sort()).toEqual(gone.map(({ wish }) => wish).sort());
    for (const { from, to } of moved) expect(to).toMatchObject({ slot: from!.slot, buyer: from!.buyer, supplier: from!.supplier });
    const tablesOf = (buyer: string) => new Set(meetings.filter((meeting) => half(meeting, gone.find((one) => one.buyer === buyer)!) && place.get(meeting.slot)!.at >= place.get(slot)!.at).map((meeting) => meeting.table));
    for (const { buyer } of gone) expect(tablesOf(buyer).size).toBe(1);
  }
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

test('a table that is gone stays for those who have checked in to it', () => {
  const here = free.find(({ table, slot }) => free.some((other) => other.table === table && other.slot !== slot))!;
  const { meetings, problem: next } = mended([{ kind: 'table_gone', table: here.table, from: problem.slots[0]!.id }], { checkedIn: [here.wish] });
  expect(stays(meetings, here.wish)).toBe(true);
  expect(meetings.filter(({ table }) => table === here.table)).toHaveLength(1);
  expect(next.tables.find(({ id }) => id === here.table)!.closed).not.toContain(here.slot);
});

test('who has checked in and waits for somebody is not sent elsewhere: a colleague comes, or nobody', () => {
  const missing = { table: 'T', slot: '0920', wish: 'foil' };
  const day = (people: Problem['people'][number][]) => {
    const small = Problem.parse({
      slots: example.slots, tables: [{ id: 'T' }, { id: 'U' }], wishes: [{ id: 'foil', buyer: 'b', supplier: 's', buyerSays: { says: 'must' } }],
      people: [{ id: 'b1', enterprise: 'b', side: 'buyer' }, ...people],
    });
    const meetings = [{ ...missing, buyer: 'b1', supplier: 's1', interpreter: null }];
    return repair(small, { meetings }, { changes: [{ kind: 'late', person: 's1', until: '1400' }], checkedIn: ['foil'] });
  };
  const supplier = (id: string) => ({ ...problem.people.find(({ side }) => side === 'supplier')!, id, enterprise: 's', half: null, unavailable: [], languages: [], knows: [], mostPerDay: null });
  expect(day([supplier('s1'), supplier('s2')])).toMatchObject({ unplaced: [], meetings: [{ ...missing, buyer: 'b1', supplier: 's2' }] });
  expect(day([supplier('s1')])).toMatchObject({ unplaced: ['foil'], meetings: [], moved: [{ wish: 'foil', to: null }] });
});

const few = { slots: example.slots, tables: [{ id: 'T' }], people: ['b1', 'b2', 'c1', 's1', 't1'].map((id) => ({ id, enterprise: id[0]!, side: 'either' as const, ...(id === 't1' && { unavailable: ['1400', '1425'] }) })) };
const held = (wish: string, slot: string, buyer: string, supplier: string): PlacedMeeting => ({ wish, slot, table: 'T', buyer, supplier, interpreter: null });

test('where a colleague has come, nobody is sent elsewhere for another meeting', () => {
  const small = Problem.parse({ ...few, rules: { buyerKeepsTable: false }, wishes: [{ id: 'bs', buyer: 'b', supplier: 's' }, { id: 'ct', buyer: 'c', supplier: 't', buyerSays: { says: 'must' } }] });
  const changes: Change[] = [{ kind: 'no_show', person: 'b1', from: '1010' }, { kind: 'late', person: 't1', until: '1010' }];
  const { meetings, unplaced } = repair(small, { meetings: [held('bs', '1010', 'b1', 's1'), held('ct', '0920', 'c1', 't1')] }, { changes, checkedIn: ['bs'] });
  expect({ meetings, unplaced }).toEqual({ meetings: [held('bs', '1010', 'b2', 's1')], unplaced: ['ct'] });
});

test('a locked meeting is not held without the one that was to come before it, and is told', () => {
  const lock = held('bt', '1010', 'b1', 't1');
  const small = Problem.parse({ ...few, wishes: [{ id: 'bs', buyer: 'b', supplier: 's' }, { id: 'bt', buyer: 'b', supplier: 't' }], precedences: [{ before: 'bs', after: 'bt' }], locked: [lock] });
  const { meetings, unplaced, problem: after } = repair(small, { meetings: [held('bs', '0920', 'b1', 's1'), lock] }, { changes: [{ kind: 'no_show', person: 's1', from: '0920' }] });
  expect({ meetings, unplaced, locked: after.locked }).toEqual({ meetings: [], unplaced: ['bs', 'bt'], locked: [] });
});

test('where it is wanted, what was left out takes a place that has become free, and nobody moves', () => {
  const cancelled = free.find(({ wish }) => !problem.precedences.some(({ before }) => before === wish))!;
  const wish: Wish = { id: 'waiting', buyer: problem.people.find(({ id }) => id === cancelled.buyer)!.enterprise, supplier: problem.people.find(({ id }) => id === cancelled.supplier)!.enterprise, product: null, buyerSays: { says: 'must', rank: 1 }, supplierSays: null, half: null, slot: cancelled.slot };
  const fuller = { ...problem, wishes: [...problem.wishes, wish] };
  const changes: Change[] = [{ kind: 'cancel', wish: cancelled.wish }];
  expect(repair(fuller, { meetings: hidden }, { changes }).meetings.map((meeting) => meeting.wish)).not.toContain('waiting');
  const { meetings, moved } = repair(fuller, { meetings: hidden }, { changes, refill: true });
  expect(meetings.find((meeting) => meeting.wish === 'waiting')).toMatchObject({ slot: cancelled.slot });
  expect(moved).toMatchObject([{ wish: cancelled.wish, to: null }, { wish: 'waiting', from: null, because: changes[0] }]);
});

test('a cancelled one of a ring of wishes that wait for each other is no trap', () => {
  const [one, other] = free.filter(({ wish }) => !problem.precedences.some(({ before, after }) => before === wish || after === wish));
  const ring = [{ before: one!.wish, after: other!.wish }, { before: other!.wish, after: one!.wish }];
  const meetings = hidden.filter(({ wish }) => wish !== one!.wish && wish !== other!.wish);
  expect(repair({ ...problem, precedences: [...problem.precedences, ...ring] }, { meetings }, { changes: [{ kind: 'cancel', wish: one!.wish }] }).meetings).toHaveLength(meetings.length);
});

const walkIn: Wish = { id: 'walk-in', buyer: free[0]!.buyer, supplier: free[0]!.supplier, product: null, buyerSays: null, supplierSays: null, half: null, slot: null };
const senseless: [string, Day, string][] = [
  ['a wish of an enterprise that sends nobody', { changes: [{ kind: 'add', wish: { ...walkIn, buyer: 'nobody' } }] }, 'nobody is not among the enterprises of the people'],
  ['a wish in a slot that is none', { changes: [{ kind: 'add', wish: { ...walkIn, buyer: problem.wishes[0]!.buyer, supplier: problem.wishes[0]!.supplier, slot: 'never' } }] }, 'never is not among the slots'],
  ['a wish to meet oneself', { changes: [{ kind: 'add', wish: { ...walkIn, buyer: problem.wishes[0]!.buyer, supplier: problem.wishes[0]!.buyer } }] }, 'cannot meet itself'],
];
test.each(senseless)('%s is a sentence', (_, day, sentence) => {
  expect(() => repair(problem, { meetings: hidden }, day)).toThrow(sentence);
});

test('a schedule that names somebody unknown is not mended', () => {
  expect(() => repair(problem, { meetings: hidden.map((meeting, at) => (at ? meeting : { ...meeting, buyer: 'nobody' })) }, { changes: [] })).toThrow('nobody is not among the people');
});

const [person, slot, table] = [problem.people[0]!.id, problem.slots[0]!.id, problem.tables[0]!.id];
const unknown: [Change | null, Partial<Day>, string][] = [
  [{ kind: 'cancel', wish: 'nothing' }, {}, 'wishes'],
  [{ kind: 'no_show', person: 'nothing', from: slot }, {}, 'people'],
  [{ kind: 'no_show', person, from: 'nothing' }, {}, 'slots'],
  [{ kind: 'late', person: 'nothing', until: slot }, {}, 'people'],
  [{ kind: 'late', person, until: 'nothing' }, {}, 'slots'],
  [{ kind: 'table_gone', table: 'nothing', from: slot }, {}, 'tables'],
  [{ kind: 'table_gone', table, from: 'nothing' }, {}, 'slots'],
  [null, { now: 'nothing' }, 'slots'],
  [null, { checkedIn: ['nothing'] }, 'meetings'],
];
test.each(unknown)('%j on a day of %j is a sentence', (change, day, kind) => {
  expect(() => mended(change ? [change] : [], day)).toThrow(`nothing is not among the ${kind}`);
});
