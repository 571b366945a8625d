import { brokenRules } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { checkAgrees, modelAgrees } from './properties.ts';

// `node test/thousands.ts` runs the same properties over thousands.
const seeds = Array.from({ length: 300 }, (_, seed) => seed);

test('check accepts the best schedule of a problem, and refuses every mutant that breaks a rule', () => {
  const broken = new Set(seeds.flatMap((seed) => checkAgrees(seed, 5000)));
  // A mutant names nothing that does not exist and states no figures.
  expect([...broken].sort()).toEqual(brokenRules.filter((rule) => rule !== 'unknown_name' && rule !== 'figures').sort());
});

test('the model counts as check does and seats as the words say', () => {
  seeds.forEach(modelAgrees);
});
