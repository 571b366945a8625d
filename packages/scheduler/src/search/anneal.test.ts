import { expect, test } from 'vitest';
import { check } from '#check/check';
import { figuresOf } from '#model/figures';
import { modelOf } from '#model/model';
import { meetingsOf } from '#model/placement';
import { plantedWeek } from '#planted/week';
import { Annealing } from './anneal.ts';

const { problem } = plantedWeek({ people: 80, seed: 3 });
const after = (steps: number, seed = 1, of = problem) => {
  const annealing = new Annealing(modelOf(of), seed);
  annealing.run(steps);
  return annealing;
};
const meetings = (annealing: Annealing, of = problem) => meetingsOf(modelOf(of), annealing.best);

test('everything is placed, and no rule is broken on the way', () => {
  const annealing = after(0);
  for (let version = -1; annealing.steps < 80_000; annealing.run(500)) {
    if (annealing.version === version) continue;
    version = annealing.version;
    expect(check(problem, { meetings: meetings(annealing) }).breaches).toEqual([]);
  }
  const figures = figuresOf(modelOf(problem), annealing.best);
  expect(annealing.bestWorth).toMatchObject({ fewest: figures.fewest, unevenness: figures.unevenness, score: figures.score, breaks: figures.breaks, tableChanges: figures.tableChanges });
  expect(figures.placed).toBe(figures.wishes);
  expect(figures.breaks).toBeLessThanOrEqual(5);
});

test('seed and steps say everything; the order of the lists says nothing', () => {
  const turned = { ...problem, wishes: problem.wishes.toReversed(), people: problem.people.toReversed(), tables: problem.tables.toReversed(), precedences: problem.precedences.toReversed() };
  expect(meetings(after(20_000))).toEqual(meetings(after(20_000)));
  expect(meetings(after(20_000, 1, turned), turned)).toEqual(meetings(after(20_000)));
  expect(meetings(after(20_000, 2))).not.toEqual(meetings(after(20_000)));
});

test('with too few tables it keeps what counts more', () => {
  const tight = { ...problem, tables: problem.tables.slice(0, 6), locked: [] };
  const annealing = after(60_000, 1, tight);
  const first = after(0, 1, tight);
  expect(check(tight, { meetings: meetings(annealing, tight) }).breaches).toEqual([]);
  expect(annealing.bestWorth.mustsPlaced).toBeGreaterThanOrEqual(first.bestWorth.mustsPlaced);
  expect(annealing.bestWorth.score).toBeGreaterThan(first.bestWorth.score);
});
