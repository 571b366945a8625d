import { expect, test } from 'vitest';
import { example } from './example.ts';
import { Problem, type ProblemFile } from './problem.ts';

test('the example is a whole problem, and what it leaves out has a value', () => {
  const problem = Problem.parse(example);
  expect(problem.rules).toMatchObject({ placeEverything: false, breakSpread: null, countTableChanges: true });
  expect(problem.people.find(({ id }) => id === 'mr-liu')).toMatchObject({ half: null, unavailable: [], mostPerDay: 2 });
});

const lock = (part: object) => [{ ...example.locked![0]!, ...part }];
const refusals: [string, Partial<ProblemFile>, string][] = [
  ['a name that is there twice', { tables: [{ id: 'A1' }, { id: 'A1' }] }, 'tables.1.id: A1 is there twice'],
  ['a slot that is not listed', { people: [{ id: 'x', enterprise: 'x', side: 'either', unavailable: ['noon'] }] }, 'people.0.unavailable.0: noon is not among the slots'],
  ['a table that is not listed', { locked: lock({ table: 'Z9' }) }, 'locked.0.table: Z9 is not among the tables'],
  ['a wish of an enterprise that sends nobody', { wishes: [{ id: 'foil', buyer: 'board-worcs', supplier: 'copper-foil' }] }, 'wishes.0.buyer: board-worcs is not among the enterprises of the people'],
  ['a wish for an enterprise that sends nobody', { wishes: [{ id: 'foil', buyer: 'board-works', supplier: 'copper-foyl' }] }, 'wishes.0.supplier: copper-foyl is not among the enterprises of the people'],
  ['a table kept for an enterprise that sends nobody', { tables: [{ id: 'A1', reservedFor: 'board-worcs' }] }, 'tables.0.reservedFor: board-worcs is not among the enterprises of the people'],
  ['a block of an enterprise that sends nobody', { blocks: [{ a: 'fresh-markt', b: 'copper-foil', reason: 'veto' }] }, 'blocks.0.a: fresh-markt is not among the enterprises of the people'],
  ['a block from an enterprise that sends nobody', { blocks: [{ a: 'fresh-market', b: 'copper-foyl', reason: 'veto' }] }, 'blocks.0.b: copper-foyl is not among the enterprises of the people'],
  ['a way from a hall without a table', { travel: [{ from: 'eest', to: 'west', minutes: 5 }] }, 'travel.0.from: eest is not among the halls of the tables'],
  ['a way to a hall without a table', { travel: [{ from: 'east', to: 'wset', minutes: 5 }] }, 'travel.0.to: wset is not among the halls of the tables'],
  ['another table from a slot that is not listed', { people: [{ id: 'x', enterprise: 'x', side: 'either', anotherTableFrom: ['noon'] }] }, 'people.0.anotherTableFrom.0: noon is not among the slots'],
  ['one meeting more on a day that is none', { people: [{ id: 'x', enterprise: 'x', side: 'either', oneMoreOn: ['2026-05-19'] }] }, 'people.0.oneMoreOn.0: 2026-05-19 is not among the days of the slots'],
  ['no break in a half day without a slot', { people: [{ id: 'x', enterprise: 'x', side: 'either', noBreakOn: [{ day: '2026-05-19', half: 'morning' }] }] }, 'people.0.noBreakOn.0: 2026-05-19 morning is not among the half days of the slots'],
  ['a closed slot that is not listed', { tables: [{ id: 'A1', closed: ['noon'] }] }, 'tables.0.closed.0: noon is not among the slots'],
  ['an interpreter away in a slot that is not listed', { interpreters: [{ id: 'i', languages: ['yue'], unavailable: ['noon'] }] }, 'interpreters.0.unavailable.0: noon is not among the slots'],
  ['a wish for a slot that is not listed', { wishes: [{ id: 'foil', buyer: 'board-works', supplier: 'copper-foil', slot: 'noon' }] }, 'wishes.0.slot: noon is not among the slots'],
  ['an order of a wish that is not listed', { precedences: [{ before: 'tasing', after: 'contract' }] }, 'precedences.0.before: tasing is not among the wishes'],
  ['an order before a wish that is not listed', { precedences: [{ before: 'tasting', after: 'contrct' }] }, 'precedences.0.after: contrct is not among the wishes'],
  ['a lock of a wish that is not listed', { locked: lock({ wish: 'foyl' }) }, 'locked.0.wish: foyl is not among the wishes'],
  ['a lock in a slot that is not listed', { locked: lock({ slot: 'noon' }) }, 'locked.0.slot: noon is not among the slots'],
  ['a lock of a buyer who is not listed', { locked: lock({ buyer: 'mr-hu' }) }, 'locked.0.buyer: mr-hu is not among the people'],
  ['a lock of a supplier who is not listed', { locked: lock({ supplier: 'mr-lu' }) }, 'locked.0.supplier: mr-lu is not among the people'],
  ['a lock with an interpreter who is not listed', { locked: lock({ interpreter: 'ms-dang' }) }, 'locked.0.interpreter: ms-dang is not among the interpreters'],
  ['an enterprise that meets itself', { wishes: [{ id: 'foil', buyer: 'board-works', supplier: 'board-works' }] }, 'wishes.0.supplier: board-works cannot meet itself'],
  ['a name with a line break', { tables: [{ id: 'A\n1' }] }, 'tables.0.id: expected a name without control characters'],
  ['points that no sum can hold', { rules: { weights: { mutual: 1e12 } } }, 'rules.weights.mutual: Too big: expected number to be <=10000'],
  ['slots out of order', { slots: [...example.slots].reverse() }, 'slots.1.starts: 1400 starts before 1425 ends'],
];
test.each(refusals)('%s is refused with its place', (_, part, message) => {
  const { error } = Problem.safeParse({ ...example, ...part });
  expect(error!.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toContain(message);
});
