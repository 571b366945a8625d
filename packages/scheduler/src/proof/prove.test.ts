import { example } from '@ganwan/shared/schedule/example';
import { Problem, type ProblemFile } from '@ganwan/shared/schedule/problem';
import type { Figures } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { modelOf } from '#model/model';
import { meetingsOf } from '#model/placement';
import { prove } from './prove.ts';
import { cadical } from './sat.ts';

const modelWith = (part: Partial<ProblemFile>) => modelOf(Problem.parse({ ...example, ...part }));

test('the example is proven at every level', async () => {
  const { status, bounds, placement, reason } = await prove(modelWith({}));
  expect({ status, reason }).toEqual({ status: 'optimal', reason: null });
  const { figures } = check(Problem.parse(example), { meetings: meetingsOf(modelWith({}), placement!) });
  expect(figures).toMatchObject(bounds);
  // The gifts alone are not placed: they need the accessible A1, and Mr Ho keeps the table of his locked meeting.
  expect(figures).toMatchObject({ mustsPlaced: 2, placed: 4, wishes: 5 });
});

const slots = (many: number) => example.slots.slice(0, many);
const people = (ids: string, more = {}) => [...ids].map((id) => ({ id, enterprise: id, side: 'either' as const, ...more }));
const wishes = (...pairs: string[]) => pairs.map((pair) => ({ id: pair, buyer: pair[0]!, supplier: pair[1]!, buyerSays: { says: 'want' as const } }));
const little = { blocks: [], locked: [], precedences: [], interpreters: [], travel: [], tables: [{ id: 'T' }, { id: 'U' }] };
const all = { ...little, rules: { placeEverything: true } };
const impossible: [string, Partial<ProblemFile>, object][] = [
  ['a person with more meetings than slots', { ...all, slots: slots(2), tables: [{ id: 'T' }, { id: 'U' }], people: people('abcd'), wishes: wishes('ab', 'ac', 'ad') }, { code: 'person_overfull', person: 'a', meetings: 3, slots: 2 }],
  ['more meetings than places at tables', { ...all, slots: slots(2), tables: [{ id: 'T' }], people: people('abcd'), wishes: wishes('ab', 'cd', 'db') }, { code: 'tables_overfull', meetings: 3, places: 2 }],
  ['a person with more meetings of one part of the day than it has slots', { ...all, people: people('abcde'), wishes: wishes('ab', 'ac', 'ad', 'ae').map((wish) => ({ ...wish, ...(wish.id !== 'ab' && { half: 'afternoon' as const }) })) }, { code: 'person_overfull', person: 'a', meetings: 3, slots: 2 }],
  ['more meetings that share some slots than places there', { ...all, tables: [{ id: 'T' }], slots: slots(3), people: [...people('abcd', { unavailable: ['1010'] }), ...people('ef', { unavailable: ['1010'] })], wishes: wishes('ab', 'cd', 'ef') }, { code: 'tables_overfull', meetings: 3, places: 2 }],
  ['a wish that is nowhere possible', { ...all, people: [...people('a', { half: 'morning' }), ...people('b', { half: 'afternoon' })], wishes: wishes('ab') }, { code: 'wish_impossible', wish: 'ab' }],
  ['two fixed in one slot', { ...all, people: people('abc'), wishes: wishes('ab', 'ac').map((wish) => ({ ...wish, slot: '0920' })) }, { code: 'fixed_clash', wishes: ['ab', 'ac'] }],
  ['wishes that wait for each other', { ...all, people: people('abc'), wishes: wishes('ab', 'ac'), precedences: [{ before: 'ab', after: 'ac' }, { before: 'ac', after: 'ab' }] }, { code: 'precedence_cycle', wishes: ['ab', 'ac'] }],
  ['a chain that is longer than the day', { ...all, slots: slots(2), people: people('abcdef'), wishes: wishes('ab', 'cd', 'ef'), precedences: [{ before: 'ab', after: 'cd' }, { before: 'cd', after: 'ef' }] }, { code: 'wish_impossible', wish: 'ef' }],
  ['a locked meeting that breaks a rule', { locked: [{ wish: 'laminate', slot: '0920', table: 'B1', buyer: 'mr-ho', supplier: 'ms-xie', interpreter: null }] }, { code: 'locked_broken', wish: 'laminate' }],
  ['what only search can tell', { ...all, slots: slots(3), tables: [{ id: 'T' }], people: people('abcd'), wishes: wishes('ab', 'bc', 'ca'), rules: { placeEverything: true, breakSpread: 0 } }, { code: 'proven' }],
];
test.each(impossible)('%s is named', async (_, part, reason) => {
  expect(await prove(modelWith(part))).toMatchObject({ status: 'infeasible', reason });
});

test('a schedule that is known already at the bounds is proven without another', async () => {
  const first = await prove(modelWith({}));
  const figures: Figures = { ...check(Problem.parse(example), { meetings: meetingsOf(modelWith({}), first.placement!) }).figures };
  const again = await prove(modelWith({}), { known: () => figures });
  expect(again).toEqual({ ...first, placement: null });
});

test('what is as good as counting allows asks no solver', async () => {
  const model = modelWith({ ...little, people: people('ab'), wishes: wishes('ab') });
  const { placement } = await prove(model);
  const { figures } = check(model.problem, { meetings: meetingsOf(model, placement!) });
  const solver = () => Promise.reject(new Error('asked'));
  expect(await prove(model, { known: () => figures, solver })).toMatchObject({ status: 'optimal', placement: null, bounds: { mustsPlaced: 0, fewest: 1, breaks: 0 } });
  await expect(prove(model, { solver })).rejects.toThrow('asked');
  expect(await prove(model, { solver, clauses: 1 })).toMatchObject({ status: 'unknown', bounds: { score: figures.score } });
});

test('stopped at once, it knows nothing; stopped later, it keeps what it had', async () => {
  expect(await prove(modelWith({}), { stop: () => true })).toMatchObject({ placement: null });
});

test('the same seed gives the same schedule', async () => {
  const [one, other] = [await prove(modelWith({}), { seed: 5 }), await prove(modelOf(Problem.parse({ ...example, wishes: example.wishes.toReversed(), people: example.people.toReversed() })), { seed: 5 })];
  expect(one.placement).toEqual(other.placement);
});

test('a solver that forgets clauses is not believed', async () => {
  const forgetful: typeof cadical = async (asked) => {
    const sat = await cadical(asked);
    // Whatever excludes two things from each other is lost.
    return { ...sat, add: (...literals) => (literals.length === 2 && literals.every((literal) => literal < 0) ? undefined : sat.add(...literals)) };
  };
  await expect(prove(modelWith({ ...little, slots: slots(2), people: people('abcd'), wishes: wishes('ab', 'ac', 'ad') }), { solver: forgetful })).rejects.toThrow('breaks a rule');
});
