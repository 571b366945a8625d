import { example } from '@ganwan/shared/schedule/example';
import { Problem } from '@ganwan/shared/schedule/problem';
import { Schedule } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { plantedWeek } from '#planted/week';
import { type Progress, solve } from './solve.ts';

test('a small problem ends with a proven optimum, long before its time is over', async () => {
  const problem = Problem.parse(example);
  const schedule = await solve(problem, { seconds: 600 });
  expect(Schedule.parse(schedule)).toEqual(schedule);
  expect(schedule).toMatchObject({ status: 'optimal', reason: null });
  const { wishes, placed, musts, ...figures } = schedule.figures;
  expect(schedule.bounds).toEqual(figures);
  expect(check(problem, schedule).breaches).toEqual([]);
});

test('what cannot be says why', async () => {
  const problem = Problem.parse({ ...example, tables: example.tables!.slice(0, 1), locked: [], precedences: [], travel: [], rules: { placeEverything: true } });
  expect(await solve(problem, { seconds: 600 })).toMatchObject({ status: 'infeasible', meetings: [], reason: { code: expect.any(String) as string } });
});

test('a wish that waits for itself is not held', async () => {
  const problem = Problem.parse({ ...example, precedences: [{ before: 'laminate', after: 'laminate' }] });
  const schedule = await solve(problem, { seconds: 600 });
  expect(schedule.status).toBe('optimal');
  expect(schedule.meetings.map(({ wish }) => wish)).not.toContain('laminate');
  expect(check(problem, schedule).breaches).toEqual([]);
});

test('stop keeps the best, and figures are told on the way', async () => {
  const { problem } = plantedWeek({ people: 120, seed: 5 });
  const heard: Progress[] = [];
  const stop = new AbortController();
  const schedule = await solve(problem, {
    seconds: 600,
    signal: stop.signal,
    onProgress: (progress) => {
      heard.push(progress);
      if (progress.figures && progress.figures.placed === progress.figures.wishes) stop.abort();
    },
  });
  expect(schedule.status).toBe('feasible');
  expect(schedule.figures.placed).toBe(schedule.figures.wishes);
  expect(check(problem, schedule).breaches).toEqual([]);
  expect(heard[0]!.figures!.placed).toBeGreaterThan(0);
  expect(heard.at(-1)!.figures).toEqual(schedule.figures);
});

test('seed and step limit give the same schedule, whatever the order of the lists', async () => {
  const { problem } = plantedWeek({ people: 60, seed: 2 });
  const turned = { ...problem, wishes: problem.wishes.toReversed(), people: problem.people.toReversed() };
  const [one, other, third] = await Promise.all([solve(problem, { seed: 3, steps: 5000 }), solve(turned, { seed: 3, steps: 5000 }), solve(problem, { seed: 4, steps: 5000 })]);
  expect(other).toEqual(one);
  expect(third!.meetings).not.toEqual(one!.meetings);
});

test('without an end it works until the best is proven', async () => {
  expect(await solve(Problem.parse(example), { seconds: Infinity })).toMatchObject({ status: 'optimal' });
});

test.each([{ seconds: NaN }, { seconds: -1 }, { seed: 1.5 }, { steps: NaN }])('%j is refused', async (asked) => {
  await expect(solve(Problem.parse(example), asked)).rejects.toThrow(RangeError);
});

test('what a listener throws ends the solve with it', async () => {
  await expect(solve(Problem.parse(example), { onProgress: () => { throw new Error('mine'); } })).rejects.toThrow('mine');
});
