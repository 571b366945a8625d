import { example } from '@ganwan/shared/schedule/example';
import { Problem } from '@ganwan/shared/schedule/problem';
import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import { maySit } from './may-sit.ts';
import { modelOf } from './model.ts';
import { meetingsOf, placementOf } from './placement.ts';

const problem = Problem.parse(example);
const model = modelOf(problem);
const wish = (id: string) => model.wishNumber.get(id)!;
const person = (id: string) => model.personNumber.get(id)!;
const names = (list: Iterable<number>) => [...list].map((at) => problem.slots[at]!.id);

test('who may sit in a meeting knows its product and is there', () => {
  expect([...model.suppliersOf[wish('laminate')]!]).toEqual([person('ms-xie')]);
  expect(names(model.slotsOfWish[wish('laminate')]!)).toEqual(['0945', '1010']);
  expect(names(model.slotsOfWish[wish('contract')]!)).toEqual(['1400']);
  expect(model.holdable[wish('rivals')]).toBe(0);
});

test('a locked meeting has one slot and one person of each side', () => {
  expect(names(model.slotsOfWish[wish('foil')]!)).toEqual(['0920']);
  expect(model.locked[wish('foil')]).toMatchObject({ table: model.tableNumber.get('B1'), interpreter: -1 });
});

test('an interpreter knows one language of each, and nobody asks for one without need', () => {
  expect([...model.interpretersFor(person('ms-chan'), person('mr-lai'))!]).toEqual([0]);
  expect(model.interpretersFor(person('mr-ho'), person('mr-lai'))).toBeNull();
  // To whom no language is put down, language is no question.
  const silent = modelOf({ ...problem, people: problem.people.map((one) => (one.id === 'ms-chan' ? { ...one, languages: [] } : one)) });
  expect(silent.interpretersFor(person('ms-chan'), person('mr-lai'))).toBeNull();
});

test('a wish names the people who can sit in it, whatever is locked or blocked elsewhere', () => {
  const naming = (id: string) => [...model.naming[person(id)]!].map((at) => model.problem.wishes[at]!.id);
  expect(naming('mr-ho')).toEqual(['foil', 'gifts', 'laminate']);
  expect(naming('ms-chan')).toEqual(['contract', 'tasting']);
  expect(model.presence[person('mr-liu')]).toBe(2);
});

test('points are counted for each side that wants it, and once more when both do', () => {
  expect(['foil', 'laminate', 'tasting', 'contract', 'gifts'].map((id) => model.points[wish(id)])).toEqual([40 + 2 * 20 + 20, 2 * 19, 40 + 2 * 20 + 20, 1, 19]);
});

const meetings = [
  ...problem.locked,
  { wish: 'gifts', slot: '0945', table: 'A1', buyer: 'mr-ho', supplier: 'mr-lai', interpreter: null },
  { wish: 'tasting', slot: '1010', table: 'A1', buyer: 'ms-chan', supplier: 'mr-lai', interpreter: 'ms-deng' },
  { wish: 'contract', slot: '1400', table: 'A1', buyer: 'ms-chan', supplier: 'mr-lai', interpreter: 'ms-deng' },
];

test('figures of a placement', () => {
  const placement = placementOf(model, meetings);
  expect(meetingsOf(model, placement)).toEqual(meetings);
  // Mr Ho and Ms Xie both miss the laminate; he changes his table.
  expect(figuresOf(model, placement)).toEqual({ wishes: 5, placed: 4, musts: 2, mustsPlaced: 2, fewest: 0, unevenness: 2, score: 220, breaks: 0, tableChanges: 1 });
});

test('a seat breaks no rule of its own meeting', () => {
  const seat = { slot: model.slotNumber.get('1010')!, table: model.tableNumber.get('A1')!, buyer: person('ms-chan'), supplier: person('mr-lai'), interpreter: 0 };
  expect(maySit(model, wish('tasting'), seat)).toBe(true);
  expect(maySit(model, wish('tasting'), { ...seat, interpreter: -1 })).toBe(false);
  expect(maySit(model, wish('tasting'), { ...seat, slot: model.slotNumber.get('0945')! })).toBe(false);
  expect(maySit(model, wish('tasting'), { ...seat, table: model.tableNumber.get('B1')! })).toBe(false);
  expect(maySit(model, wish('contract'), seat)).toBe(false);
});

test('the order of the lists changes nothing', () => {
  const turned = { ...problem, people: problem.people.toReversed(), wishes: problem.wishes.toReversed(), tables: problem.tables.toReversed() };
  const other = modelOf(turned);
  expect(other.problem.people).toEqual(model.problem.people);
  expect(other.naming).toEqual(model.naming);
  expect(other.slotsOfWish).toEqual(model.slotsOfWish);
});
