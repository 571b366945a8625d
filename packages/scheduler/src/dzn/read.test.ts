import { expect, test } from 'vitest';
import { numberOf, readDzn } from './read.ts';

const file = `% two participants share a morning
nBusiness = 3;
nMeetings = 2;
nTables = 1;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2,3,
|3, 1,1,
|];
nMeetingsBusiness = [2,1,1];
forbidden = [{0}, {1,3..4}, {}];
fixed = [0, 2];
precedences = [{2}, {}];
`;

test('participants, sessions, forbidden slots, fixed meetings and precedences are read', () => {
  const problem = readDzn(file, 2);
  expect(problem.slots.map(({ half }) => half)).toEqual(['morning', 'morning', 'afternoon', 'afternoon']);
  expect(problem.people.map(({ unavailable }) => unavailable)).toEqual([[], ['s1', 's3', 's4'], []]);
  expect(problem.wishes).toMatchObject([
    { id: 'm1', buyer: 'p1', supplier: 'p2', half: null, slot: null },
    { id: 'm2', buyer: 'p3', supplier: 'p1', half: 'morning', slot: 's2' },
  ]);
  expect(problem.precedences).toEqual([{ before: 'm2', after: 'm1' }]);
  expect(problem.rules).toMatchObject({ placeEverything: true, breakSpread: 2, buyerKeepsTable: false, countTableChanges: false });
  expect(numberOf('m017')).toBe(17);
});

const spoiled: [string, string, string][] = [
  ['nTables = 1;', '', 'line 1: expected nTables, which is nowhere in the file'],
  ['nTables = 1;', 'nTables = some;', 'line 4: expected a number, a set, a list or a table, found some'],
  ['nTables = 1;', 'nTables = 0;', 'line 4: expected nTables to be from 1 to 2000, found 0'],
  ['nTables = 1;', 'nTables = 1', 'line 5: expected ;, found nTotalSlots'],
  ['nMeetings = 2;', 'nMeetings = 3;', 'line 7: expected requested to have 3 rows, found 2'],
  ['|3, 1,1,', '|3, 9,1,', 'line 8: expected requested of meeting 2 to be participants from 1 to 3, found 9'],
  ['|3, 1,1,', '|3, 3,1,', 'line 8: expected requested of meeting 2 to be two different participants, found 3 twice'],
  ['|3, 1,1,', '|3, 1,4,', 'line 8: expected requested of meeting 2 to be in session 1, 2 or 3, found 4'],
  ['|3, 1,1,', '|3, 1,', 'line 8: expected requested of meeting 2 to be two participants and a session, found 2 numbers'],
  ['3..4}', '3..5}', 'line 11: expected forbidden of participant 2 to be from 0 to 4, found 5'],
  ['fixed = [0, 2]', 'fixed = [0]', 'line 12: expected fixed to have 2 entries, found 1'],
  ['fixed = [0, 2]', 'fixed = [0 2]', 'line 12: expected , or ], found 2'],
  ['precedences = [{2}, {}];\n', 'precedences = [{2', 'line 13: expected , or }, found the end of the file'],
  ['nBusiness = 3;', 'nBusiness = 3; nBusiness = 3;', 'line 2: expected nBusiness once, found it again'],
];
test.each(spoiled)('%s as %s', (good, bad, message) => {
  expect(() => readDzn(file.replace(good, bad), 2)).toThrow(message);
});
