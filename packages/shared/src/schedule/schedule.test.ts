import { expect, test } from 'vitest';
import { example } from './example.ts';
import { Problem, type ProblemFile } from './problem.ts';

test('the example is a whole problem, and what it leaves out has a value', () => {
  const problem = Problem.parse(example);
  expect(problem.rules).toMatchObject({ placeEverything: false, breakSpread: null, countTableChanges: true });
  expect(problem.people.find(({ id }) => id === 'mr-liu')).toMatchObject({ half: null, unavailable: [], mostPerDay: 2 });
});

const refusals: [string, Partial<ProblemFile>, string][] = [
  ['a name that is there twice', { tables: [{ id: 'A1' }, { id: 'A1' }] }, 'tables.1.id: A1 is there twice'],
  ['a slot that is not listed', { people: [{ id: 'x', enterprise: 'x', side: 'either', unavailable: ['noon'] }] }, 'people.0.unavailable.0: noon is not among the slots'],
  ['a table that is not listed', { locked: [{ wish: 'foil', slot: '0920', table: 'Z9', buyer: 'mr-ho', supplier: 'mr-liu', interpreter: null }] }, 'locked.0.table: Z9 is not among the tables'],
  ['an enterprise that meets itself', { wishes: [{ id: 'foil', buyer: 'board-works', supplier: 'board-works' }] }, 'wishes.0.supplier: board-works cannot meet itself'],
  ['a name with a line break', { tables: [{ id: 'A\n1' }] }, 'tables.0.id: expected a name without control characters'],
  ['points that no sum can hold', { rules: { weights: { mutual: 1e12 } } }, 'rules.weights.mutual: Too big: expected number to be <=10000'],
  ['slots out of order', { slots: [...example.slots].reverse() }, 'slots.1.starts: 1400 starts before 1425 ends'],
];
test.each(refusals)('%s is refused with its place', (_, part, message) => {
  const { error } = Problem.safeParse({ ...example, ...part });
  expect(error!.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toContain(message);
});
