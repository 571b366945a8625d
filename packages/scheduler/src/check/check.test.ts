import { Problem, type PlacedMeeting, type ProblemFile } from '@ganwan/shared/schedule/problem';
import { type Bounds, brokenRules, type Figures, levels } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from './check.ts';

/** Two buyers and two suppliers who all meet each other in the first two slots of a morning. */
const slot = (id: string, half: 'morning' | 'afternoon', starts: string, ends: string, day = '2026-05-08') => ({ id, day, half, starts, ends });
const problem = {
  slots: [slot('s1', 'morning', '09:00', '09:20'), slot('s2', 'morning', '09:20', '09:40'), slot('s3', 'morning', '10:00', '10:20'), slot('s4', 'afternoon', '14:00', '14:20')],
  tables: [{ id: 't1' }, { id: 't2' }, { id: 't3', hall: 'annex' }],
  people: [
    { id: 'ann', enterprise: 'A', side: 'buyer' }, { id: 'bob', enterprise: 'B', side: 'buyer' },
    { id: 'xu', enterprise: 'X', side: 'supplier' }, { id: 'yi', enterprise: 'Y', side: 'supplier' },
  ],
  wishes: [{ id: 'AX', buyer: 'A', supplier: 'X' }, { id: 'AY', buyer: 'A', supplier: 'Y' }, { id: 'BX', buyer: 'B', supplier: 'X' }, { id: 'BY', buyer: 'B', supplier: 'Y' }],
} satisfies ProblemFile;
const meetings: PlacedMeeting[] = [
  { wish: 'AX', slot: 's1', table: 't1', buyer: 'ann', supplier: 'xu', interpreter: null },
  { wish: 'AY', slot: 's2', table: 't1', buyer: 'ann', supplier: 'yi', interpreter: null },
  { wish: 'BX', slot: 's2', table: 't2', buyer: 'bob', supplier: 'xu', interpreter: null },
  { wish: 'BY', slot: 's1', table: 't2', buyer: 'bob', supplier: 'yi', interpreter: null },
];

interface Case {
  rule: (typeof brokenRules)[number];
  why: string;
  problem?: Partial<ProblemFile>;
  /** Changes a person, a table or a wish by its id. */
  alter?: Record<string, object>;
  /** Changes a meeting by its wish; null takes it out. */
  move?: Record<string, Partial<PlacedMeeting> | null>;
  also?: PlacedMeeting[];
  figures?: Partial<Figures>;
}

const extra = (wish: string, slot: string, table: string, buyer: string, supplier: string): PlacedMeeting => ({ wish, slot, table, buyer, supplier, interpreter: null });
const mandarin = { languages: ['zh'] };
const english = { languages: ['en'] };
const both = { id: 'ina', languages: ['zh', 'en'] };

const cases: Case[] = [
  { rule: 'unknown_name', why: 'a table that is not there', move: { BY: { table: 't9' } } },
  { rule: 'wish_twice', why: 'one wish in two slots', also: [extra('AX', 's3', 't1', 'ann', 'xu')] },
  { rule: 'person_twice', why: 'a supplier at two tables', move: { BX: { slot: 's1' }, BY: null } },
  { rule: 'table_twice', why: 'two meetings at one table', move: { BX: { table: 't1' }, BY: null } },
  { rule: 'interpreter_twice', why: 'an interpreter at two tables', problem: { interpreters: [both] },
    alter: { ann: mandarin, bob: mandarin, xu: english, yi: english }, move: { AX: { interpreter: 'ina' }, BY: { interpreter: 'ina' }, AY: null, BX: null } },
  { rule: 'wrong_enterprise', why: 'somebody of another enterprise', problem: { people: [...problem.people, { id: 'cai', enterprise: 'C', side: 'buyer' }] }, move: { AX: { buyer: 'cai' }, AY: { buyer: 'cai' } } },
  { rule: 'does_not_know', why: 'somebody who does not know the product', alter: { xu: { knows: ['foil'] }, AX: { product: 'tea' } } },
  { rule: 'person_away', why: 'a slot in which somebody is away', alter: { yi: { unavailable: ['s2'] } } },
  { rule: 'person_away', why: 'a morning of somebody who comes in the afternoon', alter: { yi: { half: 'afternoon' } }, move: { BY: null } },
  { rule: 'wrong_half', why: 'a wish for the afternoon in the morning', alter: { AX: { half: 'afternoon' } } },
  { rule: 'wrong_slot', why: 'a fixed wish elsewhere', alter: { AX: { slot: 's3' } } },
  { rule: 'vetoed', why: 'a wish one side says no to', alter: { AX: { supplierSays: { says: 'no' } } } },
  { rule: 'blocked', why: 'two enterprises that are blocked, named the other way round', problem: { blocks: [{ a: 'X', b: 'A', reason: 'competitor' }] } },
  { rule: 'table_closed', why: 'a table that is closed in the slot', alter: { t2: { closed: ['s2'] } } },
  { rule: 'table_reserved', why: 'a table that is kept for another', alter: { t2: { reservedFor: 'A' } } },
  { rule: 'table_not_accessible', why: 'a table out of reach', alter: { t2: { accessible: true }, yi: { needsAccessibleTable: true } } },
  { rule: 'table_left', why: 'a buyer at two tables of one morning', move: { AY: { slot: 's3', table: 't2' } } },
  { rule: 'table_not_held', why: 'another buyer at the table in between', move: { AY: { slot: 's3' }, BX: { table: 't1' }, BY: null } },
  { rule: 'no_common_language', why: 'two people without a common language', alter: { ann: mandarin, xu: english } },
  { rule: 'interpreter_not_needed', why: 'an interpreter between two who understand each other', problem: { interpreters: [both] }, alter: { ann: mandarin, xu: { languages: ['en', 'zh'] } }, move: { AX: { interpreter: 'ina' } } },
  { rule: 'interpreter_lacks_language', why: 'an interpreter who understands one of them', problem: { interpreters: [{ id: 'ina', languages: ['zh', 'fr'] }] }, alter: { ann: mandarin, xu: english }, move: { AX: { interpreter: 'ina' } } },
  { rule: 'interpreter_away', why: 'an interpreter who is away', problem: { interpreters: [{ ...both, unavailable: ['s1'] }] }, alter: { ann: mandarin, xu: english }, move: { AX: { interpreter: 'ina' } } },
  { rule: 'day_full', why: 'one meeting more than a person takes a day', alter: { ann: { mostPerDay: 1 } } },
  { rule: 'no_break', why: 'a morning without a break', problem: { slots: problem.slots.filter(({ id }) => id !== 's3') }, alter: { ann: { breakEachHalf: true } } },
  { rule: 'too_far', why: 'a way of ten minutes between two slots that touch', problem: { travel: [{ from: 'annex', to: 'hall', minutes: 10 }] }, move: { BX: { table: 't3' }, BY: { table: 't3', slot: 's1' }, AY: null } },
  { rule: 'too_far', why: 'a way that is too long past a meeting in between',
    problem: {
      travel: [{ from: 'annex', to: 'hall', minutes: 61 }], rules: { buyerKeepsTable: false }, tables: [...problem.tables, { id: 't4', hall: 'foyer' }],
      people: [...problem.people, { id: 'zoe', enterprise: 'Z', side: 'supplier' }], wishes: [...problem.wishes, { id: 'AZ', buyer: 'A', supplier: 'Z' }],
    },
    move: { AY: { table: 't4' }, BX: null, BY: null }, also: [extra('AZ', 's3', 't3', 'ann', 'zoe')] },
  { rule: 'precedence', why: 'the contract before the tasting', problem: { precedences: [{ before: 'AY', after: 'AX' }] } },
  { rule: 'precedence', why: 'both at once', problem: { precedences: [{ before: 'AX', after: 'BY' }] } },
  { rule: 'precedence', why: 'the contract without the tasting', problem: { precedences: [{ before: 'BX', after: 'AX' }] }, move: { BX: null } },
  { rule: 'locked_moved', why: 'a locked meeting at another table', problem: { locked: [{ ...meetings[0]!, table: 't2' }] } },
  { rule: 'left_out', why: 'a wish left out where all are asked for', problem: { rules: { placeEverything: true } }, move: { AX: null } },
  { rule: 'break_spread', why: 'a break of one and none of another', problem: { rules: { breakSpread: 0 } }, move: { BX: { slot: 's3' } } },
  { rule: 'figures', why: 'a score that is not so', figures: { score: 1 } },
];

function build({ problem: changes, alter = {}, move = {}, also = [] }: Omit<Case, 'rule' | 'why'>) {
  const altered = <T extends { id: string }>(items: readonly T[]) => items.map((item) => ({ ...item, ...alter[item.id] }));
  const whole: ProblemFile = { ...problem, ...changes };
  return {
    problem: Problem.parse({ ...whole, people: altered(whole.people), tables: altered(whole.tables), wishes: altered(whole.wishes) }),
    meetings: [...meetings.flatMap((meeting) => (move[meeting.wish] === null ? [] : [{ ...meeting, ...move[meeting.wish] }])), ...also],
  };
}

test('a schedule that keeps every rule is accepted', () => {
  expect(check(Problem.parse(problem), { meetings }).breaches).toEqual([]);
});

test.for(cases)('$rule: $why', ({ rule, figures, ...change }) => {
  const built = build(change);
  const stated = figures ? { figures: { ...check(built.problem, built).figures, ...figures } } : {};
  expect(new Set(check(built.problem, { ...built, ...stated }).breaches.map((one) => one.rule))).toEqual(new Set([rule]));
});

test('a bound that the schedule beats is none, once the levels before are at theirs', () => {
  const built = build({});
  const { figures } = check(built.problem, built);
  const bounds = Object.fromEntries(levels.map((level) => [level, figures[level]])) as Bounds;
  const wrong = (stated: Partial<Bounds>) => check(built.problem, { ...built, bounds: { ...bounds, ...stated } }).breaches;
  expect(wrong({})).toEqual([]);
  expect(wrong({ score: figures.score - 1 })).toEqual([{ rule: 'figures', wishes: [], who: ['score'], slot: null }]);
  expect(wrong({ breaks: figures.breaks + 1 })).toEqual([{ rule: 'figures', wishes: [], who: ['breaks'], slot: null }]);
  expect(wrong({ score: figures.score + 1, breaks: figures.breaks + 1 })).toEqual([]);
  expect(wrong({ score: null, breaks: figures.breaks + 1 })).toEqual([]);
});

test('every rule has a schedule that breaks it', () => {
  expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual([...brokenRules].sort());
});

test.each(['wish', 'slot', 'table', 'buyer', 'supplier', 'interpreter'])('a meeting that names an unknown %s is named with it', (field) => {
  const { problem, meetings: [first, ...others] } = build({ move: { AX: { [field]: 'nothing' } } });
  expect(check(problem, { meetings: [first!, ...others] }).breaches).toEqual([{ rule: 'unknown_name', wishes: [first!.wish], who: ['nothing'], slot: first!.slot }]);
});

test('a breach says which meetings, whom and where', () => {
  const { problem, meetings } = build({ move: { BX: { slot: 's1' }, BY: null } });
  expect(check(problem, { meetings }).breaches).toEqual([{ rule: 'person_twice', wishes: ['AX', 'BX'], who: ['xu'], slot: 's1' }]);
});

test('another table from a slot on is no breach, in that half day and from that slot', () => {
  const held = (anotherTableFrom: string[]) => {
    const built = build({ alter: { ann: { anotherTableFrom } }, move: { AY: { slot: 's3', table: 't2' } } });
    return check(built.problem, built).breaches.map((one) => one.rule);
  };
  expect([held(['s2']), held(['s3']), held(['s1']), held(['s4'])]).toEqual([[], [], ['table_left'], ['table_left']]);
});

test('exceptions of a person are theirs for that day and that half day only', () => {
  const held = (alter: Record<string, object>) => {
    const built = build({ alter, problem: { slots: [...problem.slots.filter(({ id }) => id !== 's3'), slot('s5', 'morning', '09:00', '09:20', '2026-05-09')] } });
    return check(built.problem, built).breaches.map((one) => one.rule);
  };
  expect(held({ ann: { mostPerDay: 1, oneMoreOn: ['2026-05-08'] } })).toEqual([]);
  expect(held({ ann: { mostPerDay: 1, oneMoreOn: ['2026-05-09'] } })).toEqual(['day_full']);
  expect(held({ ann: { breakEachHalf: true, noBreakOn: [{ day: '2026-05-08', half: 'morning' }] } })).toEqual([]);
  expect(held({ ann: { breakEachHalf: true, noBreakOn: [{ day: '2026-05-08', half: 'afternoon' }] } })).toEqual(['no_break']);
});
