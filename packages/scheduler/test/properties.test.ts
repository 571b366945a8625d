import { brokenRules } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { checkAgrees, explainAgrees, looseningAgrees, modelAgrees, proofAgrees, searchAgrees, solveAgrees } from './properties.ts';
import { repairKeeps } from './repairs.ts';

// `node packages/scheduler/test/thousands.ts` runs the same properties over thousands.
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

test('check accepts the best schedule of a problem, and refuses every mutant that breaks a rule', () => {
  const broken = new Set(seeds(200).flatMap((seed) => checkAgrees(seed, 3000)));
  // A mutant names nothing that does not exist and states no figures.
  expect([...broken].sort()).toEqual(brokenRules.filter((rule) => rule !== 'unknown_name' && rule !== 'figures').sort());
});

test('the model counts as check does and seats as the words say', () => {
  seeds(200).forEach((seed) => modelAgrees(seed));
});

test('the proof ends at the best figures of exhaustive search, or at none where there is none', async () => {
  for (const seed of seeds(100)) await proofAgrees(seed);
});

test('what explain proposes places the wish, and nothing less does', async () => {
  for (const seed of seeds(100)) await explainAgrees(seed);
});

test('the search keeps the rules, and its schedule follows from problem and seed', () => {
  const best = seeds(100).filter((seed) => searchAgrees(seed)).length;
  expect(best).toBeGreaterThan(80);
});

test('loosening takes away every break that can go while everybody keeps whom they meet', async () => {
  let many = 0;
  for (const seed of seeds(100)) many += Number(await looseningAgrees(seed));
  expect(many).toBeGreaterThan(20);
});

test('solve comes to the verdict and the figures of exhaustive search', async () => {
  for (const seed of seeds(5)) await solveAgrees(seed);
});

test('a repair keeps the rules, who has checked in and what is over, and tells what it changes', () => {
  seeds(150).forEach(repairKeeps);
});
