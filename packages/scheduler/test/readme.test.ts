import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { example } from '@ganwan/shared/schedule/example';
import { Problem } from '@ganwan/shared/schedule/problem';
import { Schedule } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { solve } from '#solve';

const [problem, schedule] = [...readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8').matchAll(/```json\n([^]*?)```/g)].map(([, json]): unknown => JSON.parse(json!));

test('the README tells the very example of the contract', () => {
  expect(problem).toEqual(example);
});

test('the schedule in the README is a best one of that problem', async () => {
  const told = Schedule.parse(schedule);
  const { meetings: _, ...found } = await solve(Problem.parse(problem));
  expect(told).toMatchObject(found);
  expect(check(Problem.parse(problem), told).breaches).toEqual([]);
});
