import { brokenRules } from '@ganwan/shared/schedule/schedule';
import { expect, test } from 'vitest';
import { checkAgrees } from './properties.ts';

test('check accepts the best schedule of 300 problems, and refuses every mutant that breaks a rule', () => {
  const broken = new Set(Array.from({ length: 300 }, (_, seed) => checkAgrees(seed, 5000)).flat());
  // A mutant names nothing that does not exist and states no figures.
  expect([...broken].sort()).toEqual(brokenRules.filter((rule) => rule !== 'unknown_name' && rule !== 'figures').sort());
});
