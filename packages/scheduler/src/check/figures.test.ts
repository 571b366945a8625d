import { Problem, type ProblemFile } from '@ganwan/shared/schedule/problem';
import { expect, test } from 'vitest';
import { check } from './check.ts';

const day = (date: string) => (['morning', 'morning', 'afternoon', 'afternoon'] as const).map((half, index) => ({ id: `${date}/${index}`, day: date, half, starts: `${10 + index}:00`, ends: `${10 + index}:20` }));
const says = (voice: string, rank: number | null = null) => ({ says: voice as 'must', rank });
const file: ProblemFile = {
  slots: [...day('2026-05-08'), ...day('2026-05-09')],
  tables: [{ id: 't1' }, { id: 't2' }],
  people: [
    { id: 'ann', enterprise: 'A', side: 'buyer' },
    { id: 'bob', enterprise: 'B', side: 'buyer', mostPerDay: 1, half: 'morning' },
    { id: 'xu', enterprise: 'X', side: 'supplier' },
    { id: 'yi', enterprise: 'Y', side: 'supplier', unavailable: day('2026-05-09').map(({ id }) => id) },
    { id: 'zoe', enterprise: 'Z', side: 'supplier' },
    { id: 'old', enterprise: 'Z', side: 'supplier', knows: ['coal'] },
  ],
  wishes: [
    { id: 'AX', buyer: 'A', supplier: 'X', buyerSays: says('must', 1), supplierSays: says('want', 3) },
    { id: 'AX2', buyer: 'A', supplier: 'X', buyerSays: says('want') },
    { id: 'AY', buyer: 'A', supplier: 'Y', supplierSays: says('want', 30) },
    { id: 'AZ', buyer: 'A', supplier: 'Z', product: 'tea', buyerSays: says('must') },
    { id: 'BX', buyer: 'B', supplier: 'X', buyerSays: says('want', 1) },
    { id: 'BY', buyer: 'B', supplier: 'Y', half: 'afternoon', buyerSays: says('must') },
    { id: 'BZ', buyer: 'B', supplier: 'Z', product: 'tea', buyerSays: says('must'), supplierSays: says('no') },
  ],
};
const meeting = (wish: string, slot: string, table: string, buyer: string, supplier: string) => ({ wish, slot: `2026-05-0${slot}`, table, buyer, supplier, interpreter: null });

test('every figure is counted as the contract says', () => {
  const { breaches, figures } = check(Problem.parse(file), {
    meetings: [
      meeting('AX', '8/0', 't1', 'ann', 'xu'), meeting('AY', '8/3', 't2', 'ann', 'yi'), meeting('AX2', '9/1', 't2', 'ann', 'xu'),
      meeting('BX', '9/0', 't2', 'bob', 'xu'),
    ],
  });
  expect(breaches).toEqual([]);
  expect(figures).toEqual({
    wishes: 6, placed: 4, musts: 3, mustsPlaced: 1,
    // Zoe is named by AZ and has none; old is not, for he knows coal only.
    fewest: 0,
    // Buyers: Ann misses AZ, Bob nothing (BY is for the afternoon, he is there in the morning). Suppliers: Zoe misses AZ.
    unevenness: 1 + 1,
    // AX 40 + 2 * 20 + 18, AX2 2, AY 1, BX 2 * 20
    score: 98 + 2 + 1 + 40,
    // Ann between 8/0 and 8/3.
    breaks: 1,
    tableChanges: 1,
  });
});

test('table changes count only where they are asked for', () => {
  const moves = [meeting('AX', '8/0', 't1', 'ann', 'xu'), meeting('AY', '8/2', 't2', 'ann', 'yi'), meeting('AX2', '9/1', 't1', 'ann', 'xu')];
  const changes = (countTableChanges: boolean) => check(Problem.parse({ ...file, rules: { countTableChanges } }), { meetings: moves }).figures.tableChanges;
  expect([changes(true), changes(false)]).toEqual([2, 0]);
});

test('what a colleague holds is not missed, nor what a day has no room for', () => {
  const more = [...file.people, { id: 'xia', enterprise: 'X', side: 'supplier' as const }];
  const missed = (people: ProblemFile['people']) => check(Problem.parse({ ...file, wishes: file.wishes.slice(0, 2), people }), { meetings: [meeting('AX', '8/0', 't1', 'ann', 'xu'), meeting('AX2', '9/1', 't1', 'ann', 'xu')] }).figures.unevenness;
  expect(missed(more)).toBe(0);
  const none = (mostPerDay: number | null) => check(Problem.parse({ ...file, people: file.people.map((person) => ({ ...person, mostPerDay })), wishes: file.wishes.slice(0, 3) }), { meetings: [] }).figures.unevenness;
  // Three wishes name Ann, and two Xu.
  expect([none(null), none(1)]).toEqual([3 + 2, 2 + 2]);
});

test('nobody counts where no wish can be held', () => {
  const { figures } = check(Problem.parse({ ...file, people: file.people.map((person) => ({ ...person, half: person.side === 'buyer' ? 'morning' : 'afternoon' })) }), { meetings: [] });
  expect(figures).toMatchObject({ fewest: 0, unevenness: 0 });
});
