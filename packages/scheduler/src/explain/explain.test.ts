import { Problem, type PlacedMeeting, type ProblemFile } from '@ganwan/shared/schedule/problem';
import type { Obstacle, Relaxation } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { explain } from './explain.ts';
import { relaxed } from './relaxed.ts';

/** Ann wishes to meet Xu; Bob meets Yi at the first table in the first slot. */
const at = (id: string, half: 'morning' | 'afternoon', starts: string, ends: string) => ({ id, day: '2026-05-08', half, starts, ends });
const one: ProblemFile['slots'] = [at('s1', 'morning', '09:00', '09:20')];
const two: ProblemFile['slots'] = [...one, at('s2', 'morning', '09:20', '09:40')];
const ann = { id: 'ann', enterprise: 'A', side: 'buyer' as const };
const bob = { id: 'bob', enterprise: 'B', side: 'buyer' as const };
const xu = { id: 'xu', enterprise: 'X', side: 'supplier' as const };
const yi = { id: 'yi', enterprise: 'Y', side: 'supplier' as const };
const want = { says: 'want' as const };
const wish = { id: 'AX', buyer: 'A', supplier: 'X', buyerSays: want };
const base = { slots: one, tables: [{ id: 't1' }, { id: 't2' }], people: [ann, bob, xu, yi], wishes: [wish, { id: 'BY', buyer: 'B', supplier: 'Y', buyerSays: want }, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: want }] } satisfies ProblemFile;
const meeting = (wish: string, slot: string, table = 't1'): PlacedMeeting => ({ wish, slot, table, buyer: wish[0] === 'A' ? 'ann' : 'bob', supplier: wish[1] === 'X' ? 'xu' : 'yi', interpreter: null });

interface Case {
  why: string;
  problem?: Partial<ProblemFile>;
  placed?: PlacedMeeting[];
  obstacles: Obstacle[];
  relaxation: Relaxation[] | null;
}

const cases: Case[] = [
  { why: 'no table left', problem: { tables: [{ id: 't1' }] }, placed: [meeting('BY', 's1')], obstacles: [{ kind: 'no_table', slot: 's1' }], relaxation: [{ kind: 'one_more_table', slot: 's1', hall: 'hall' }] },
  { why: 'no table but one for another', problem: { tables: [{ id: 't1', reservedFor: 'B' }] }, obstacles: [{ kind: 'tables_reserved', slot: 's1' }], relaxation: [{ kind: 'one_more_table', slot: 's1', hall: 'hall' }] },
  { why: 'no table within reach', problem: { people: [{ ...ann, needsAccessibleTable: true }, bob, xu, yi] }, obstacles: [{ kind: 'no_accessible_table', slot: 's1' }], relaxation: [{ kind: 'one_more_table', slot: 's1', hall: 'hall' }] },
  { why: 'the buyer is busy', placed: [meeting('AY', 's1')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }], relaxation: [{ kind: 'give_up', wish: 'AY' }] },
  { why: 'the buyer is busy with a must', problem: { wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: { says: 'must' } }] }, placed: [meeting('AY', 's1')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }], relaxation: null },
  { why: 'the buyer is busy with a dearer wish', problem: { wishes: [{ ...wish, buyerSays: { says: 'want', rank: 5 } }, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: { says: 'want', rank: 4 } }] }, placed: [meeting('AY', 's1')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }], relaxation: null },
  { why: 'each is busy with a locked meeting while the other is free', problem: { slots: two, wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y' }, { id: 'BX', buyer: 'B', supplier: 'X' }], locked: [meeting('AY', 's1'), meeting('BX', 's2')] }, placed: [meeting('AY', 's1'), meeting('BX', 's2')],
    obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'person_busy', person: 'xu', slot: 's2', wish: 'BX' }], relaxation: [{ kind: 'unlock', wish: 'AY' }] },
  { why: 'the buyer is busy with a locked meeting', problem: { slots: two, people: [ann, bob, { ...xu, unavailable: ['s2'] }, yi], locked: [meeting('AY', 's1')] }, placed: [meeting('AY', 's1')],
    obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'person_away', person: 'xu', slot: 's2' }], relaxation: [{ kind: 'come_anyway', person: 'xu', slot: 's2' }] },
  { why: 'a locked meeting where it alone could be', problem: { slots: two, wishes: [{ ...wish, slot: 's1' }, { id: 'AY', buyer: 'A', supplier: 'Y' }], locked: [meeting('AY', 's1')] }, placed: [meeting('AY', 's1')],
    obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'slot_only', wish: 'AX' }], relaxation: [{ kind: 'any_slot', wish: 'AX' }] },
  { why: 'somebody is away', problem: { people: [ann, bob, { ...xu, unavailable: ['s1'] }, yi] }, obstacles: [{ kind: 'person_away', person: 'xu', slot: 's1' }], relaxation: [{ kind: 'come_anyway', person: 'xu', slot: 's1' }] },
  { why: 'somebody comes in the afternoon', problem: { people: [ann, bob, { ...xu, half: 'afternoon' }, yi] }, obstacles: [{ kind: 'person_away', person: 'xu', slot: 's1' }], relaxation: [{ kind: 'come_anyway', person: 'xu', slot: 's1' }] },
  { why: 'a full day', problem: { slots: two, people: [{ ...ann, mostPerDay: 1 }, bob, xu, yi], wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: { says: 'must' } }] }, placed: [meeting('AY', 's1')], obstacles: [{ kind: 'day_full', person: 'ann', day: '2026-05-08' }], relaxation: [{ kind: 'one_more_that_day', person: 'ann', day: '2026-05-08' }] },
  { why: 'a break', problem: { slots: two, people: [{ ...ann, breakEachHalf: true }, bob, xu, yi], wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: { says: 'must' } }] }, placed: [meeting('AY', 's1')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'break_needed', person: 'ann', day: '2026-05-08', half: 'morning' }], relaxation: [{ kind: 'no_break', person: 'ann', day: '2026-05-08', half: 'morning' }] },
  { why: 'no interpreter', problem: { people: [{ ...ann, languages: ['en'] }, bob, { ...xu, languages: ['cmn'] }, yi] }, obstacles: [{ kind: 'no_interpreter', slot: 's1' }], relaxation: [{ kind: 'one_more_interpreter', slot: 's1', languages: ['cmn', 'en'] }] },
  { why: 'the wrong half', problem: { wishes: [{ ...wish, half: 'afternoon' }] }, obstacles: [{ kind: 'half_only', wish: 'AX' }], relaxation: [{ kind: 'any_half', wish: 'AX' }] },
  { why: 'what comes before is not there', problem: { wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y' }], precedences: [{ before: 'AY', after: 'AX' }] }, obstacles: [{ kind: 'precedence', before: 'AY', after: 'AX' }], relaxation: [{ kind: 'forget_precedence', before: 'AY', after: 'AX' }] },
  { why: 'a veto', problem: { wishes: [{ ...wish, supplierSays: { says: 'no' } }] }, obstacles: [{ kind: 'blocked', a: 'A', b: 'X', reason: 'veto' }], relaxation: [{ kind: 'lift_block', a: 'A', b: 'X' }] },
  { why: 'competitors', problem: { blocks: [{ a: 'X', b: 'A', reason: 'competitor' }] }, obstacles: [{ kind: 'blocked', a: 'A', b: 'X', reason: 'competitor' }], relaxation: [{ kind: 'lift_block', a: 'A', b: 'X' }] },
  { why: 'nobody knows the product', problem: { wishes: [{ ...wish, product: 'tea' }], people: [ann, bob, { ...xu, knows: ['foil'] }, yi] }, obstacles: [{ kind: 'nobody_knows', enterprise: 'X', product: 'tea' }], relaxation: [{ kind: 'brief_somebody', person: 'xu', product: 'tea' }] },
  { why: 'a way that is too long', problem: { slots: two, people: [ann, bob, { ...xu, unavailable: ['s1'] }, yi], tables: [{ id: 't1', hall: 'east', closed: ['s2'] }, { id: 't2', hall: 'west', closed: ['s1'] }], travel: [{ from: 'west', to: 'east', minutes: 5 }], rules: { buyerKeepsTable: false }, locked: [meeting('AY', 's1')] },
    placed: [meeting('AY', 's1')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'travel', person: 'ann', slot: 's2' }], relaxation: [{ kind: 'one_more_table', slot: 's2', hall: 'east' }] },
  { why: 'a table that another keeps', problem: { slots: [...two, at('s3', 'morning', '09:40', '10:00')], tables: [{ id: 't1' }], people: [ann, bob, { ...xu, unavailable: ['s1', 's3'] }, yi], wishes: [wish, { id: 'BY', buyer: 'B', supplier: 'Y', buyerSays: { says: 'must' }, slot: 's1' }, { id: 'BY2', buyer: 'B', supplier: 'Y', buyerSays: { says: 'must' }, slot: 's3' }] },
    placed: [meeting('BY', 's1'), { ...meeting('BY', 's3'), wish: 'BY2' }], obstacles: [{ kind: 'person_away', person: 'xu', slot: 's1' }, { kind: 'table_kept', person: 'ann', slot: 's2' }, { kind: 'person_away', person: 'xu', slot: 's3' }], relaxation: [{ kind: 'one_more_table', slot: 's2', hall: 'hall' }] },
  { why: 'another at the table that the buyer would have to hold', problem: { slots: [...two, at('s3', 'morning', '09:40', '10:00')], tables: [{ id: 't1' }], people: [ann, bob, { ...xu, unavailable: ['s1', 's2'] }, yi], wishes: [wish, { id: 'AY', buyer: 'A', supplier: 'Y', slot: 's1' }, { id: 'BY', buyer: 'B', supplier: 'Y', slot: 's2' }], locked: [meeting('AY', 's1'), meeting('BY', 's2')] },
    placed: [meeting('AY', 's1'), meeting('BY', 's2')], obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'person_away', person: 'xu', slot: 's2' }, { kind: 'table_kept', person: 'ann', slot: 's3' }],
    relaxation: [{ kind: 'one_more_table', slot: 's1', hall: 'hall' }, { kind: 'one_more_table', slot: 's3', hall: 'hall' }, { kind: 'unlock', wish: 'AY' }] },
  { why: 'breaks that would no longer be even', problem: { slots: [...two, at('s3', 'morning', '09:40', '10:00')], people: [ann, bob, { ...xu, unavailable: ['s1', 's2'] }, yi], locked: [meeting('AY', 's1')], rules: { breakSpread: 0 } }, placed: [meeting('AY', 's1')],
    obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'person_away', person: 'xu', slot: 's2' }, { kind: 'break_spread', slot: 's3' }], relaxation: [{ kind: 'come_anyway', person: 'xu', slot: 's2' }] },
  { why: 'nothing but the order of the others', problem: { slots: two, people: [ann, bob, { ...xu, unavailable: ['s2'] }, yi] }, placed: [meeting('AY', 's1')],
    obstacles: [{ kind: 'person_busy', person: 'ann', slot: 's1', wish: 'AY' }, { kind: 'person_away', person: 'xu', slot: 's2' }], relaxation: [] },
  { why: 'nothing at all', obstacles: [], relaxation: [] },
];

test.for(cases)('$why', async ({ problem: changes, placed = [], obstacles, relaxation }) => {
  const problem = Problem.parse({ ...base, ...changes });
  expect(check(problem, { meetings: placed }).breaches).toEqual([]);
  const said = await explain(problem, { meetings: placed }, 'AX');
  expect(said).toMatchObject({ wish: 'AX', placed: false, relaxation, minimal: 'proven' });
  expect(new Set(said.obstacles)).toEqual(new Set(obstacles));
  if (relaxation) expect(check(relaxed(problem, placed, 'AX', relaxation)!, { meetings: said.meetings! }).breaches).toEqual([]);
});

test('a place that brings no points and costs a break is named with its cost', async () => {
  const bobs = ['BZ1', 'BZ2'].map((id) => ({ id, buyer: 'B', supplier: 'Z', slot: 's1' }));
  const problem = Problem.parse({
    ...base, slots: [...two, at('s3', 'morning', '09:40', '10:00')], tables: [{ id: 't1' }],
    people: [ann, bob, { ...xu, unavailable: ['s1', 's2'] }, yi, { id: 'zoe', enterprise: 'Z', side: 'supplier' }],
    wishes: [{ id: 'AX', buyer: 'A', supplier: 'X' }, { id: 'AY', buyer: 'A', supplier: 'Y', buyerSays: { says: 'must' } }, ...bobs], locked: [meeting('AY', 's1')],
  });
  expect(await explain(problem, { meetings: [meeting('AY', 's1')] }, 'AX')).toMatchObject({ obstacles: [{ kind: 'worse', level: 'breaks', by: 1 }], relaxation: [] });
});

test('a wish that has its place needs no reason, and one that is unknown is refused', async () => {
  const problem = Problem.parse(base);
  expect(await explain(problem, { meetings: [meeting('AX', 's1')] }, 'AX')).toMatchObject({ placed: true, obstacles: [], relaxation: [] });
  await expect(explain(problem, { meetings: [] }, 'ZZ')).rejects.toThrow(RangeError);
});
