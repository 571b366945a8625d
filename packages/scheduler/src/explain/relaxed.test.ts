import { example } from '@ganwan/shared/schedule/example';
import { Problem } from '@ganwan/shared/schedule/problem';
import type { Relaxation } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { relaxed } from './relaxed.ts';

const problem = Problem.parse(example);
const placed = (['tasting', 'contract', 'laminate'] as const).map((wish) => ({ wish, slot: '1010', table: 'A1', buyer: 'ms-chan', supplier: 'mr-lai', interpreter: null }));
const relax = (...relaxations: Relaxation[]) => relaxed(problem, placed, 'gifts', relaxations);
const person = (id: string, ...relaxations: Relaxation[]) => relax(...relaxations)!.people.find((one) => one.id === id)!;

test('all that is placed and the wish have to be placed, and nothing else', () => {
  const { wishes, rules, precedences, locked } = relax()!;
  expect(wishes.map(({ id }) => id)).toEqual(['laminate', 'tasting', 'contract', 'gifts']);
  expect({ everything: rules.placeEverything, precedences, locked }).toEqual({ everything: true, precedences: problem.precedences, locked: [] });
});

test('what has to come before is asked for too, unless that is forgotten', () => {
  const wishes = (...relaxations: Relaxation[]) => relaxed(problem, [], 'contract', relaxations)!.wishes.map(({ id }) => id);
  expect(wishes()).toEqual(['tasting', 'contract']);
  expect(wishes({ kind: 'forget_precedence', before: 'tasting', after: 'contract' })).toEqual(['contract']);
});

test('what is kept cannot do without what is given up before it', () => {
  expect(relax({ kind: 'give_up', wish: 'tasting' })).toBeNull();
  expect(relax({ kind: 'give_up', wish: 'contract' }, { kind: 'give_up', wish: 'tasting' })!.wishes.map(({ id }) => id)).toEqual(['laminate', 'gifts']);
});

test('who comes anyway comes in that slot only', () => {
  expect(person('mr-ho')).toMatchObject({ half: 'morning', unavailable: [] });
  expect(person('mr-ho', { kind: 'come_anyway', person: 'mr-ho', slot: '1400' })).toMatchObject({ half: null, unavailable: ['1425'] });
  expect(person('ms-xie', { kind: 'come_anyway', person: 'ms-xie', slot: '0920' })).toMatchObject({ unavailable: [] });
});

test('one more a day and a break less are for that day and that half day', () => {
  expect(person('mr-liu', { kind: 'one_more_that_day', person: 'mr-liu', day: '2026-05-18' })).toMatchObject({ mostPerDay: 2, oneMoreOn: ['2026-05-18'] });
  expect(person('ms-chan', { kind: 'no_break', person: 'ms-chan', day: '2026-05-18', half: 'morning' })).toMatchObject({ breakEachHalf: true, noBreakOn: [{ day: '2026-05-18', half: 'morning' }] });
  expect(person('mr-liu', { kind: 'brief_somebody', person: 'mr-liu', product: 'laminate' }).knows).toEqual(['foil', 'laminate']);
});

test('one more table in two slots is one table, and one more interpreter is there for one slot', () => {
  const more = relax({ kind: 'one_more_table', slot: '0920', hall: 'east' }, { kind: 'one_more_table', slot: '0945', hall: 'east' }, { kind: 'one_more_interpreter', slot: '1010', languages: ['cmn', 'en'] })!;
  expect(more.tables.slice(2)).toEqual([{ id: 'one-more-table-1', hall: 'east', accessible: true, reservedFor: null, closed: ['1010', '1400', '1425'] }]);
  expect(more.interpreters.slice(1)).toEqual([{ id: 'one-more-interpreter-1', languages: ['cmn', 'en'], unavailable: ['0920', '0945', '1400', '1425'] }]);
});

test('a block, a half day, a slot and a lock are lifted where they stand', () => {
  const rivals = (...relaxations: Relaxation[]) => relaxed(problem, placed, 'rivals', relaxations)!.blocks;
  expect([rivals(), rivals({ kind: 'lift_block', a: 'copper-foil', b: 'fresh-market' })]).toEqual([problem.blocks, []]);
  const wish = (id: string, ...relaxations: Relaxation[]) => relax(...relaxations)!.wishes.find((one) => one.id === id);
  expect([wish('tasting', { kind: 'any_half', wish: 'tasting' }), wish('contract', { kind: 'any_slot', wish: 'contract' })]).toMatchObject([{ half: null }, { slot: null }]);
  const withLock = [...placed, ...problem.locked];
  expect(relaxed(problem, withLock, 'gifts', [])!.locked).toEqual(problem.locked);
  expect(relaxed(problem, withLock, 'gifts', [{ kind: 'unlock', wish: 'foil' }])!.locked).toEqual([]);
});
