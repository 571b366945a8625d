import { expect, test } from 'vitest';
import { check } from '#check/check';
import { firstSlotFirstTable } from './naive.ts';
import { plantedWeek } from './week.ts';

test.each([[200, 1], [500, 2]])('a planted week of %i people has a whole schedule without a break', (people, seed) => {
  const { problem, hidden } = plantedWeek({ people, seed });
  const { breaches, figures } = check(problem, { meetings: hidden });
  expect(breaches).toEqual([]);
  expect(figures).toMatchObject({ placed: problem.wishes.length, breaks: 0 });
  expect(problem.people).toHaveLength(people);
});

test('the same seed plants the same week', () => {
  expect(plantedWeek({ people: 60, seed: 7 })).toEqual(plantedWeek({ people: 60, seed: 7 }));
  expect(plantedWeek({ people: 60, seed: 8 })).not.toEqual(plantedWeek({ people: 60, seed: 7 }));
});

test('the first slot and the first table keep the rules, but not everything', () => {
  const { problem } = plantedWeek({ people: 200, seed: 1 });
  const { breaches, figures } = check(problem, { meetings: firstSlotFirstTable(problem) });
  expect(breaches).toEqual([]);
  expect(figures.placed).toBeGreaterThan(0.8 * figures.wishes);
  expect(figures.breaks).toBeGreaterThan(0);
});
