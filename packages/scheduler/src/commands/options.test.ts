import { expect, test } from 'vitest';
import { typedIn, usage, whole } from './options.ts';

const said = (...args: string[]) => () => {
  const typed = typedIn(args);
  return typed && whole(typed.values, 'seconds', 60);
};

test('a command takes its files and its options', () => {
  expect(typedIn(['solve', 'a.json', '--seconds', '2.5', '--seed', '7'])).toMatchObject({ command: 'solve', files: ['a.json', ''], values: { seconds: '2.5', seed: '7' } });
  expect(typedIn(['repair', 'a.json', 'b.json', '--cancel', 'x', '--cancel', 'y', '--refill'])).toMatchObject({ command: 'repair', files: ['a.json', 'b.json'], values: { cancel: ['x', 'y'], refill: true } });
  expect([said('solve', 'a.json')(), said('solve', 'a.json', '--seconds', '0')(), said('--help')()]).toEqual([60, 0, null]);
});

test.each([
  ['expected solve, check, explain or repair, found nothing', []],
  ['expected solve, check, explain or repair, found dance', ['dance', 'a.json']],
  ['expected one file after solve, found none', ['solve']],
  ['expected one file after solve, found a.json b.json', ['solve', 'a.json', 'b.json']],
  ['expected two files after check, found a.json', ['check', 'a.json']],
  ['expected no --wish for solve', ['solve', 'a.json', '--wish', 'x']],
  ['expected no --seconds for check', ['check', 'a.json', 'b.json', '--seconds', '3']],
  ["Unknown option '--sekonds'", ['solve', 'a.json', '--sekonds', '3']],
  // Two things that happen at two times are two repairs, never one at the later time.
  ['expected --from once, found it again', ['repair', 'a.json', 'b.json', '--no-show', 'x', '--from', '1', '--table-gone', 'y', '--from', '2']],
  ["Option '--seconds <value>' argument missing", ['solve', 'a.json', '--seconds']],
])('%s, with how it is used', (sentence, args) => {
  expect(said(...args)).toThrow(`${sentence}\n${usage}`);
});

test.each(['-3', 'soon', '1e3', ''])('%j is no number of seconds', (seconds) => {
  expect(said('solve', 'a.json', '--seconds', seconds)).toThrow(`expected a number from 0 after --seconds, found ${seconds}`);
});

test.each(['-3', '1.5', '99999999999999999999'])('%j is no seed', (seed) => {
  expect(() => whole(typedIn(['solve', 'a.json', '--seed', seed])!.values, 'seed', 1)).toThrow(`expected a whole number from 0 after --seed, found ${seed}`);
});
