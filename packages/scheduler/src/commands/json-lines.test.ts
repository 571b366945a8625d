import { expect, test } from 'vitest';
import { random } from '#random';
import { faultIn } from './json-lines.ts';

test('what is JSON is JSON, and what is not is found where it stops being so', () => {
  const whole = JSON.stringify({ a: [1, -2.5e3, 'x\n"\\é', {}, [], null, true], b: { c: [[{ d: false }]] } }, null, 1);
  expect(faultIn(whole)).toBe(null);
  const dice = random(4);
  let wrong = 0;
  for (let round = 0; round < 2000; round += 1) {
    const at = dice.below(whole.length);
    const broken = whole.slice(0, at) + dice.pick(['', ',', ']', '}', 'x', '"', '0', ' ']) + whole.slice(at + dice.below(2));
    let isJson = true;
    try {
      JSON.parse(broken);
    } catch {
      isJson = false;
    }
    const fault = faultIn(broken);
    expect([broken, fault === null]).toEqual([broken, isJson]);
    if (fault === null) continue;
    wrong += 1;
    // Everything before is the beginning of some JSON, so the fault is not before the change but for an open string.
    expect(fault).toBeLessThanOrEqual(broken.length);
  }
  expect(wrong).toBeGreaterThan(1000);
});

test.each([['[1,\n 2,\n oops]', 9], ['{"a" 1}', 5], ['[1] [', 4], ['', 0], ['['.repeat(1000), 100]])('%j stops at %i', (json, at) => {
  expect(faultIn(json)).toBe(at);
});
